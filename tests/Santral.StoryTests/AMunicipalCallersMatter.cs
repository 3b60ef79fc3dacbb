using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Santral.StoryTests;

/// <summary>
/// An inhabitant calls the municipality; its agent, in Swedish, saves first, searches before closing, answers from an article, and when
/// work turns out to be needed makes an action of the same record. A word of praise is only kept (D6).
/// </summary>
[Collection(MattersCollection.Name)]
public sealed partial class AMunicipalCallersMatter(StoryFixture story)
{
    private const string Caller = "Göran Ålund";
    private const string Article = "Återvinningscentral: öppettider";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    [Requirement("M-01")]
    [Requirement("M-02")]
    [Requirement("M-03")]
    [Requirement("M-04")]
    [Requirement("M-05")]
    [Requirement("M-06")]
    [Requirement("M-07")]
    [Requirement("M-10")]
    [Requirement("M-11")]
    [Requirement("M-20")]
    public async Task Is_saved_first_answered_from_an_article_and_becomes_an_action_on_the_same_record()
    {
        using var api = await story.AsAsync("agent3");
        var kinds = await KindsAsync(api);
        var agent = await story.OpenAsync("agent3", "/desk", "sv-SE");
        await agent.TakeCallsAsync(DeskWords.Swedish);
        await using var phone = await Phone.CallAsync(story.Product.SipPort, "+46701740609", "300", Stop);
        await phone.HearsSomethingAsync("the greeting");
        phone.Press("2");
        await agent.AnswerAsync(Caller, DeskWords.Swedish);

        var (id, number) = await SavedFirstAsync(agent, api);
        await AnsweredFromAnArticleAsync(agent);
        await BecomesAnActionAsync(agent, api, id, number);
        var praise = await OnlyKeptAsync(agent, api);

        // What it was is counted, on the screen as in the API.
        (await KindsAsync(api)).ShouldBe((kinds.Information, kinds.Action + 1, kinds.Comment + 1));
        await agent.GotoAsync("/interactions");
        await agent.Locator("label").Filter(new() { HasText = "Per typ av förfrågan" }).ClickAsync();
        var volumes = agent.Locator(".volume-list");
        await Expect(volumes.Locator("div").Filter(new() { HasText = "Kommentar" })).ToContainTextAsync($"{kinds.Comment + 1}");

        await agent.GotoAsync($"/requests?text={praise}");
        await Expect(agent.GetByRole(AriaRole.Row).Filter(new() { HasText = praise })).ToContainTextAsync("Avslutad");
    }

    /// <summary>One key gives a number and a time, and all else is empty (M-04); the way it came is kept (M-02).</summary>
    private static async Task<(string Id, string Number)> SavedFirstAsync(IPage agent, HttpClient api)
    {
        await agent.Keyboard.PressAsync("n");
        var number = await NumberAsync(agent);
        await Expect(Kind(agent, "Information")).Not.ToBeCheckedAsync();
        foreach (var name in (string[])["Ämne", "Beskrivning"])
        {
            await Expect(Field(agent, name)).ToHaveValueAsync("");
        }

        await Expect(History(agent)).ToContainTextAsync("Öppnad av Åsa Lindqvist");
        await Expect(History(agent)).ToContainTextAsync("Inkommande samtal");
        var card = await CardAsync(api, number);
        card.GetProperty("channel").GetString().ShouldBe("phone");
        card.GetProperty("kind").ValueKind.ShouldBe(JsonValueKind.Null);
        card.GetProperty("text").GetString().ShouldBe("");
        card.GetProperty("category").ValueKind.ShouldBe(JsonValueKind.Null);
        return (card.GetProperty("id").GetString()!, number);
    }

    /// <summary>An information has an answer and no work (M-05, M-10); it is not closed before a search (M-06), and keeps the article (M-07).</summary>
    private static async Task AnsweredFromAnArticleAsync(IPage agent)
    {
        await agent.Keyboard.PressAsync("i");
        await agent.Keyboard.TypeAsync("När har återvinningscentralen öppet?");
        await agent.Keyboard.PressAsync("Escape");
        await Expect(agent.Locator(".rh-state").GetByText("Sparat")).ToBeVisibleAsync();
        await Expect(Field(agent, "Svar till kunden")).ToBeVisibleAsync();
        await Expect(Field(agent, "Vad ska göras")).ToHaveCountAsync(0);
        await Expect(agent.GetByRole(AriaRole.Button).Filter(new() { HasTextRegex = WorkOrder() })).ToHaveCountAsync(0);

        await MoveAsync(agent, "Löst");
        await Expect(agent.GetByText("Sök i kunskapsbasen för den här förfrågan innan den avslutas.").First).ToBeVisibleAsync();
        await Expect(Now(agent)).ToContainTextAsync("Ny");

        await agent.GetByRole(AriaRole.Searchbox, new() { Name = "Sök i kunskapsbasen" }).FillAsync("öppettider");
        await agent.GetByRole(AriaRole.List, new() { Name = "Träffar" }).GetByRole(AriaRole.Button).Filter(new() { HasText = Article }).ClickAsync();
        await agent.GetByRole(AriaRole.Button, new() { Name = "Använd i förfrågan", Exact = true }).ClickAsync();
        await Expect(History(agent).GetByRole(AriaRole.Link, new() { Name = Article })).ToBeVisibleAsync();
        await MoveAsync(agent, "Löst");
        await Expect(Now(agent)).ToContainTextAsync("Löst");
    }

