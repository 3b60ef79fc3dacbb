using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Calls;
using Santral.Contracts.Identity;
using Santral.Sip.UserAgent;

namespace Santral.ModuleTests.Calls;

/// <summary>From the caller's key to the agent's voice, with real SIP, RTP and a real browser.</summary>
[Trait("Database", "one")]
public abstract class AgentCallTests(Installation installation)
{
    public sealed class Inside(Installation installation) : AgentCallTests(installation), IClassFixture<Installation>;

    public sealed class OwnProcess(OwnMedia installation) : AgentCallTests(installation), IClassFixture<OwnMedia>;

    [Fact]
    [Requirement("I-04")]
    [Requirement("I-10")]
    public async Task A_caller_reaches_the_agent_in_his_browser_and_both_hear_each_other()
    {
        var agent = await installation.AsAsync("agent1");
        var agentId = installation.Services.GetRequiredService<IKnowPeople>().FindByUserName("agent1")!.Id;
        await using var browser = await ChromiumPhone.StartAsync(microphoneHz: 1000);
        var phones = installation.Services.GetRequiredService<IBrowserPhones>();
        (await agent.PutAsJsonAsync("/api/desk/presence", new { state = "available" })).EnsureSuccessStatusCode();
        await browser.AnswerAsync(await phones.OpenAsync(agentId, "tab-1", await browser.OfferAsync(), CancellationToken.None));
        await using var phone = await SipPhone.StartAsync(installation, hz: 600);
        var call = await phone.CallAsync("100", "+905321112233");
        await phone.Sound.Heard.UntilAsync(window => Goertzel.Rms(window) > 200, "the greeting", TimeSpan.FromSeconds(30));

        phone.Sound.Press("3");
        var offered = await DeskAsync(agent, "offered");

        offered.GetProperty("callingNumber").GetString().ShouldBe("+905321112233");
        offered.GetProperty("class").GetString().ShouldBe("knownIndividual");
        offered.GetProperty("menuPath").EnumerateArray().Last().GetProperty("key").GetString().ShouldBe("3");
        var id = offered.GetProperty("callId").GetString();
        (await agent.PostAsync($"/api/calls/{id}/answer", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await Task.WhenAll(browser.HearsAsync(600), phone.Sound.Heard.UntilToneAsync(1000, 0.9, TimeSpan.FromSeconds(15)));

        (await agent.PostAsync($"/api/calls/{id}/hold", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await phone.Sound.Heard.UntilAsync(w => Goertzel.Rms(w) > 100 && Goertzel.Share(w, 1000) < 0.3, "music instead of the agent");
        (await agent.PostAsync($"/api/calls/{id}/resume", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await phone.Sound.Heard.UntilToneAsync(1000, 0.9, TimeSpan.FromSeconds(15));
        (await agent.PostAsJsonAsync($"/api/calls/{id}/keys", new { keys = "12#" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await phone.Sound.HearDigitsAsync(3)).ShouldBe("12#");

        (await agent.PostAsync($"/api/calls/{id}/hang-up", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await SipPhone.UntilAsync<SipCallEvent.Ended>(call)).End.ByRemote.ShouldBeTrue();
        (await DeskAsync(agent, "ended")).GetProperty("callId").GetString().ShouldBe(id);
        await phones.CloseAsync(agentId, "tab-1");
        var record = await RecordAsync(agent, id!);
        record.GetProperty("call").GetProperty("agent").GetProperty("name").GetString().ShouldNotBeNullOrEmpty();
        record.GetProperty("call").GetProperty("endReason").GetString().ShouldBe("agentHungUp");
        record.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("kind").GetString())
            .ShouldBe(["arrived", "answered", "menu", "queued", "offered", "connected", "held", "resumed", "keysSent", "ended"], ignoreOrder: false);
    }

    private static async Task<JsonElement> DeskAsync(HttpClient agent, string state)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await foreach (var _ in Looks.AgainAsync(limit.Token))
        {
            var desk = await agent.GetAsync("/api/desk", limit.Token).BodyAsync();
            if (desk.GetProperty("call") is { ValueKind: JsonValueKind.Object } call && call.GetProperty("state").GetString() == state)
            {
                return call.Clone();
            }
        }

        throw new TimeoutException();
    }

    /// <summary>The record follows the call by milliseconds.</summary>
    private static async Task<JsonElement> RecordAsync(HttpClient agent, string id)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await foreach (var _ in Looks.AgainAsync(limit.Token))
        {
            var answer = await agent.GetAsync($"/api/calls/{id}", limit.Token);
            if (answer.IsSuccessStatusCode && await answer.BodyAsync() is var record
                && record.GetProperty("call").GetProperty("endedAt").ValueKind != JsonValueKind.Null)
            {
                return record;
            }
        }

        throw new TimeoutException();
    }
}
