using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Santral.StoryTests;

/// <summary>
/// A supervisor makes a flow for a new number, and it is called. Then she changes the appliance line's menu, tries it without a phone and publishes it: the next caller
/// meets it. It was a mistake, she goes back, and the caller after that meets what was before.
/// </summary>
public sealed class AFlowIsDrawn(StoryFixture story) : IClassFixture<StoryFixture>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    [Requirement("I-01")]
    [Requirement("I-04")]
    public async Task Tried_without_a_phone_published_called_and_taken_back()
    {
        var page = await story.OpenAsync("supervisor1", "/ivr");
        await MakeAsync(page);
        await CallAsync("+905559990091", "177");
        (await story.EndedCallAsync("+905559990091")).GetProperty("call").GetProperty("calledNumber").GetString().ShouldBe("177");

        await page.GotoAsync("/ivr/appliance");
        await DrawAsync(page);
        await TryAsync(page);
        await CallAsync("+905559990092", "200", "1");
        (await MenuKeyAsync("+905559990092")).ShouldBe("1", "what is drawn is not published");

        await PublishAsync(page);
        await CallAsync("+905559990093", "200", "7");
        (await MenuKeyAsync("+905559990093")).ShouldBe("7");

        await page.Button("Sürümler").ClickAsync();
        await page.Button("Bu sürüme dön").First.ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Bu sürüme dön" }).ClickAsync();
        await Expect(page.GetByText("3. sürüm yayında").First).ToBeVisibleAsync();
        await CallAsync("+905559990094", "200", "1");
        (await MenuKeyAsync("+905559990094")).ShouldBe("1");
    }

    /// <summary>With a name in three languages, a team and two numbers.</summary>
    private static async Task MakeAsync(IPage page)
    {
        // The page's own, which hears the key; the unit's name stands in the frame too.
        await Expect(page.Locator(".flow-list-head").GetByRole(AriaRole.Button)).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("n");
        var dialog = page.GetByRole(AriaRole.Dialog);
        var name = dialog.GetByRole(AriaRole.Textbox, new() { Name = "Ad", Exact = true });
        await name.FillAsync("Fatura hattı");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "İsveççe adı" }).ClickAsync();
        await name.FillAsync("Fakturalinjen");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "İngilizce adı" }).ClickAsync();
        await name.FillAsync("Billing line");
        await dialog.GetByLabel("Kod").FillAsync("billing_line");
        await ChooseAsync(page, dialog, "İş birimi", "İnternet hizmetleri");
        await ChooseAsync(page, dialog, "Ekip", "Müşteri Hizmetleri");
        await dialog.GetByLabel("Numaralar").FillAsync("0850 222 00 77, 177");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Oluştur" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Fatura hattı" })).ToBeVisibleAsync();
        await Expect(page.GetByText("1. sürüm yayında").First).ToBeVisibleAsync();
    }

    /// <summary>The menu's first key becomes 7.</summary>
    private static async Task DrawAsync(IPage page)
    {
        await page.Locator(".block-node").Filter(new() { HasText = "Ana menü" }).First.ClickAsync();
        var inspector = page.GetByRole(AriaRole.Complementary, new() { Name = "Seçilenin ayarları" });
        await inspector.Locator(".menu-option").First.ClickAsync();
        await ChooseAsync(page, inspector, "Tuş", "7");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Yayınla" })).ToBeEnabledAsync();
    }

    private static async Task TryAsync(IPage page)
    {
        var call = page.GetByRole(AriaRole.Region, new() { Name = "Deneme araması" });
        await call.GetByRole(AriaRole.Button, new() { Name = "7", Exact = true }).ClickAsync();
        await Expect(call.GetByText("Sırada: Beyaz Eşya Servisi")).ToBeVisibleAsync();
    }

    private static async Task PublishAsync(IPage page)
    {
        await page.Button("Yayınla").ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Yayınla" }).ClickAsync();
        await Expect(page.GetByText("2. sürüm yayında").First).ToBeVisibleAsync();
    }

    /// <summary>A caller who presses a key, waits until he stands in the queue, and hangs up.</summary>
    private async Task CallAsync(string from, string to, string? key = null)
    {
        await using var phone = await Phone.CallAsync(story.Product.SipPort, from, to, Stop);
        await phone.HearsSomethingAsync("the line");
        if (key is not null)
        {
            phone.Press(key);
            using var admin = await story.AsAsync("admin");
            await StoryFixture.UntilAsync(
                admin,
                "/api/queues/wallboard",
                board => board.GetProperty("teams").EnumerateArray().Any(t => t.GetProperty("code").GetString() == "appliance_service" && t.GetProperty("waiting").GetInt32() > 0));
        }

        await phone.HangUpAsync();
    }

    private async Task<string?> MenuKeyAsync(string from)
        => (await story.EndedCallAsync(from)).GetProperty("menuPath").EnumerateArray().Single().GetProperty("key").GetString();

    private static async Task ChooseAsync(IPage page, ILocator inside, string field, string choice)
    {
        var box = inside.GetByRole(AriaRole.Combobox, new() { Name = field, Exact = true });
        await box.FocusAsync();
        await page.Keyboard.TypeAsync(choice);
        await Expect(page.GetByRole(AriaRole.Option, new() { Name = choice })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");
    }
}
