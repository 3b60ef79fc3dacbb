using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Santral.StoryTests;

/// <summary>A recorded conversation with a real phone and a real browser: the process is killed in the middle of it, and what was said plays in the browser.</summary>
public sealed class AConversationIsRecorded(StoryFixture story) : IClassFixture<StoryFixture>
{
    [Fact]
    public async Task And_after_a_kill_it_plays_up_to_the_last_seconds()
    {
        using (var admin = await story.AsAsync("admin"))
        {
            await RecordAlwaysAsync(admin, "customer_services");
        }

        var agent = await story.Chromium.NewPersonAsync(story.Product.Address);
        await agent.SignInAsync("agent1");
        await agent.TakeCallsAsync();
        await using var phone = await Phone.CallAsync(story.Product.SipPort, "+905321112233", "100", TestContext.Current.CancellationToken);
        await phone.HearsSomethingAsync("the greeting");
        phone.Press("3");
        await agent.AnswerAsync("Elif Yılmaz");
        await Expect(agent.GetByRole(AriaRole.Img, new() { Name = "Görüşme kaydediliyor" })).ToBeVisibleAsync();
        for (var part = 0; part < 15; part++)
        {
            await phone.Voice.Heard.UntilToneAsync(Chromium.VoiceHz);
        }

        await story.Product.KillAsync();
        await story.Product.StartAsync(TestContext.Current.CancellationToken);

        using var supervisor = await story.AsAsync("supervisor1");
        var call = (await supervisor.GetFromJsonAsync<JsonElement>("/api/calls?number=5321112233")).GetProperty("items")[0].GetProperty("id").GetString();
        var recording = (await supervisor.GetFromJsonAsync<JsonElement>($"/api/calls/{call}")).GetProperty("recordings")[0];
        recording.GetProperty("state").GetString().ShouldBe("cutShort");
        recording.GetProperty("seconds").GetInt32().ShouldBeGreaterThanOrEqualTo(1);

        var back = await story.Chromium.NewPersonAsync(story.Product.Address);
        await back.SignInAsync("agent1");
        await back.GotoAsync($"/calls/{call}");
        await Expect(back.GetByText("Yarıda kesildi")).ToBeVisibleAsync();
        var player = back.GetByRole(AriaRole.Group, new() { Name = "Görüşme kaydı" });
        await player.GetByRole(AriaRole.Button, new() { Name = "Dinle" }).ClickAsync();
        await back.WaitForFunctionAsync("() => document.querySelector('audio').currentTime > 0.4");
        await back.EvaluateAsync("() => { const player = document.querySelector('audio'); player.pause(); player.currentTime = 1; }");
        await Expect(player.GetByText("00:01 /")).ToBeVisibleAsync();
    }

    private static async Task RecordAlwaysAsync(HttpClient admin, string team)
    {
        var rules = await admin.GetFromJsonAsync<JsonElement>("/api/calls/recording-rules");
        var rule = rules.EnumerateArray().Single(r => r.GetProperty("code").GetString() == team);
        (await admin.PutAsJsonAsync(
            $"/api/calls/recording-rules/{rule.GetProperty("teamId").GetString()}",
            new { version = rule.GetProperty("version").GetInt32(), policy = "always", keepDays = 90, showsListening = false })).EnsureSuccessStatusCode();
    }
}
