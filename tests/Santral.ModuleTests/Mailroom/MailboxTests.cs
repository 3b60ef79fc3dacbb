using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Santral.Mailroom.Data;
using Santral.ModuleTests.Requests;

namespace Santral.ModuleTests.Mailroom;

/// <summary>Mailboxes are set up, tried, paused and removed; their passwords are nowhere to be read.</summary>
[Collection(MailroomCollection.Name)]
[Trait("Database", "one")]
public sealed class MailboxTests(MailInstallation installation)
{
    [Fact]
    public async Task A_mailbox_is_tried_before_it_is_saved_and_a_wrong_password_is_said()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var plan = installation.PlanOf("Deneme", "deneme@soft.example", "internet");
        var tried = await supervisor.PostAsJsonAsync("/api/mail/mailboxes/test", new { mailbox = plan }, Given.Stop).BodyAsync();
        tried.GetProperty("imap").GetProperty("works").GetBoolean().ShouldBeTrue(tried.ToString());
        tried.GetProperty("imap").GetProperty("tellsAtOnce").GetBoolean().ShouldBeTrue();
        tried.GetProperty("smtp").GetProperty("works").GetBoolean().ShouldBeTrue(tried.ToString());

        plan["imap"] = new { host = "127.0.0.1", port = installation.Servers.Imap, security = "none", user = "deneme@soft.example", password = "yanlış" };
        plan["smtp"] = new { host = "127.0.0.1", port = 1, security = "none" };
        tried = await supervisor.PostAsJsonAsync("/api/mail/mailboxes/test", new { mailbox = plan }, Given.Stop).BodyAsync();
        tried.GetProperty("imap").TextOf("why").ShouldNotBeNullOrEmpty();
        tried.GetProperty("smtp").TextOf("why").ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_certificate_nobody_vouches_for_is_refused_until_it_is_believed_by_name()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var plan = installation.PlanOf("TLS", "tls@soft.example", "internet");
        plan["imap"] = new { host = "localhost", port = installation.Servers.Imaps, security = "tls", user = "tls@soft.example", password = "demo" };
        plan["smtp"] = new { host = "localhost", port = installation.Servers.Submission, security = "startTls", user = "tls@soft.example", password = "demo" };
        var tried = await supervisor.PostAsJsonAsync("/api/mail/mailboxes/test", new { mailbox = plan }, Given.Stop).BodyAsync();
        tried.GetProperty("imap").GetProperty("works").GetBoolean().ShouldBeFalse();
        plan["certificate"] = tried.GetProperty("imap").TextOf("certificate");

        tried = await supervisor.PostAsJsonAsync("/api/mail/mailboxes/test", new { mailbox = plan }, Given.Stop).BodyAsync();
        tried.GetProperty("imap").GetProperty("works").GetBoolean().ShouldBeTrue(tried.ToString());
        tried.GetProperty("smtp").GetProperty("works").GetBoolean().ShouldBeTrue(tried.ToString());
    }

    /// <summary>More than are fetched at once, with read ones among them: what people read before is theirs.</summary>
    [Fact]
    [Requirement("H-02")]
    public async Task Of_what_lies_in_a_new_mailbox_only_what_nobody_has_read_is_taken_in()
    {
        const string Address = "eski@soft.example";
        using (var imap = new MailKit.Net.Imap.ImapClient())
        {
            await imap.ConnectAsync("127.0.0.1", installation.Servers.Imap, MailKit.Security.SecureSocketOptions.None, Given.Stop);
            await imap.AuthenticateAsync(Address, "demo", Given.Stop);
            for (var n = 0; n < 140; n++)
            {
                using var letter = ALetter.From("noreply@ornek.example", "", Address, $"Eski {n}", $"{n}");
                await imap.Inbox!.AppendAsync(new MailKit.AppendRequest(letter, n % 2 == 0 ? MailKit.MessageFlags.Seen : MailKit.MessageFlags.None), Given.Stop);
            }

            await imap.DisconnectAsync(true, Given.Stop);
        }

        var supervisor = await installation.AsAsync("supervisor1");
        var mailbox = await supervisor.PostAsJsonAsync("/api/mail/mailboxes", installation.PlanOf("Eski", Address, "internet"), Given.Stop).BodyAsync();
        await installation.Servers.DeliverAsync(ALetter.From("noreply@ornek.example", "", Address, "Yeni", "."), Address);
        await installation.FateOfAsync(Address, "Yeni");
        var card = (await supervisor.GetAsync("/api/mail/mailboxes", Given.Stop).BodyAsync()).EnumerateArray().Single(m => m.IdOf() == mailbox.IdOf());
        card.GetProperty("health").GetProperty("letters").GetInt32().ShouldBe(71);
        await supervisor.PutAsJsonAsync($"/api/mail/mailboxes/{mailbox.IdOf()}/pause", new { }, Given.Stop).BodyAsync();
    }

    [Fact]
    public async Task Passwords_are_encrypted_never_shown_and_never_carried_to_another_server()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var plan = installation.PlanOf("Gizli", "gizli@soft.example", "internet");
        var card = await supervisor.PostAsJsonAsync("/api/mail/mailboxes", plan, Given.Stop).BodyAsync();
        card.ToString().ShouldNotContain("secret", Case.Insensitive);
        await using (var scope = installation.Services.CreateAsyncScope())
        {
            var stored = await scope.ServiceProvider.GetRequiredService<MailroomDb>().Mailboxes.SingleAsync(m => m.AddressKey == "gizli@soft.example", Given.Stop);
            stored.ImapSecret.ShouldNotBeNull().ShouldNotContain("demo");
        }

        plan["version"] = card.VersionOf();
        plan["imap"] = new { host = "localhost", port = installation.Servers.Imap, security = "none", user = "gizli@soft.example" };
        await supervisor.PutAsJsonAsync($"/api/mail/mailboxes/{card.IdOf()}", plan, Given.Stop).ShouldBeRefusedAsync("mailroom.password_needed");
        plan["imap"] = new { host = "mail.elsewhere.example", port = 143, security = "none", user = "gizli@soft.example", password = "demo" };
        await supervisor.PutAsJsonAsync($"/api/mail/mailboxes/{card.IdOf()}", plan, Given.Stop).ShouldBeRefusedAsync("mailroom.line_open");

        (await supervisor.PutAsJsonAsync($"/api/mail/mailboxes/{card.IdOf()}/pause", new { }, Given.Stop).BodyAsync()).GetProperty("isPaused").GetBoolean().ShouldBeTrue();
        (await supervisor.DeleteAsync($"/api/mail/mailboxes/{card.IdOf()}", Given.Stop)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var agent = await installation.AsAsync("agent1");
        (await agent.GetAsync("/api/mail/mailboxes", Given.Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}
