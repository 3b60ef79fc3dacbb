using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Santral.Kernel;
using Santral.Mailroom.Data;
using Santral.Mailroom.Domain;
using Santral.Mailroom.Jobs;
using Santral.Mailroom.Servers;
using Santral.ModuleTests.Requests;

namespace Santral.ModuleTests.Mailroom;

/// <summary>A hundred mailboxes on one node: one whose server dribbles, one that is silent and one that is gone delay none of the others.</summary>
[Trait("Database", "one")]
public sealed class ManyMailboxesTests(MailInstallation installation) : IClassFixture<MailInstallation>
{
    private const int Count = 97;

    [Fact]
    [Requirement("H-02")]
    public async Task Slow_servers_delay_no_other_mailbox()
    {
        await using var slow = new ScriptedServer(async talk =>
        {
            using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
            foreach (var one in "* OK [CAPABILITY IMAP4rev1] " + new string('.', 10_000))
            {
                await talk.SayAsync($"{one}");
                await tick.WaitForNextTickAsync(Given.Stop);
            }
        });
        await using var silent = new ScriptedServer(talk => talk.SilenceAsync());
        await using (var scope = installation.Services.CreateAsyncScope())
        {
            var (db, secrets) = (scope.ServiceProvider.GetRequiredService<MailroomDb>(), scope.ServiceProvider.GetRequiredService<MailSecrets>());
            db.Mailboxes.AddRange(Enumerable.Range(0, Count).Select(n => New($"kutu{n}@cok.example", installation.Servers.Imap, secrets)));
            db.Mailboxes.AddRange(New("yavas@cok.example", slow.Port, secrets), New("sessiz@cok.example", silent.Port, secrets), New("yok@cok.example", 1, secrets));
            await db.SaveChangesAsync(Given.Stop);
        }

        installation.Services.GetRequiredService<MailroomBell>().MailboxesChanged();
        var supervisor = await installation.AsAsync("supervisor1");
        await MailInstallation.UntilAsync(
            async () => (await supervisor.GetAsync("/api/mail/mailboxes", Given.Stop).BodyAsync()).EnumerateArray()
                .Count(m => m.TextOf("address").StartsWith("kutu", StringComparison.Ordinal) && m.GetProperty("health").GetProperty("connectedAt").ValueKind == System.Text.Json.JsonValueKind.String),
            connected => connected == Count);

        // Connected and idle: what is written to ten of them stands in the list as fast as if they were alone.
        var started = Stopwatch.GetTimestamp();
        foreach (var n in Enumerable.Range(0, 10))
        {
            await installation.Servers.DeliverAsync(ALetter.From($"kisi{n}@ornek.example", "", $"kutu{n * 9}@cok.example", $"Çok kutu {n}", "."), $"kutu{n * 9}@cok.example");
        }

        foreach (var n in Enumerable.Range(0, 10))
        {
            (await installation.FateOfAsync($"kutu{n * 9}@cok.example", $"Çok kutu {n}")).TextOf("fate").ShouldBe("opened");
        }

        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(20), "the silent server alone is waited for 30 s");
    }

    private Mailbox New(string address, int port, MailSecrets secrets) => Mailbox.SetUp(
        Id.New<MailboxId>(installation.Clock),
        new MailboxPlan(
            address, address, new ServerLine("127.0.0.1", port, LineSecurity.None, address, secrets.Protect("demo")), new ServerLine("127.0.0.1", installation.Servers.Smtp, LineSecurity.None, "", null),
            null, "INBOX", null, "internet", null, null, false, false, 5, 1024 * 1024, 14));
}
