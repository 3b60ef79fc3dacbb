using System.Text.Json;

namespace Santral.ModuleTests.Workplace;

/// <summary>What is typed is kept on the server and never lost to another device.</summary>
[Collection(WorkplaceCollection.Name)]
public sealed class DraftsTests(Installation installation)
{
    private int _edit;

    [Fact]
    public async Task A_draft_comes_back_on_another_device_and_to_nobody_else()
    {
        var agent = await installation.AsAsync("agent1");
        var key = NewKey();

        var kept = await KeepAsync(agent, key, "Yarım kal\0an not", "laptop", baseVersion: 7);

        var card = await ReadAsync(agent, key);
        card.GetProperty("body").GetString().ShouldBe("Yarım kalan not");
        card.GetProperty("baseVersion").GetInt32().ShouldBe(7);
        card.GetProperty("version").GetInt32().ShouldBe(kept.GetProperty("version").GetInt32());
        (await agent.GetAsync($"/api/drafts?under={key}", Given.Stop).BodyAsync()).EnumerateArray().ShouldHaveSingleItem();
        var other = await installation.AsAsync("agent2");
        (await other.GetAsync($"/api/drafts/{key}", Given.Stop)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await other.GetAsync($"/api/drafts?under={key}", Given.Stop).BodyAsync()).EnumerateArray().ShouldBeEmpty();
        await other.DeleteAsync($"/api/drafts/{key}", Given.Stop).BodyAsync();
        (await ReadAsync(agent, key)).GetProperty("body").GetString().ShouldNotBeNull();
    }

