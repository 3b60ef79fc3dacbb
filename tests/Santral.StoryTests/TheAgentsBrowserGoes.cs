using System.Text.Json;

namespace Santral.StoryTests;

/// <summary>A browser that dies in mid-call costs the caller some seconds of music, never the call.</summary>
public sealed class TheAgentsBrowserGoes(StoryFixture story) : IClassFixture<StoryFixture>
{
    [Fact]
    [Requirement("I-10")]
    public async Task And_the_caller_is_served_by_another_agent()
    {
        var first = await story.Chromium.NewPersonAsync(story.Product.Address);
        await first.SignInAsync("agent1");
        await first.TakeCallsAsync();
        await using var phone = await Phone.CallAsync(story.Product.SipPort, "+905321112233", "100", TestContext.Current.CancellationToken);
        await phone.HearsSomethingAsync("the greeting");
        phone.Press("3");
        await first.AnswerAsync("Elif Yılmaz");
        await phone.Voice.Heard.UntilToneAsync(Chromium.VoiceHz);

        var second = await story.Chromium.NewPersonAsync(story.Product.Address);
        await second.SignInAsync("agent2");
        await second.TakeCallsAsync();

        await first.Context.CloseAsync();
        await phone.Voice.Heard.UntilAsync(
            static window => Goertzel.Rms(window) > 150 && Goertzel.Share(window, Chromium.VoiceHz) < 0.2, "music after the agent was lost", TimeSpan.FromSeconds(30));
        await second.AnswerAsync("Elif Yılmaz");
        await phone.Voice.Heard.UntilToneAsync(Chromium.VoiceHz);
        await Chromium.HearsAsync(second, 600);
        await phone.HangUpAsync();
        await second.FinishWrapUpAsync();

        var call = await story.EndedCallAsync("+905321112233");
        call.GetProperty("call").GetProperty("endReason").GetString().ShouldBe("callerHungUp");
        var trace = call.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("kind").GetString()).ToList();
        trace.ShouldContain("agentLost");
        trace.Count(kind => kind == "connected").ShouldBe(2);
        await NobodyIsStuckAsync();
    }

    private async Task NobodyIsStuckAsync()
    {
        using var watcher = await story.AsAsync("supervisor1");
        await StoryFixture.UntilAsync(watcher, "/api/queues", teams => teams.EnumerateArray().All(t => Count(t, "waiting") == 0 && Count(t, "agentsTalking") == 0));
        foreach (var userName in (string[])["agent1", "agent2"])
        {
            using var agent = await story.AsAsync(userName);
            await StoryFixture.UntilAsync(agent, "/api/desk", desk => !desk.TryGetProperty("call", out var call) || call.ValueKind == JsonValueKind.Null || call.GetProperty("state").GetString() == "ended");
        }
    }

    private static int Count(JsonElement team, string what) => team.GetProperty(what).GetInt32();
}
