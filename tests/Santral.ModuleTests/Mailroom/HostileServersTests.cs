using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.DataProtection;
using Santral.Contracts.Mailroom;
using Santral.Mailroom.Domain;
using Santral.Mailroom.Jobs;
using Santral.Mailroom.Servers;
using Santral.ModuleTests.Requests;

namespace Santral.ModuleTests.Mailroom;

/// <summary>Servers that answer in pieces, hang up, lie, or say nothing: letters are neither lost nor sent twice, and no mailbox waits for another.</summary>
[Collection(MailroomCollection.Name)]
[Trait("Database", "one")]
public sealed class HostileServersTests(MailInstallation installation)
{
    private const string Letter = "From: a@b.example\r\nSubject: x\r\nMessage-ID: <scripted@b.example>\r\n\r\nhello\r\n";

    private static readonly MailSecrets Secrets = new(new EphemeralDataProtectionProvider());
    private static readonly ServerConnections Connections = new(Secrets, null!, TimeProvider.System);

    [Fact]
    public async Task A_letter_that_comes_byte_by_byte_is_whole()
    {
        await using var server = new ScriptedServer(talk => ScriptedServer.ServeOneLetterAsync(talk, Letter, talk.SaySlowlyAsync));
        await using var line = await MailboxLine.OpenAsync(Connections, MailboxAt(server), TimeProvider.System, Given.Stop);
        var waiting = (await line.NewAsync(0, 0, 10, Given.Stop)).ShouldHaveSingleItem();
        System.Text.Encoding.ASCII.GetString((await line.ReadAsync(waiting.Uid, headOnly: false, 10_000, Given.Stop)).ShouldNotBeNull()).ShouldBe(Letter);
        (await line.ReadAsync(waiting.Uid, headOnly: false, most: 20, Given.Stop)).ShouldBeNull("longer than it said");
    }

    [Theory]
    [InlineData("* BYE not today\r\n", MailProblem.NotUnderstood)]
    [InlineData("HTTP/1.1 400 Bad Request\r\n\r\n", MailProblem.NotUnderstood)]
    [InlineData("* OK hi\r\nA000 rubbish \0\0\r\n* 1 FETCH (\r\n", MailProblem.NotUnderstood)]
    [InlineData("", MailProblem.HungUp)]
    public async Task What_is_no_server_is_said_and_not_thrown_about(string greeting, MailProblem problem)
    {
        await using var server = new ScriptedServer(talk => talk.SayAsync(greeting));
        var error = await Should.ThrowAsync<Exception>(() => MailboxLine.OpenAsync(Connections, MailboxAt(server), TimeProvider.System, Given.Stop));
        MailTrouble.IsExpected(error).ShouldBeTrue(error.ToString());
        MailTrouble.Of(error, "here:1").Problem.ShouldBe(problem, error.ToString());
    }

    /// <summary>Every place in a conversation is one where the other side may hang up; nothing is taken for whole that is not.</summary>
    [Fact]
    public async Task A_server_that_hangs_up_anywhere_is_an_error_or_a_whole_letter()
    {
        var whole = 0;
        for (var cut = 0; cut < 700; cut += 13)
        {
            var left = cut;
            await using var server = new ScriptedServer(talk => ScriptedServer.ServeOneLetterAsync(talk, Letter, async text =>
            {
                await talk.SayAsync(text[..Math.Min(left, text.Length)]);
                left -= text.Length;
                if (left <= 0)
                {
                    throw new IOException("hung up");
                }
            }));
            try
            {
                await using var line = await MailboxLine.OpenAsync(Connections, MailboxAt(server), TimeProvider.System, Given.Stop);
                foreach (var waiting in await line.NewAsync(0, 0, 10, Given.Stop))
                {
                    System.Text.Encoding.ASCII.GetString((await line.ReadAsync(waiting.Uid, headOnly: false, 10_000, Given.Stop)).ShouldNotBeNull()).ShouldBe(Letter, $"cut after {cut}");
                    whole++;
                }
            }
            catch (Exception error) when (MailTrouble.IsExpected(error))
            {
                MailTrouble.Of(error, "here:1").Problem.ShouldBeOneOf([MailProblem.HungUp, MailProblem.NotUnderstood, MailProblem.SignIn, MailProblem.Refused], $"cut after {cut}: {error}");
            }
        }

        whole.ShouldBeGreaterThan(0, "the last cuts come after the letter");
    }

