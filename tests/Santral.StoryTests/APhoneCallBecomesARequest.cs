using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Santral.StoryTests;

/// <summary>
/// The product's main job with a real phone and a real browser: a known customer calls, hears his menu, waits with music;
/// the agent sees who it is, answers, both hear each other; the matter gets a number, a subject and a note; all is in the list,
/// also after the process was killed.
/// </summary>
public sealed class APhoneCallBecomesARequest(StoryFixture story) : IClassFixture<StoryFixture>
{
    private const string Customer = "Elif Yılmaz";

    [Fact]
    [Requirement("I-01")]
    [Requirement("I-02")]
    [Requirement("I-10")]
    [Requirement("M-03")]
    [Requirement("M-04")]
    [Requirement("W-S03")]
    [Requirement("P-01")]
    public async Task From_the_first_ring_to_the_list_and_again_after_a_kill()
    {
        var agent = await SignInAsync();
        var first = await CallAndWriteAsync(agent, "Faturada anlamadığı kalem var", "Kalem kalem okundu.");
        await agent.Context.CloseAsync();

        await story.Product.KillAsync();
        await story.Product.StartAsync(TestContext.Current.CancellationToken);

        var back = await SignInAsync();
        await ShouldBeListedAsync(back, first, "Faturada anlamadığı kalem var", "Kalem kalem okundu.");
        await back.GotoAsync("/");
        var second = await CallAndWriteAsync(back, "Tarife sordu", "Broşür anlatıldı.");
        second.ShouldNotBe(first);
        await ShouldBeListedAsync(back, second, "Tarife sordu", "Broşür anlatıldı.");
    }

    private async Task<IPage> SignInAsync()
    {
        var page = await story.Chromium.NewPersonAsync(story.Product.Address);
        await page.GotoAsync("/");
        await page.GetByLabel("Kullanıcı adı").FillAsync("agent1");
        await page.GetByLabel("Parola", new() { Exact = true }).FillAsync("demo");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("Bende bekleyenler")).ToBeVisibleAsync();
        return page;
    }

    private async Task<string> CallAndWriteAsync(IPage agent, string subject, string note)
    {
        var ready = agent.GetByRole(AriaRole.Button, new() { Name = "Hazır ol" });
        if (await ready.IsVisibleAsync())
        {
            await ready.ClickAsync();
        }

        await Expect(agent.GetByText("Çağrılar bu sekmede çalar")).ToBeVisibleAsync();

        await using var phone = await Phone.CallAsync(story.Product.SipPort, "+905321112233", "+908502220000", TestContext.Current.CancellationToken);
        await phone.HearsSomethingAsync("the greeting");
        phone.Press("3");

        // The desk knows who it is before anyone speaks.
        var offer = agent.GetByRole(AriaRole.Button, new() { Name = "Cevapla" }).First;
        await Expect(offer).ToBeVisibleAsync();
        await Expect(agent.GetByText(Customer).First).ToBeVisibleAsync();
        await phone.HearsSomethingAsync("music");
        await agent.Keyboard.PressAsync("Enter");

        var hangUp = agent.GetByRole(AriaRole.Button, new() { Name = "Bitir" });
        await Expect(hangUp).ToBeVisibleAsync();
        await phone.Voice.Heard.UntilToneAsync(Chromium.VoiceHz, within: TimeSpan.FromSeconds(20));
        await Chromium.HearsAsync(agent, 600);

        await agent.Keyboard.PressAsync("n");
        var number = agent.GetByText(RequestNumber()).First;
        await Expect(number).ToBeVisibleAsync();
        var taken = RequestNumber().Match(await number.InnerTextAsync()).Value;
        await agent.GetByLabel("Konu", new() { Exact = true }).FillAsync(subject);
        var composer = agent.GetByRole(AriaRole.Textbox, new() { Name = "Takip notu" });
        await composer.FillAsync(note);
        await composer.PressAsync("Control+Enter");
        await Expect(agent.GetByText(note)).ToBeVisibleAsync();
        await Expect(agent.GetByText("Kaydedildi").First).ToBeVisibleAsync();

        await phone.HangUpAsync();
        await agent.GetByRole(AriaRole.Button, new() { Name = "Toparlamayı bitir" }).ClickAsync();
        await Expect(hangUp).ToBeHiddenAsync();
        await Expect(agent.GetByRole(AriaRole.Button, new() { Name = "Toparlamayı bitir" })).ToBeHiddenAsync();
        return taken;
    }

    private static async Task ShouldBeListedAsync(IPage agent, string number, string subject, string note)
    {
        await agent.GotoAsync("/requests");
        var row = agent.GetByRole(AriaRole.Row).Filter(new() { HasText = number });
        await Expect(row).ToContainTextAsync(subject);
        await Expect(row).ToContainTextAsync(Customer);
        await row.GetByText(subject).DblClickAsync();
        await Expect(agent.GetByText("Gelen çağrı").First).ToBeVisibleAsync();
        await Expect(agent.GetByText(note).First).ToBeVisibleAsync();
    }

    private static System.Text.RegularExpressions.Regex RequestNumber() => new("ÇB-26-0\\d{3}");
}