    /// <summary>Work is needed after all: the same record and number, both sections kept, and the history knows both (M-11).</summary>
    private static async Task BecomesAnActionAsync(IPage agent, HttpClient api, string id, string number)
    {
        (await CardAsync(api, number)).GetProperty("canHaveWorkOrder").GetBoolean().ShouldBeFalse();
        await MoveAsync(agent, "Pågår");
        await Expect(Now(agent)).ToContainTextAsync("Pågår");
        await agent.Locator("label").Filter(new() { HasText = "Åtgärd" }).ClickAsync();
        await Field(agent, "Vad ska göras").FillAsync("Laga grinden till centralen");
        await Field(agent, "Plats").FillAsync("Ekhagen");
        await agent.Keyboard.PressAsync("Escape");
        await Expect(History(agent)).ToContainTextAsync("Typ: Information → Åtgärd");
        await NumberAsync(agent, number);
        var card = await StoryFixture.UntilAsync(api, $"/api/requests/{id}", read => read.GetProperty("sections").GetProperty("place").GetString() == "Ekhagen");
        card.GetProperty("number").GetString().ShouldBe(number);
        card.GetProperty("canHaveWorkOrder").GetBoolean().ShouldBeTrue();
    }

    /// <summary>Praise in the same call: a record of its own, without work, closed as it is saved (M-20).</summary>
    private static async Task<string> OnlyKeptAsync(IPage agent, HttpClient api)
    {
        await agent.Keyboard.PressAsync("n");
        await Expect(Field(agent, "Ämne")).ToHaveValueAsync("");
        var number = await NumberAsync(agent);
        await agent.Keyboard.PressAsync("c");
        await agent.Keyboard.TypeAsync("Tack för snabb hjälp");
        await agent.Keyboard.PressAsync("Escape");
        await Expect(Now(agent)).ToContainTextAsync("Avslutad");
        await Expect(Field(agent, "Vad ska göras")).ToHaveCountAsync(0);
        (await CardAsync(api, number)).GetProperty("canHaveWorkOrder").GetBoolean().ShouldBeFalse();
        return number;
    }

    private static async Task MoveAsync(IPage agent, string stage)
    {
        await agent.Keyboard.PressAsync("s");
        await agent.GetByRole(AriaRole.Menu, new() { Name = "Byt steg" }).GetByRole(AriaRole.Menuitem, new() { Name = stage }).ClickAsync();
    }

    private static async Task<string> NumberAsync(IPage agent, string? wanted = null)
    {
        var number = agent.Locator(".rh-number");
        await Expect(number).ToHaveTextAsync(wanted is null ? RequestNumber() : new Regex(Regex.Escape(wanted)));
        return await number.InnerTextAsync();
    }

    private static ILocator Field(IPage agent, string name) => agent.GetByRole(AriaRole.Textbox, new() { Name = name, Exact = true });

    private static ILocator Kind(IPage agent, string name) => agent.GetByRole(AriaRole.Radio, new() { Name = name });

    private static ILocator History(IPage agent) => agent.GetByRole(AriaRole.Region, new() { Name = "Historik" });

    private static ILocator Now(IPage agent) => agent.Locator(".srail [aria-current=step]");

    private static async Task<JsonElement> CardAsync(HttpClient api, string number)
    {
        var found = await api.GetFromJsonAsync<JsonElement>($"/api/requests?text={number}", Stop);
        var id = found.GetProperty("items").EnumerateArray().Single(r => r.GetProperty("number").GetString() == number).GetProperty("id").GetString();
        return await api.GetFromJsonAsync<JsonElement>($"/api/requests/{id}", Stop);
    }

    private static async Task<(int Information, int Action, int Comment)> KindsAsync(HttpClient api)
    {
        var groups = (await api.GetFromJsonAsync<JsonElement>("/api/requests/volumes?by=requestKind", Stop)).GetProperty("groups").EnumerateArray()
            .ToDictionary(g => g.GetProperty("code").GetString() ?? "", g => g.GetProperty("count").GetInt32());
        return (groups.GetValueOrDefault("information"), groups.GetValueOrDefault("action"), groups.GetValueOrDefault("comment"));
    }

    [GeneratedRegex(@"KF-\d\d-\d{4,}")]
    private static partial Regex RequestNumber();

    [GeneratedRegex("arbetsorder", RegexOptions.IgnoreCase)]
    private static partial Regex WorkOrder();
}