    /// <summary>Sent is what the server said it took; whatever else happens is an error, and the letter is tried again.</summary>
    [Fact]
    public async Task A_server_that_hangs_up_while_sending_has_not_taken_the_letter()
    {
        var taken = 0;
        for (var cut = 0; cut < 120; cut += 5)
        {
            var left = cut;
            var said = false;
            await using var server = new ScriptedServer(async talk =>
            {
                async Task SayAsync(string text)
                {
                    await talk.SayAsync(text[..Math.Min(left, text.Length)]);
                    left -= text.Length;
                    if (left < 0)
                    {
                        throw new IOException("hung up");
                    }
                }

                await SayAsync("220 hi\r\n");
                for (var line = await talk.HearAsync(); ; line = await talk.HearAsync())
                {
                    if (line == "DATA")
                    {
                        await SayAsync("354 go\r\n");
                        while (await talk.HearAsync() != ".")
                        {
                        }

                        const string Taken = "250 taken\r\n";
                        said = left >= Taken.Length;
                        await SayAsync(Taken);
                    }
                    else
                    {
                        await SayAsync("250 ok\r\n");
                    }
                }
            });
            try
            {
                var mailbox = Mailbox.SetUp(default, PlanAt(imap: 1, smtp: server.Port));
                using var smtp = await Connections.SmtpAsync(mailbox, Given.Stop);
                using var message = ALetter.From("a@b.example", "", "c@d.example", "x", "y");
                (await smtp.SendLetterAsync(message, new MimeKit.MailboxAddress("", "a@b.example"), Given.Stop)).ShouldBeNull();
                said.ShouldBeTrue($"cut after {cut}");
                taken++;
            }
            catch (Exception error) when (MailTrouble.IsExpected(error))
            {
                MailTrouble.IsFinal(error).ShouldBeFalse($"cut after {cut}: {error}");
            }
        }

        taken.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_send_whose_end_nobody_saw_is_repeated_with_the_same_id_and_one_put_off_is_tried_again()
    {
        var heard = new ConcurrentQueue<string>();
        await using var smtp = new ScriptedServer(
            async talk => heard.Enqueue(await ScriptedServer.HearLetterAsync(talk)),
            async talk =>
            {
                heard.Enqueue(await ScriptedServer.HearLetterAsync(talk));
                await talk.SayAsync("451 4.3.0 later\r\n");
            },
            async talk =>
            {
                heard.Enqueue(await ScriptedServer.HearLetterAsync(talk));
                await talk.SayAsync("250 taken\r\n");
                await talk.SilenceAsync();
            });
        await using var imap = new ScriptedServer(talk => talk.SilenceAsync());
        var plan = installation.PlanOf("Şüpheli", "supheli@beyaz.example", "appliance");
        plan["imap"] = new { host = "127.0.0.1", port = imap.Port, security = "none", user = "x", password = "x" };
        plan["smtp"] = new { host = "127.0.0.1", port = smtp.Port, security = "none" };
        var supervisor = await installation.AsAsync("supervisor1");
        foreach (var other in (await supervisor.GetAsync("/api/mail/mailboxes", Given.Stop).BodyAsync()).EnumerateArray().Where(m => m.TextOf("unit") == "appliance"))
        {
            await supervisor.PutAsJsonAsync($"/api/mail/mailboxes/{other.IdOf()}/pause", new { }, Given.Stop).BodyAsync();
        }

        var mailbox = await supervisor.PostAsJsonAsync("/api/mail/mailboxes", plan, Given.Stop).BodyAsync();
        try
        {
            var request = await supervisor.ADescribedRequestAsync("Sunucu kapanıyor", unit: "appliance");
            var letter = await supervisor.PostAsJsonAsync($"/api/mail/requests/{request.IdOf()}/letters", new { text = "Merhaba", to = new[] { new { address = "elif.yilmaz@ornek.example", name = "" } } }, Given.Stop).BodyAsync();
            foreach (var wait in new[] { 11, 31, 121 })
            {
                var before = heard.Count;
                installation.Skip(TimeSpan.FromSeconds(wait));
                await MailInstallation.UntilAsync(() => Task.FromResult(heard.Count), count => count > before);
                await MailInstallation.UntilAsync(
                    async () => (await supervisor.TimelineAsync(request.IdOf())).Single(e => e.IdOf() == letter.IdOf()).GetProperty("letter").TextOf("state"), s => s is "waiting" or "sent");
            }

            await MailInstallation.UntilAsync(
                async () => (await supervisor.TimelineAsync(request.IdOf())).Single(e => e.IdOf() == letter.IdOf()).GetProperty("letter").TextOf("state"), s => s == "sent");
            heard.Select(h => Regex.Match(h, "^Message-I[dD]: .*$", RegexOptions.Multiline).Value).Distinct().ShouldHaveSingleItem();
            heard.Count.ShouldBe(3);

            // The silent server holds nobody up: another mailbox's letter comes in meanwhile.
            await installation.Servers.DeliverAsync(ALetter.From("hizli@ornek.example", "", "destek@soft.example", "Bekletmez", "."), "destek@soft.example");
            (await installation.FateOfAsync("destek@soft.example", "Bekletmez")).TextOf("fate").ShouldBe("opened");
        }
        finally
        {
            await supervisor.PutAsJsonAsync($"/api/mail/mailboxes/{mailbox.IdOf()}/pause", new { }, Given.Stop).BodyAsync();
            foreach (var other in (await supervisor.GetAsync("/api/mail/mailboxes", Given.Stop).BodyAsync()).EnumerateArray().Where(m => m.TextOf("unit") == "appliance" && m.IdOf() != mailbox.IdOf()))
            {
                await supervisor.DeleteAsync($"/api/mail/mailboxes/{other.IdOf()}/pause", Given.Stop).BodyAsync();
            }
        }
    }

    /// <summary>A robot without manners answers each answer: it gets a few letters in an hour, then silence (RFC 3834 §2).</summary>
    [Fact]
    [Requirement("H-02")]
    public async Task A_robot_that_answers_everything_gets_a_few_letters_and_then_none()
    {
        for (var round = 0; round < 8; round++)
        {
            await installation.Servers.DeliverAsync(ALetter.From("robot@ornek.example", "Robot", "miljo@kommun.example", $"Tur {round}", "Beep."), "miljo@kommun.example");
            (await installation.FateOfAsync("miljo@kommun.example", $"Tur {round}")).TextOf("fate").ShouldBe("opened");
        }

        await MailInstallation.UntilAsync(() => installation.Servers.InboxAsync("robot@ornek.example"), inbox => inbox.Count >= 5);
        await installation.DeliverFactsAsync();
        (await installation.Servers.InboxAsync("robot@ornek.example")).Count.ShouldBe(5);
        var supervisor = await installation.AsAsync("supervisor1");
        (await supervisor.GetAsync("/api/notices", Given.Stop).BodyAsync()).ToString().ShouldContain("mail_flood");
    }

    private static Mailbox MailboxAt(ScriptedServer server)
        => Mailbox.SetUp(MailboxId.From(Guid.CreateVersion7(TimeProvider.System.GetUtcNow())), PlanAt(server.Port, 1));

    private static MailboxPlan PlanAt(int imap, int smtp) => new(
        "Scripted", "scripted@soft.example", new ServerLine("127.0.0.1", imap, LineSecurity.None, "x", Secrets.Protect("x")), new ServerLine("127.0.0.1", smtp, LineSecurity.None, "", null),
        null, "INBOX", null, "internet", null, null, false, true, 5, 1024 * 1024, 14);
}
