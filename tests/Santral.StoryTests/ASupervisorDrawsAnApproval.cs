using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Santral.StoryTests;

/// <summary>
/// A supervisor wants to be asked before a part is given for free. She draws it, sees on the last weeks' requests what it would have
/// changed, and publishes it; from then on requests stop there, whoever tries, until a checker decides, here in part (D3).
/// It has a product of its own: what it publishes holds for every request of the unit, those of other stories too.
/// </summary>
public sealed partial class ASupervisorDrawsAnApproval(StoryFixture story) : IClassFixture<StoryFixture>
{
    private const string Approval = "Bedelsiz parça onayı";

    private static readonly string[] Everybody =
    [
        "admin", "supervisor1", "agent1", "agent2", "agent3", "tech1", "tech2", "expert1", "corporate1", "service1", "field1", "field2", "buyer1", "store1", "accountant1",
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    [Requirement("W-D04")]
    [Requirement("P-16")]
    [Requirement("P-17")]
    public async Task And_requests_stop_at_it_until_a_checker_approves_in_part()
    {
        using var asker = await story.AsAsync("service1");
        var given = await ARequestAsync(asker, "Bedelsiz pompa verildi", "in_progress", "completed");
        var refused = await ARequestAsync(asker, "Bizim ürünümüz değil", "rejected");

        var supervisor = await story.OpenAsync("supervisor1", "/processes");
        await supervisor.GetByRole(AriaRole.Row).Filter(new() { HasText = "Beyaz eşya" }).GetByRole(AriaRole.Link, new() { Name = "Başvuru süreci" }).ClickAsync();
        await DrawAsync(supervisor);
        await TryAsync(supervisor, given, refused);
        await PublishAsync(supervisor);

        var asked = await AskAsync(asker);
        await ShouldHoldForEverybodyAsync(asker, asked.Id);
        await ApproveInPartAsync(asked.Number);

        // Whoever asked reads on his open page what was decided, and why.
        await Expect(Now(asked.Page)).ToContainTextAsync("Tamamlandı");
        var history = asked.Page.GetByRole(AriaRole.Region, new() { Name = "Geçmiş" });
        await Expect(history).ToContainTextAsync("kısmen onayladı");
        await Expect(history).ToContainTextAsync("5 parçadan 3'ü");
        await Expect(history).ToContainTextAsync("İkisi garantide.");
    }

    /// <summary>A stage beside "in progress", with names, meaning, a checker and the decision in part; every way round it is taken away.</summary>
    private static async Task DrawAsync(IPage page)
    {
        await page.Locator(".stage-node").Filter(new() { HasText = "Devam ediyor" }).ClickAsync();
        await page.Keyboard.PressAsync("a");
        var name = page.GetByRole(AriaRole.Textbox, new() { Name = "Ad", Exact = true });
        await Expect(name).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(Approval);
        await page.Button("İsveççe adı").ClickAsync();
        await name.FillAsync("Godkännande av fri reservdel");
        await page.Button("İngilizce adı").ClickAsync();
        await name.FillAsync("Approval of a free part");
        await page.Keyboard.PressAsync("Tab");

        await ChooseAsync(page, "Anlamı", "Onay bekliyor");
        await ChooseAsync(page, "Onaylayan", "Elif Şahin");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Kısmi onay" }).CheckAsync();
        await ChooseAsync(page, "Kısmi onay kararının hedefi", "Tamamlandı");

        foreach (var stage in (string[])["Başlamadı", "Parça bekleniyor", "Devam ediyor"])
        {
            await page.Locator(".stage-node").Filter(new() { HasText = stage }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = stage })).ToBeVisibleAsync();
            await ChooseAsync(page, "Elle geçilebilen aşamalar", "Tamamlandı");
        }

