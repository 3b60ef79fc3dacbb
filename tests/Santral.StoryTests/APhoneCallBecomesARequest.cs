using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Santral.StoryTests;

/// <summary>
/// The product's main job with a real phone and a real browser: a known customer calls, hears his menu, waits with music;
/// the agent sees who it is, answers, both hear each other; the matter gets a number, a subject and a note; all is in the list,
/// also after the process was killed.
/// </summary>
[Trait("Database", "each")]
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
        var agent = await story.Chromium.NewPersonAsync(story.Product.Address);
        await agent.SignInAsync("agent1");
        var first = await CallAndWriteAsync(agent, "Faturada anlamadığı kalem var", "Kalem kalem okundu.");
        await agent.Context.CloseAsync();

        await story.Product.KillAsync();
        await story.Product.StartAsync(TestContext.Current.CancellationToken);

        var back = await story.Chromium.NewPersonAsync(story.Product.Address);
        await back.SignInAsync("agent1");
        await ShouldBeListedAsync(back, first, "Faturada anlamadığı kalem var", "Kalem kalem okundu.");
        await back.GotoAsync("/");
        var second = await CallAndWriteAsync(back, "Tarife sordu", "Broşür anlatıldı.");
        second.ShouldNotBe(first);
        await ShouldBeListedAsync(back, second, "Tarife sordu", "Broşür anlatıldı.");
    }

    private async Task<string> CallAndWriteAsync(IPage agent, string subject, string note)
    {
        await agent.TakeCallsAsync();
        await using var phone = await Phone.CallAsync(story.Product.SipPort, "+905321112233", "+908502220000", TestContext.Current.CancellationToken);
        await phone.HearsSomethingAsync("the greeting");
        phone.Press("3");

        // The desk knows who it is before anyone speaks.
        await Expect(agent.Button("Cevapla").First).ToBeVisibleAsync();
        await phone.HearsSomethingAsync("music");
        await agent.AnswerAsync(Customer);
        await phone.Voice.Heard.UntilToneAsync(Chromium.VoiceHz);
        await Chromium.HearsAsync(agent, 600);

        var number = await agent.NewRequestAsync(subject);
        var composer = agent.GetByRole(AriaRole.Textbox, new() { Name = "Takip notu" });
        await composer.FillAsync(note);
        await composer.PressAsync("Control+Enter");
        // In the history: the text stands in the field too, until the note is saved.
        await Expect(agent.GetByRole(AriaRole.Log).GetByText(note)).ToBeVisibleAsync();

        await phone.HangUpAsync();
        await agent.FinishWrapUpAsync();
        return number;
    }

    private static async Task ShouldBeListedAsync(IPage agent, string number, string subject, string note)
    {
        var row = await agent.ShouldListAsync(number, subject, Customer);
        await row.GetByText(subject).DblClickAsync();
        await Expect(agent.GetByText("Gelen çağrı").First).ToBeVisibleAsync();
        await Expect(agent.GetByText(note).First).ToBeVisibleAsync();
    }
}