    [Fact]
    public async Task When_two_devices_type_the_newer_wins_and_the_older_is_kept_aside()
    {
        var agent = await installation.AsAsync("agent1");
        var key = NewKey();
        var first = await KeepAsync(agent, key, "on the laptop", "laptop");

        var second = await KeepAsync(agent, key, "on the phone", "phone", known: 0);

        second.GetProperty("setAside").GetString().ShouldNotBeNull();
        var card = await ReadAsync(agent, key);
        card.GetProperty("body").GetString().ShouldBe("on the phone");
        var older = card.GetProperty("older").EnumerateArray().ShouldHaveSingleItem();
        older.GetProperty("body").GetString().ShouldBe("on the laptop");
        older.GetProperty("savedAt").GetDateTimeOffset().ShouldBe(first.GetProperty("savedAt").GetDateTimeOffset(), TimeSpan.FromMilliseconds(1));

        await agent.DeleteAsync($"/api/drafts/{key}/older/{older.GetProperty("id").GetString()}", Given.Stop).BodyAsync();
        (await ReadAsync(agent, key)).GetProperty("older").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Who_goes_on_from_what_he_was_given_sets_nothing_aside()
    {
        var agent = await installation.AsAsync("agent1");
        var key = NewKey();
        var first = await KeepAsync(agent, key, "begun", "laptop");

        var second = await KeepAsync(agent, key, "begun and ended", "phone", known: first.GetProperty("version").GetInt32());

        second.GetProperty("setAside").ValueKind.ShouldBe(JsonValueKind.Null);
        (await ReadAsync(agent, key)).GetProperty("older").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_page_that_overtakes_itself_keeps_its_last_word()
    {
        var agent = await installation.AsAsync("agent1");
        var key = NewKey();
        await agent.PutAsJsonAsync($"/api/drafts/{key}", new { body = "last word", device = "page", edit = 5, knownVersion = 0 }, Given.Stop).BodyAsync();

        await agent.PutAsJsonAsync($"/api/drafts/{key}", new { body = "last", device = "page", edit = 4, knownVersion = 0 }, Given.Stop).BodyAsync();

        (await ReadAsync(agent, key)).GetProperty("body").GetString().ShouldBe("last word");
    }

    [Fact]
    public async Task Saving_the_thing_clears_the_draft_but_not_what_another_device_typed_since()
    {
        var agent = await installation.AsAsync("agent1");
        var key = NewKey();
        var mine = await KeepAsync(agent, key, "sent", "laptop");
        await KeepAsync(agent, key, "sent, and more", "phone", known: mine.GetProperty("version").GetInt32());

        await agent.DeleteAsync($"/api/drafts/{key}?version={mine.GetProperty("version").GetInt32()}&device=laptop", Given.Stop).BodyAsync();

        var card = await ReadAsync(agent, key);
        card.GetProperty("body").ValueKind.ShouldBe(JsonValueKind.Null);
        card.GetProperty("older").EnumerateArray().ShouldHaveSingleItem().GetProperty("body").GetString().ShouldBe("sent, and more");
        (await agent.DeleteAsync($"/api/drafts/{key}", Given.Stop)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Two_devices_in_the_same_instant_lose_nothing()
    {
        var agent = await installation.AsAsync("agent2");
        var key = NewKey();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => KeepAsync(agent, key, $"text {i}", $"device{i}")));

        var card = await ReadAsync(agent, key);
        card.GetProperty("older").EnumerateArray().Select(o => o.GetProperty("body").GetString()).Append(card.GetProperty("body").GetString())
            .Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(0, 6).Select(i => $"text {i}"));
    }

    [Fact]
    public async Task Other_open_pages_of_the_person_hear_of_it()
    {
        await using var page = await installation.OpenPageAsync("tech1");
        await page.AskAsync("Hello");
        var key = NewKey();

        await KeepAsync(await installation.AsAsync("tech1"), key, "typed elsewhere", "phone");

        var news = await page.NextAsync("News", n => n.GetProperty("topic").GetString() == "drafts");
        news.GetProperty("payload").GetProperty("key").GetString().ShouldBe(key);
    }

    [Fact]
    public async Task Too_long_a_foreign_name_and_no_text_are_refused()
    {
        var agent = await installation.AsAsync("agent1");
        var key = NewKey();

        await PutAsync(agent, key, new string('ş', 131_073), "page").ShouldBeRefusedAsync("workplace.draft_too_long", HttpStatusCode.UnprocessableEntity);
        using var pasted = new HttpRequestMessage(HttpMethod.Put, $"/api/drafts/{key}") { Content = JsonContent.Create(new { body = new string('x', 10 * 1024 * 1024), device = "page", edit = 1, knownVersion = 0 }) };
        pasted.Headers.ExpectContinue = true;
        try
        {
            (await agent.SendAsync(pasted, Given.Stop)).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        }
        catch (HttpRequestException)
        {
            // Refused by its length: the line may be closed before all is sent.
        }

        await PutAsync(agent, "../secrets", "x", "page").ShouldBeRefusedAsync("workplace.draft_key_invalid");
        await PutAsync(agent, "Request new", "x", "page").ShouldBeRefusedAsync("workplace.draft_key_invalid");
        await PutAsync(agent, $"request:{new string('a', 200)}", "x", "page").ShouldBeRefusedAsync("workplace.draft_key_invalid");
        await PutAsync(agent, key, "x", "").ShouldBeRefusedAsync("request.invalid");
        await agent.PutAsJsonAsync($"/api/drafts/{key}", new { device = "page" }, Given.Stop).ShouldBeRefusedAsync("request.invalid");
        await PutAsync(installation.Anonymous(), key, "x", "page").ShouldBeRefusedAsync("identity.sign_in_needed");
        (await agent.GetAsync($"/api/drafts/{key}", Given.Stop)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await KeepAsync(agent, key, new string('x', 256 * 1024), "page");
    }

    private static string NewKey() => $"request:{Guid.NewGuid()}:note";

    private Task<HttpResponseMessage> PutAsync(HttpClient person, string key, string body, string device, int known = 0, int? baseVersion = null)
        => person.PutAsJsonAsync($"/api/drafts/{Uri.EscapeDataString(key)}", new { body, device, edit = Interlocked.Increment(ref _edit), knownVersion = known, baseVersion }, Given.Stop);

    private Task<JsonElement> KeepAsync(HttpClient person, string key, string body, string device, int known = 0, int? baseVersion = null)
        => PutAsync(person, key, body, device, known, baseVersion).BodyAsync();

    private static Task<JsonElement> ReadAsync(HttpClient person, string key) => person.GetAsync($"/api/drafts/{key}", Given.Stop).BodyAsync();
}
