using System.Text.Json;
using Santral.ModuleTests.Identity;
using Santral.ModuleTests.Processes;
using Santral.ModuleTests.Requests;

namespace Santral.ModuleTests.Mailroom;

/// <summary>A warning reaches its target in the app and by mail (P-19).</summary>
[Collection(MailroomCollection.Name)]
public sealed class ColleagueMailTests(MailInstallation installation)
{
    [Fact]
    [Requirement("P-19")]
    public async Task A_checkers_warning_reaches_each_watcher_in_the_app_and_in_his_inbox()
    {
        var (agent, checker, admin) = (await installation.AsAsync("agent1"), await installation.AsAsync("expert1"), await installation.AsAsync("admin"));
        var card = await agent.AskedForCompensationAsync("Uyarılacak başvuru");

        (await checker.DecideAsync(card, card.VersionOf(), "warn", "Müşteri gitmek istiyor.")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await installation.DeliverFactsAsync();

        foreach (var address in new[] { "agent1@ekip.example", "agent2@ekip.example" })
        {
            var letter = (await installation.InboxAsync(address, 1)).Single(l => l.Subject!.Contains(card.NumberOf()));
            letter.Subject!.ShouldBe($"Uyarı: {card.NumberOf()}");
            letter.TextBody!.ShouldContain("Müşteri gitmek istiyor.");
            letter.TextBody!.ShouldContain("Uyarılacak başvuru");
            letter.TextBody!.ShouldContain($"/requests/{card.IdOf()}");
            letter.Headers["Auto-Submitted"].ShouldBe("auto-generated");
        }

        (await Notices(await installation.AsAsync("agent2"))).ShouldContain(n => n.Contains(card.NumberOf()));
        var mails = await MailInstallation.UntilAsync(() => MailsAsync(admin, card.NumberOf()), m => m.Count > 1 && m.TrueForAll(d => d.TextOf("state") == "done"));
        mails.ShouldAllBe(m => m.GetProperty("lastError").ValueKind == JsonValueKind.Null);
        (await agent.TimelineAsync(card.IdOf())).ShouldNotContain(e => e.TextOf("kind") == "letter", "it is no letter to the customer");
    }

    [Fact]
    [Requirement("P-19")]
    public async Task A_supervisors_warning_is_mailed_to_each_in_his_language_and_a_plain_notice_is_not()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        Guid[] to = [installation.PersonOf("agent3").Value, installation.PersonOf("store1").Value];

        await supervisor.PostAsJsonAsync("/api/notices", new { text = "Bakım 22.00'de", isWarning = true, users = to, path = "/requests" }, Given.Stop).BodyAsync();
        await supervisor.PostAsJsonAsync("/api/notices", new { text = "Yalnızca duyuru", isWarning = false, users = to, path = "/requests" }, Given.Stop).BodyAsync();
        await installation.DeliverFactsAsync();

        (await installation.InboxAsync("agent3@ekip.example", 1)).ShouldHaveSingleItem().Subject.ShouldBe("Varning: Bakım 22.00'de");
        (await installation.InboxAsync("store1@ekip.example", 1)).ShouldHaveSingleItem().TextBody!.ShouldStartWith("Merhaba Serkan Polat,");
        (await Notices(await installation.AsAsync("store1"))).ShouldContain(n => n.Contains("Bakım 22.00"));
    }

    [Fact]
    [Requirement("P-19")]
    public async Task Who_has_no_address_or_a_refused_one_is_said_and_the_others_get_theirs()
    {
        var (supervisor, admin) = (await installation.AsAsync("supervisor1"), await installation.AsAsync("admin"));
        var nowhere = await installation.AddPersonAsync("nowhere");
        var refused = await installation.AddPersonAsync("refusedone");
        var user = await installation.UserAsync("refusedone");
        var change = new { version = user.GetProperty("version").GetInt32(), displayName = "Ret Edilen", language = "tr", email = "refused@musteri.example", isActive = true, roles = new[] { "agent" } };
        await admin.PutAsJsonAsync($"/api/users/{refused.Id}", change with { email = "no address" }, Given.Stop).ShouldBeRefusedAsync("identity.email_invalid", HttpStatusCode.UnprocessableEntity);
        (await admin.PutAsJsonAsync($"/api/users/{refused.Id}", change, Given.Stop).BodyAsync()).TextOf("email").ShouldBe("refused@musteri.example");

        await supervisor.PostAsJsonAsync(
            "/api/notices", new { text = "Üçüne birden", isWarning = true, users = new[] { nowhere.Id, refused.Id, installation.PersonOf("buyer1").ToString() }, path = "/requests" }, Given.Stop).BodyAsync();
        await installation.DeliverFactsAsync();

        (await installation.InboxAsync("buyer1@ekip.example", 1)).ShouldHaveSingleItem().Subject!.ShouldContain("Üçüne birden");
        var mails = await MailInstallation.UntilAsync(
            async () => (await MailsAsync(admin, "")).Where(m => m.TextOf("state") == "failed").ToList(), m => m.Count >= 2);
        mails.ShouldContain(m => m.TextOf("problem") == "noEmail" && m.TextOf("lastError") == "Deniz Yalçın" && m.TextOf("recipient") == "Deniz Yalçın");
        mails.ShouldContain(m => m.TextOf("problem") == "refused");
    }

    private static async Task<List<JsonElement>> MailsAsync(HttpClient admin, string number)
        => [.. (await admin.GetAsync("/api/processes/deliveries", Given.Stop).BodyAsync()).GetProperty("items").EnumerateArray()
            .Where(d => d.TextOf("kind") == "mail" && d.TextOf("number") == number)];

    private static async Task<List<string>> Notices(HttpClient client)
        => [.. (await client.GetAsync("/api/notices", Given.Stop).BodyAsync()).GetProperty("items").EnumerateArray().Select(n => n.GetRawText())];
}
