using System.Net.Http.Json;
using System.Text.Json;
using static Microsoft.Playwright.Assertions;

namespace Santral.StoryTests;

/// <summary>The media process dies in the middle of a conversation with a browser: the call ends, and the agent takes the next one in the same tab.</summary>
public sealed class TheMediaProcessDies(OwnMediaStory story) : IClassFixture<OwnMediaStory>
{
    [Fact]
    [Requirement("I-10")]
    public async Task And_the_agents_tab_has_its_phone_again_for_the_next_caller()
    {
        var stop = TestContext.Current.CancellationToken;
        var page = await story.Chromium.NewPersonAsync(story.Product.Address);
        await page.SignInAsync("agent1");
        await page.TakeCallsAsync();
        await using (var phone = await CallAsync("+905321112233", stop))
        {
            await page.AnswerAsync("Elif Yılmaz");
            await phone.Voice.Heard.UntilToneAsync(Chromium.VoiceHz);
            using var media = story.Product.Media().ShouldNotBeNull();

            media.Kill();

            await phone.EndedAsync();
        }

        await page.FinishWrapUpAsync();
        using var agent = await story.AsAsync("agent1");
        await StoryFixture.UntilAsync(agent, "/api/desk", desk => desk.GetProperty("phone").GetProperty("kind").GetString() == "browser");
        await Expect(page.GetByText("Çağrılar bu sekmede çalar")).ToBeVisibleAsync();
        await using (var phone = await CallAsync("+905321112233", stop))
        {
            await page.AnswerAsync("Elif Yılmaz");
            await phone.Voice.Heard.UntilToneAsync(Chromium.VoiceHz);
            await Chromium.HearsAsync(page, 600);
            await phone.HangUpAsync();
        }

        await page.FinishWrapUpAsync();
        using var admin = await story.AsAsync("admin");
        var log = await admin.GetFromJsonAsync<JsonElement>("/api/calls?take=10", stop);
        log.GetProperty("items").EnumerateArray().Select(c => c.GetProperty("endReason").GetString()).ShouldBe(["callerHungUp", "mediaLost"]);
    }

    private async Task<Phone> CallAsync(string from, CancellationToken stop)
    {
        var phone = await Phone.CallAsync(story.Product.SipPort, from, "100", stop);
        await phone.HearsSomethingAsync("the greeting");
        phone.Press("3");
        return phone;
    }
}