        await Expect(page.GetByText("Sorun yok, yayınlanabilir")).ToBeVisibleAsync();
    }

    /// <summary>Types the name of a choice and takes it; one that was chosen among several is taken out.</summary>
    private static async Task ChooseAsync(IPage page, string field, string choice)
    {
        var box = page.GetByRole(AriaRole.Combobox, new() { Name = field, Exact = true });
        await box.FocusAsync();
        await page.Keyboard.TypeAsync(choice);
        await Expect(page.GetByRole(AriaRole.Option, new() { Name = choice })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");

        // Leaving by Tab leaves the choice as it is.
        await page.Keyboard.PressAsync("Tab");
    }

    private static async Task TryAsync(IPage page, (string Id, string Number) given, (string Id, string Number) refused)
    {
        await page.Button("Dene").ClickAsync();
        var rows = page.Locator(".trial-rows").GetByRole(AriaRole.Row);
        await Expect(rows.Filter(new() { HasText = given.Number })).ToContainTextAsync(Approval);
        await Expect(rows.Filter(new() { HasText = given.Number })).ToContainTextAsync("önce onaya girer");
        await Expect(rows.Filter(new() { HasText = refused.Number })).ToHaveCountAsync(0);

        // As many are named as are counted.
        await Expect(page.Locator(".trial-count")).ToHaveTextAsync($"{await rows.CountAsync() - 1}");
    }

    private static async Task PublishAsync(IPage page)
    {
        await page.Button("Yayınla").ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Ne değişti, neden").FillAsync("Bedelsiz parça sorulmadan verilmesin");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Yayınla" }).ClickAsync();
        await Expect(page.GetByText("1. sürüm yayında").First).ToBeVisibleAsync();
    }

    /// <summary>The agent's own page offers the approval and not the end.</summary>
    private async Task<(IPage Page, string Id, string Number)> AskAsync(HttpClient asker)
    {
        var (id, number) = await ARequestAsync(asker, "Beş parça bedelsiz istendi", "in_progress");
        var page = await story.OpenAsync("service1", $"/requests/{id}");
        await Expect(Now(page)).ToContainTextAsync("Devam ediyor");
        await page.Keyboard.PressAsync("s");
        var menu = page.GetByRole(AriaRole.Menu, new() { Name = "Aşamayı değiştir" });
        await Expect(menu.GetByRole(AriaRole.Menuitem, new() { Name = "Tamamlandı" })).ToHaveCountAsync(0);
        await menu.GetByRole(AriaRole.Menuitem, new() { Name = Approval }).ClickAsync();
        await Expect(Now(page)).ToContainTextAsync(Approval);
        return (page, id, number);
    }

    private async Task ShouldHoldForEverybodyAsync(HttpClient asker, string id)
    {
        var before = await asker.GetFromJsonAsync<JsonElement>($"/api/requests/{id}", Stop);
        var version = before.GetProperty("version").GetInt32();
        foreach (var person in Everybody)
        {
            using var api = await story.AsAsync(person);
            using var past = await api.PostAsJsonAsync($"/api/requests/{id}/stage", new { version, stage = "completed" }, Stop);
            await ShouldBeRefusedAsync(past, person, "processes.stage_not_allowed");
            if (person != "agent2")
            {
                using var decision = await api.PostAsJsonAsync($"/api/processes/approvals/request/{id}", new { version, outcome = "approve", comment = "Olsun" }, Stop);
                await ShouldBeRefusedAsync(decision, person, "processes.not_a_checker");
            }
        }

        Told(await asker.GetFromJsonAsync<JsonElement>($"/api/requests/{id}", Stop)).ShouldBe(Told(before));
    }

    /// <summary>All of an answer but what passes with the time it is read at.</summary>
    private static string Told(JsonElement body) => ReadAt().Replace(body.GetRawText(), "");

    [GeneratedRegex("\"(asOf|usedSeconds)\":[^,}]*,?")]
    private static partial Regex ReadAt();

    /// <summary>Who sees the request is told why; to others it is unknown, or not theirs to write on.</summary>
    private static async Task ShouldBeRefusedAsync(HttpResponseMessage answer, string person, string code)
    {
        var told = await answer.Content.ReadAsStringAsync(Stop);
        var why = JsonSerializer.Deserialize<JsonElement>(told).GetProperty("code").GetString();
        (answer.StatusCode, why).ShouldBeOneOf(
            (HttpStatusCode.Conflict, code), (HttpStatusCode.Forbidden, code), (HttpStatusCode.NotFound, "requests.unknown"), (HttpStatusCode.NotFound, "processes.not_waiting"), (HttpStatusCode.Forbidden, "identity.not_permitted"));
        if (person is "admin" or "supervisor1" or "agent2" or "service1")
        {
            why.ShouldBe(code, person);
        }
    }

    private async Task ApproveInPartAsync(string number)
    {
        var checker = await story.OpenAsync("agent2", "/approvals");
        await checker.GetByRole(AriaRole.Button).Filter(new() { HasText = number }).ClickAsync();
        await checker.Locator("label").Filter(new() { HasText = "Kısmi onayla" }).ClickAsync();
        await checker.GetByLabel("Ne kadarını onaylıyorsunuz").FillAsync("5 parçadan 3'ü");
        await checker.GetByLabel("Gerekçe, isteyen de görür").FillAsync("İkisi garantide.");
        await checker.Keyboard.PressAsync("Control+Enter");
        await Expect(checker.GetByText($"{number}: kaydedildi")).ToBeVisibleAsync();
    }

    private static ILocator Now(IPage page) => page.Locator(".srail [aria-current=step]");

    private static async Task<(string Id, string Number)> ARequestAsync(HttpClient asker, string subject, params string[] stages)
    {
        var opened = await ReadAsync(await asker.PostAsJsonAsync("/api/requests", new { unit = "appliance" }, Stop));
        var id = opened.GetProperty("id").GetString()!;
        var card = await ReadAsync(await asker.PutAsJsonAsync($"/api/requests/{id}", new { version = opened.GetProperty("version").GetInt32(), kind = "action", subject }, Stop));
        foreach (var stage in stages)
        {
            card = await ReadAsync(await asker.PostAsJsonAsync(
                $"/api/requests/{id}/stage", new { version = card.GetProperty("version").GetInt32(), stage, comment = "Müşteriye söylendi" }, Stop));
        }

        return (id, card.GetProperty("number").GetString()!);
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer)
    {
        var told = await answer.Content.ReadAsStringAsync(Stop);
        answer.IsSuccessStatusCode.ShouldBeTrue(told);
        answer.Dispose();
        return JsonSerializer.Deserialize<JsonElement>(told);
    }
}
