using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Files;
using Santral.ModuleTests.Requests;

namespace Santral.ModuleTests.Mailroom;

/// <summary>While the disk is full letters stay on their server; with room again each comes in once.</summary>
[Trait("Database", "one")]
public sealed class FullDiskTests(FullDiskInstallation installation) : IClassFixture<FullDiskInstallation>
{
    [Fact]
    [Requirement("H-02")]
    public async Task A_letter_that_finds_no_room_is_taken_in_later_and_the_operator_is_told_why()
    {
        installation.Disk.IsFull = true;
        await installation.Servers.DeliverAsync(ALetter.From("dolu@ornek.example", "", "destek@soft.example", "Yer yok", "."), "destek@soft.example");
        var supervisor = await installation.AsAsync("supervisor1");
        var mailbox = await MailInstallation.UntilAsync(
            async () => (await supervisor.GetAsync("/api/mail/mailboxes", Given.Stop).BodyAsync()).EnumerateArray().Single(m => m.TextOf("address") == "destek@soft.example"),
            m => m.GetProperty("health").TextOf("receiveProblem") == "storage");
        mailbox.GetProperty("health").TextOf("receiveError").ShouldContain("No space left");
        (await supervisor.GetAsync($"/api/mail/mailboxes/{mailbox.IdOf()}/letters", Given.Stop).BodyAsync()).GetArrayLength().ShouldBe(0);

        installation.Disk.IsFull = false;
        (await installation.FateOfAsync("destek@soft.example", "Yer yok")).TextOf("fate").ShouldBe("opened");
        (await installation.InboxAsync("dolu@ornek.example", 1)).Count.ShouldBe(1);
    }
}

/// <summary>An installation whose file store can be made full.</summary>
public sealed class FullDiskInstallation : MailInstallation
{
    public Switch Disk { get; } = new();

    protected override void Replace(IServiceCollection services)
    {
        base.Replace(services);
        var kept = services.Last(s => s.ServiceType == typeof(IKeepFiles));
        services.Remove(kept);
        services.AddScoped(kept.ImplementationType!);
        services.AddScoped<IKeepFiles>(s => new Store((IKeepFiles)s.GetRequiredService(kept.ImplementationType!), Disk));
    }

    /// <summary>Whether there is room.</summary>
    public sealed class Switch
    {
        public bool IsFull { get; set; }
    }

    private sealed class Store(IKeepFiles kept, Switch disk) : IKeepFiles
    {
        public Task<StoredFile> StoreAsync(string name, Stream content, UserId? by, CancellationToken stop)
            => disk.IsFull ? throw new IOException("No space left on device") : kept.StoreAsync(name, content, by, stop);

        public Task<IReadOnlyList<StoredFile>> FindAsync(IReadOnlyCollection<FileId> ids, CancellationToken stop) => kept.FindAsync(ids, stop);

        public Task<Stream> OpenAsync(FileId id, CancellationToken stop) => kept.OpenAsync(id, stop);

        public Task DropAsync(IReadOnlyCollection<FileId> ids, CancellationToken stop) => kept.DropAsync(ids, stop);
    }
}
