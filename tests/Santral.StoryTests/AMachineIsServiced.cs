using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Santral.StoryTests;

/// <summary>
/// A letter about a refrigerator: authorised staff take it up, say what it is, answer from a template and give it to a technician, who
/// works on it and neither recategorises nor gives it away (D5).
/// </summary>
[Collection(MattersCollection.Name)]
public sealed class AMachineIsServiced(StoryFixture story)
{
    private const string Customer = "Elif Yılmaz";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    [Requirement("H-04")]
    [Requirement("H-08")]
    [Requirement("H-16")]
    [Requirement("W-D08")]
    [Requirement("W-S04")]
    [Requirement("W-S18")]
    public async Task By_staff_who_take_it_up_and_a_technician_who_is_given_it()
    {
        using var api = await story.AsAsync("service1");
        var (id, number) = await ALetterAsync(api);
        var staff = await story.OpenAsync("service1", $"/requests/{id}");

        await IsTakenUpAsync(staff);
        await IsCategorisedAsync(staff, api, id);
        await ShouldBeLockedAsync(await story.OpenAsync("agent2", $"/requests/{id}"), "Kategori");
        await IsAnsweredAsync(staff, number);
        await IsGivenAsync(staff);

        // The technician is told, finds it among his own, and works on it.
        var technician = await story.OpenAsync("field1", "/notices");
        await Expect(technician.GetByText($"{number} size verildi: Buzdolabı soğutmuyor").First).ToBeVisibleAsync();
        await technician.GotoAsync("/requests?owner=me");
        await technician.GetByRole(AriaRole.Row).Filter(new() { HasText = number }).GetByText("Buzdolabı soğutmuyor").DblClickAsync();
        await ShouldBeLockedAsync(technician, "Kategori", "Sorumlu", "Ekip");
        await Expect(technician.GetByRole(AriaRole.Textbox, new() { Name = "Yapılacak iş" })).ToBeEditableAsync();

        // What is solved leaves the list of what is open.
        await MoveAsync(staff, "Tamamlandı");
        await Expect(Now(staff)).ToContainTextAsync("Tamamlandı");
        await staff.GotoAsync("/requests?stage=open&sort=-opened");
        await Expect(staff.GetByRole(AriaRole.Row).Nth(1)).ToBeVisibleAsync();
        await Expect(staff.GetByRole(AriaRole.Row).Filter(new() { HasText = number })).ToHaveCountAsync(0);
        await staff.GotoAsync("/requests?stage=resolved&sort=-opened");
        await Expect(staff.GetByRole(AriaRole.Row).Filter(new() { HasText = number })).ToBeVisibleAsync();
    }

    /// <summary>It came by mail: it is listened to, and then it has not started or it is in progress, nothing else (H-08).</summary>
    private static async Task IsTakenUpAsync(IPage staff)
    {
        await Expect(Now(staff)).ToContainTextAsync("E-posta dinleme");
        await staff.Keyboard.PressAsync("s");
        var stages = staff.GetByRole(AriaRole.Menu, new() { Name = "Aşamayı değiştir" }).GetByRole(AriaRole.Menuitem);
        await Expect(stages).ToHaveTextAsync(["Başlamadı", "Devam ediyor"]);
        await stages.Filter(new() { HasText = "Devam ediyor" }).ClickAsync();
        await Expect(Now(staff)).ToContainTextAsync("Devam ediyor");
    }

    private static async Task IsCategorisedAsync(IPage staff, HttpClient api, string id)
    {
        await staff.Keyboard.PressAsync("c");
        await staff.Keyboard.TypeAsync("Arıza/Talep");
        await staff.Keyboard.PressAsync("Enter");
        await staff.Keyboard.PressAsync("Escape");
        var card = await StoryFixture.UntilAsync(api, $"/api/requests/{id}", read => read.GetProperty("category").ValueKind == JsonValueKind.Object);
        card.GetProperty("category").GetProperty("path")[0].GetProperty("names").GetProperty("tr").GetString().ShouldBe("Arıza/Talep");
    }

    private static async Task ShouldBeLockedAsync(IPage page, params string[] fields)
    {
        foreach (var field in fields)
        {
            await Expect(page.GetByRole(AriaRole.Combobox, new() { Name = field, Exact = true })).ToBeDisabledAsync();
        }
    }

    /// <summary>`::` fills in a template with this customer and this number (W-D08).</summary>
    private static async Task IsAnsweredAsync(IPage staff, string number)
    {
        await staff.Keyboard.PressAsync("r");
        await staff.Keyboard.TypeAsync("::servis");
        await Expect(staff.GetByRole(AriaRole.Option, new() { Name = "Servis randevusu" })).ToBeVisibleAsync();
        await staff.Keyboard.PressAsync("Enter");
        var text = $"Sayın {Customer},\n{number} numaralı başvurunuz için servis ekibimiz sizi arayıp gün ve saat kararlaştıracak.";
        await Expect(staff.GetByRole(AriaRole.Textbox, new() { Name = "Takip notu" })).ToHaveValueAsync(new Regex($"^{Regex.Escape(text)}"));
        await staff.Keyboard.PressAsync("Control+Enter");
        await Expect(staff.GetByRole(AriaRole.Region, new() { Name = "Geçmiş" })).ToContainTextAsync($"{number} numaralı başvurunuz için servis ekibimiz");
    }

    /// <summary>The new owner's name is chosen; the history keeps both (W-S04).</summary>
    private static async Task IsGivenAsync(IPage staff)
    {
        var owner = staff.GetByRole(AriaRole.Combobox, new() { Name = "Sorumlu", Exact = true });
        await owner.FocusAsync();
        await staff.Keyboard.TypeAsync("Murat Güneş");
        await Expect(staff.GetByRole(AriaRole.Option, new() { Name = "Murat Güneş" })).ToBeVisibleAsync();
        await staff.Keyboard.PressAsync("Enter");
        await Expect(staff.GetByRole(AriaRole.Region, new() { Name = "Geçmiş" })).ToContainTextAsync("Sorumlu: İbrahim Koç → Murat Güneş");
        await staff.Keyboard.PressAsync("Escape");
        await Expect(owner).Not.ToBeFocusedAsync();
    }

    private static async Task MoveAsync(IPage page, string stage)
    {
        await page.Keyboard.PressAsync("s");
        await Expect(page.GetByRole(AriaRole.Menu, new() { Name = "Aşamayı değiştir" })).ToContainTextAsync(stage);
        await page.GetByRole(AriaRole.Menuitem, new() { Name = stage }).ClickAsync();
    }

    private static ILocator Now(IPage page) => page.Locator(".srail [aria-current=step]");

    private static async Task<(string Id, string Number)> ALetterAsync(HttpClient api)
    {
        var customers = await api.GetFromJsonAsync<JsonElement>($"/api/customers?q={Uri.EscapeDataString(Customer)}", Stop);
        var customerId = customers.GetProperty("items").EnumerateArray().First(c => c.GetProperty("name").GetString() == Customer).GetProperty("id").GetString();
        using var opened = await api.PostAsJsonAsync("/api/requests", new { unit = "appliance", channel = "email", customerId }, Stop);
        var request = await opened.Content.ReadFromJsonAsync<JsonElement>(Stop);
        var id = request.GetProperty("id").GetString()!;
        using var described = await api.PutAsJsonAsync(
            $"/api/requests/{id}", new { version = request.GetProperty("version").GetInt32(), kind = "action", subject = "Buzdolabı soğutmuyor", customerId }, Stop);
        return (id, (await described.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("number").GetString()!);
    }
}
