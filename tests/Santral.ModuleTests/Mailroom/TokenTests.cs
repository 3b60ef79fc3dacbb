using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Santral.ModuleTests.Requests;

namespace Santral.ModuleTests.Mailroom;

/// <summary>Signing in by tokens, as Microsoft 365 and Google ask for: Dovecot checks them by the key they are signed with here.</summary>
[Collection(MailroomCollection.Name)]
public sealed class TokenTests(MailInstallation installation)
{
    [Fact]
    [Requirement("H-02")]
    public async Task A_mailbox_signs_in_with_a_token_has_a_refused_one_anew_and_keeps_the_new_refresh_token()
    {
        var asked = new ConcurrentQueue<string>();
        await using var server = new ScriptedServer(
            talk => AnswerAsync(talk, asked, TokenOf("jeton@soft.example", TimeProvider.System.GetUtcNow().AddHours(-1)), "second"),
            talk => AnswerAsync(talk, asked, TokenOf("jeton@soft.example", TimeProvider.System.GetUtcNow().AddHours(1)), "third"));
        var plan = installation.PlanOf("Jeton", "jeton@soft.example", "internet");
        plan["imap"] = new { host = "127.0.0.1", port = installation.Servers.Imap, security = "none", user = "jeton@soft.example" };
        plan["smtp"] = new { host = "localhost", port = installation.Servers.Submission, security = "startTls", user = "jeton@soft.example" };
        plan["certificate"] = installation.Servers.Certificate;
        plan["token"] = new { url = $"http://127.0.0.1:{server.Port}/token", client = "santral", scope = "mail offline", secret = "s3cret", refresh = "first" };
        var supervisor = await installation.AsAsync("supervisor1");
        var card = await supervisor.PostAsJsonAsync("/api/mail/mailboxes", plan, Given.Stop).BodyAsync();
        card.ToString().ShouldNotContain("s3cret");
        card.GetProperty("token").GetProperty("hasRefresh").GetBoolean().ShouldBeTrue();

        await installation.Servers.DeliverAsync(ALetter.From("jetonlu@ornek.example", "", "jeton@soft.example", "Jetonla", "."), "jeton@soft.example");
        (await installation.FateOfAsync("jeton@soft.example", "Jetonla")).TextOf("fate").ShouldBe("opened");
        (await installation.InboxAsync("jetonlu@ornek.example", 1)).ShouldHaveSingleItem().Headers["Auto-Submitted"].ShouldBe("auto-replied", "sent with a token too");
        asked.Count.ShouldBe(2, "the second token serves both servers");
        asked.First().ShouldContain("grant_type=refresh_token");
        asked.First().ShouldContain("refresh_token=first");
        asked.First().ShouldContain("client_secret=s3cret");
        asked.Last().ShouldContain("refresh_token=second");

        // What was got by it is carried nowhere else.
        plan["version"] = card.VersionOf();
        plan["token"] = new { url = $"http://127.0.0.1:{server.Port}/token", client = "santral", scope = "mail offline" };
        plan["imap"] = new { host = "localhost", port = installation.Servers.Imap, security = "none", user = "jeton@soft.example" };
        await supervisor.PutAsJsonAsync($"/api/mail/mailboxes/{card.IdOf()}", plan, Given.Stop).ShouldBeRefusedAsync("mailroom.password_needed");
        plan["token"] = new { url = "http://tokens.elsewhere.example/", client = "santral", refresh = "x" };
        await supervisor.PutAsJsonAsync($"/api/mail/mailboxes/{card.IdOf()}", plan, Given.Stop).ShouldBeRefusedAsync("mailroom.token_invalid");
        await supervisor.PutAsJsonAsync($"/api/mail/mailboxes/{card.IdOf()}/pause", new { }, Given.Stop).BodyAsync();
    }

    private static async Task AnswerAsync(ScriptedServer.Talk talk, ConcurrentQueue<string> asked, string token, string refresh)
    {
        var length = 0;
        for (var line = await talk.HearAsync(); line.Length > 0; line = await talk.HearAsync())
        {
            length = line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase) ? int.Parse(line[15..], System.Globalization.CultureInfo.InvariantCulture) : length;
        }

        asked.Enqueue(await talk.HearAsync(length));
        var body = JsonSerializer.Serialize(new { access_token = token, refresh_token = refresh, expires_in = 3600, token_type = "Bearer" });
        await talk.SayAsync($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}");
    }

    /// <summary>A JSON Web Token (RFC 7519) signed with the key of tools/mail.sh.</summary>
    private static string TokenOf(string email, DateTimeOffset until)
    {
        var head = Part("""{"alg":"HS256","typ":"JWT"}""");
        var body = Part(JsonSerializer.Serialize(new { sub = email, email, iat = TimeProvider.System.GetUtcNow().AddHours(-2).ToUnixTimeSeconds(), exp = until.ToUnixTimeSeconds() }));
        return $"{head}.{body}.{Base64Url(HMACSHA256.HashData("santral-test-key-santral-test-key"u8, Encoding.ASCII.GetBytes($"{head}.{body}")))}";

        static string Part(string json) => Base64Url(Encoding.UTF8.GetBytes(json));

        static string Base64Url(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }
}
