using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Santral.Mailroom.Jobs;
using Santral.ModuleTests.Requests;

namespace Santral.ModuleTests.Mailroom;

/// <summary>The tests of the mailroom share one installation and one mail system.</summary>
[CollectionDefinition(Name)]
public sealed class MailroomCollection : ICollectionFixture<MailInstallation>
{
    public const string Name = "mailroom";
}

/// <summary>An installation beside Dovecot and Postfix, with a mailbox for each of the demo's units: destek@, servis@ and miljo@.</summary>
public class MailInstallation : Installation, IAsyncLifetime
{
    private readonly SkippingClock _clock = new();

    public MailServers Servers { get; private set; } = null!;

    public TimeProvider Clock => _clock;

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        var servers = MailServers.StartAsync();
        await InitializeAsync();
        Servers = await servers;
        foreach (var (name, address, unit) in new[] { ("Soft Destek", "destek@soft.example", "internet"), ("Beyaz Eşya Servis", "servis@beyaz.example", "appliance"), ("Miljöservice", "miljo@kommun.example", "municipal") })
        {
            await SetUpAsync(name, address, unit);
        }
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        if (Servers is not null)
        {
            await Servers.DisposeAsync();
        }
    }

    public async Task<JsonElement> SetUpAsync(string name, string address, string unit)
        => await (await AsAsync("supervisor1")).PostAsJsonAsync("/api/mail/mailboxes", PlanOf(name, address, unit), Given.Stop).BodyAsync();

    public Dictionary<string, object?> PlanOf(string name, string address, string unit) => new()
    {
        ["name"] = name,
        ["address"] = address,
        ["unit"] = unit,
        ["imap"] = new { host = "127.0.0.1", port = Servers.Imap, security = "none", user = address, password = "demo" },
        ["smtp"] = new { host = "127.0.0.1", port = Servers.Smtp, security = "none" },
        ["usesPlus"] = true,
        ["acknowledges"] = true,
        ["mostAutomatic"] = 5,
        ["largestMegabytes"] = 1,
        ["takesUpDays"] = 14,
    };

    /// <summary>Waits until the letter with this subject was read by the rules; what became of it.</summary>
    public async Task<JsonElement> FateOfAsync(string mailbox, string subject)
    {
        var supervisor = await AsAsync("supervisor1");
        var id = (await supervisor.GetAsync("/api/mail/mailboxes", Given.Stop).BodyAsync()).EnumerateArray().Single(m => m.TextOf("address") == mailbox).IdOf();
        return await UntilAsync(
            async () => (await supervisor.GetAsync($"/api/mail/mailboxes/{id}/letters", Given.Stop).BodyAsync()).EnumerateArray()
                .FirstOrDefault(l => l.TextOf("subject") == subject && l.TextOf("fate") != "new"),
            found => found.ValueKind == JsonValueKind.Object);
    }

    /// <summary>Waits until as many letters lie in a customer's inbox; fails when they do not come.</summary>
    public Task<IReadOnlyList<MimeMessage>> InboxAsync(string address, int count)
        => UntilAsync(() => Servers.InboxAsync(address), letters => letters.Count >= count);

    public static async Task<T> UntilAsync<T>(Func<Task<T>> read, Func<T, bool> wanted)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Given.Stop);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        await foreach (var _ in Looks.AgainAsync(patience.Token))
        {
            var answer = await read();
            if (wanted(answer))
            {
                return answer;
            }
        }

        throw new TimeoutException();
    }

    /// <summary>Time goes on at once, and what became due by it is done.</summary>
    public void Skip(TimeSpan time)
    {
        _clock.Skip(time);
        Services.GetRequiredService<MailroomBell>().LetterWaits();
    }

    protected override void Replace(IServiceCollection services) => services.AddSingleton<TimeProvider>(_clock);
}

/// <summary>Letters as customers' programs write them.</summary>
internal static class ALetter
{
    public static MimeMessage From(string address, string name, string to, string subject, string text, params (string Name, string Value)[] headers)
    {
        var message = new MimeMessage { Subject = subject, Body = new TextPart("plain") { Text = text } };
        message.From.Add(new MailboxAddress(name, address));
        message.To.Add(new MailboxAddress("", to));
        foreach (var (header, value) in headers)
        {
            message.Headers.Replace(header, value);
        }

        return message;
    }

    public static MimeMessage Answering(MimeMessage letter, string address, string text, params (string Name, string Value)[] headers)
    {
        var message = From(address, "", letter.ReplyTo.Mailboxes.Concat(letter.From.Mailboxes).First().Address, "YNT: " + letter.Subject, text, headers);
        message.InReplyTo = letter.MessageId;
        message.References.AddRange(letter.References);
        message.References.Add(letter.MessageId!);
        return message;
    }
}
