using System.Text;
using System.Text.Json;
using Santral.Sip.UserAgent;

namespace Santral.ModuleTests.Calls;

/// <summary>An agent without a browser phone is rung at his registered desk phone.</summary>
[Trait("Database", "one")]
public abstract class DeskPhoneCallTests(Installation installation)
{
    public sealed class Inside(Installation installation) : DeskPhoneCallTests(installation), IClassFixture<Installation>;

    public sealed class OwnProcess(OwnMedia installation) : DeskPhoneCallTests(installation), IClassFixture<OwnMedia>;

    [Fact]
    public async Task A_registered_desk_phone_rejects_one_call_takes_the_next_and_is_hung_up_from_the_desk()
    {
        var agent = await installation.AsAsync("agent2");
        await using var desk = await SipPhone.StartAsync(installation, hz: 1000);
        await using var registration = await desk.RegisterAsync("agent2");
        await UntilDeskAsync(agent, d => d.GetProperty("phone").GetProperty("kind").GetString() == "desk");
        await AvailableAsync(agent);
        await using var phone = await SipPhone.StartAsync(installation, hz: 600);
        var rejected = await WaitInQueueAsync(phone, "+905330000001");
        (await (await desk.RungAsync()).RefuseAsync(486)).ShouldBeTrue();
        await UntilDeskAsync(agent, d => StateOf(d) is null);
        await rejected.HangUpAsync();

        await AvailableAsync(agent);
        var call = await WaitInQueueAsync(phone, "+905321112233");
        var ringing = await desk.RungAsync();
        ringing.Caller.Number.ShouldBe("+905321112233");
        var offered = await UntilDeskAsync(agent, d => StateOf(d) == "offered");
        var id = offered.GetProperty("call").GetProperty("callId").GetString();
        await agent.PostAsync($"/api/calls/{id}/answer", null).ShouldBeRefusedAsync("calls.answer_at_phone", HttpStatusCode.Conflict);
        await desk.LiftAsync(ringing);

        await Task.WhenAll(
            desk.Sound.Heard.UntilToneAsync(600, 0.9, TimeSpan.FromSeconds(15)), phone.Sound.Heard.UntilToneAsync(1000, 0.9, TimeSpan.FromSeconds(15)));
        (await agent.PostAsync($"/api/calls/{id}/hang-up", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await SipPhone.UntilAsync<SipCallEvent.Ended>(ringing)).End.ByRemote.ShouldBeTrue();
        (await SipPhone.UntilAsync<SipCallEvent.Ended>(call)).End.ByRemote.ShouldBeTrue();
    }

    [Fact]
    public async Task All_phones_of_an_agent_ring_and_the_first_that_is_lifted_has_the_call()
    {
        var agent = await installation.AsAsync("agent1");
        await using var office = await SipPhone.StartAsync(installation, hz: 1000);
        await using var home = await SipPhone.StartAsync(installation, hz: 1300);
        await using var atOffice = await office.RegisterAsync("agent1");
        await using var atHome = await home.RegisterAsync("agent1");
        await UntilDeskAsync(agent, d => d.GetProperty("phone").GetProperty("kind").GetString() == "desk");
        await AvailableAsync(agent);
        await using var phone = await SipPhone.StartAsync(installation, hz: 600);

        await WaitInQueueAsync(phone, "+905330000003");
        var (ringing, other) = (await home.RungAsync(), await office.RungAsync());
        await home.LiftAsync(ringing);

        (await SipPhone.UntilAsync<SipCallEvent.Ended>(other)).End.Reason.ShouldNotBeNull().ShouldContain("Call completed elsewhere");
        await Task.WhenAll(
            home.Sound.Heard.UntilToneAsync(600, 0.9, TimeSpan.FromSeconds(15)), phone.Sound.Heard.UntilToneAsync(1300, 0.9, TimeSpan.FromSeconds(15)));
        await ringing.HangUpAsync();
        await UntilDeskAsync(agent, d => StateOf(d) is null or "ended");
    }

    [Fact]
    public async Task Another_phone_of_the_agent_takes_the_conversation_over_and_one_of_somebody_else_does_not()
    {
        var agent = await installation.AsAsync("agent1");
        await using var office = await SipPhone.StartAsync(installation, hz: 1000);
        await using var atOffice = await office.RegisterAsync("agent1");
        await UntilDeskAsync(agent, d => d.GetProperty("phone").GetProperty("kind").GetString() == "desk");
        await AvailableAsync(agent);
        await using var phone = await SipPhone.StartAsync(installation, hz: 600);
        var call = await WaitInQueueAsync(phone, "+905330000004");
        var ringing = await office.RungAsync();
        await office.LiftAsync(ringing);
        await phone.Sound.Heard.UntilToneAsync(1000, 0.9, TimeSpan.FromSeconds(15));
        await using var other = await SipPhone.StartAsync(installation, hz: 1600);
        (await SipPhone.UntilAsync<SipCallEvent.Ended>(await other.TakeOverAsync(ringing, "agent2"))).End.Code.ShouldBe(403);

        await using var mobile = await SipPhone.StartAsync(installation, hz: 1300);
        var taken = await mobile.TakeOverAsync(ringing, "agent1");
        mobile.Sound.Connect(Encoding.UTF8.GetString((await SipPhone.UntilAsync<SipCallEvent.Answered>(taken)).Sdp.Span));

        (await SipPhone.UntilAsync<SipCallEvent.Ended>(ringing)).End.Reason.ShouldNotBeNull().ShouldContain("Replaced");
        await Task.WhenAll(
            mobile.Sound.Heard.UntilToneAsync(600, 0.9, TimeSpan.FromSeconds(15)), phone.Sound.Heard.UntilToneAsync(1300, 0.9, TimeSpan.FromSeconds(15)));
        var desk = await UntilDeskAsync(agent, d => StateOf(d) == "talking");
        var id = desk.GetProperty("call").GetProperty("callId").GetString();
        (await agent.PostAsync($"/api/calls/{id}/hang-up", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await SipPhone.UntilAsync<SipCallEvent.Ended>(taken)).End.ByRemote.ShouldBeTrue();
        (await SipPhone.UntilAsync<SipCallEvent.Ended>(call)).End.ByRemote.ShouldBeTrue();
    }

    [Fact]
    public async Task A_callers_switchboard_hands_its_call_to_another_of_its_phones()
    {
        var agent = await installation.AsAsync("agent2");
        await using var desk = await SipPhone.StartAsync(installation, hz: 1000);
        await using var registration = await desk.RegisterAsync("agent2");
        await UntilDeskAsync(agent, d => d.GetProperty("phone").GetProperty("kind").GetString() == "desk");
        await AvailableAsync(agent);
        await using var secretary = await SipPhone.StartAsync(installation, hz: 600);
        var call = await WaitInQueueAsync(secretary, "+905330000005");
        var ringing = await desk.RungAsync();
        await desk.LiftAsync(ringing);
        await desk.Sound.Heard.UntilToneAsync(600, 0.9, TimeSpan.FromSeconds(15));

        await using var boss = await SipPhone.StartAsync(installation, hz: 1300);
        var taken = await boss.TakeOverAsync(call, "boss");
        boss.Sound.Connect(Encoding.UTF8.GetString((await SipPhone.UntilAsync<SipCallEvent.Answered>(taken)).Sdp.Span));

        (await SipPhone.UntilAsync<SipCallEvent.Ended>(call)).End.ByRemote.ShouldBeTrue();
        await Task.WhenAll(
            desk.Sound.Heard.UntilToneAsync(1300, 0.9, TimeSpan.FromSeconds(15)), boss.Sound.Heard.UntilToneAsync(1000, 0.9, TimeSpan.FromSeconds(15)));
        await taken.HangUpAsync();
        (await SipPhone.UntilAsync<SipCallEvent.Ended>(ringing)).End.ByRemote.ShouldBeTrue();
        await UntilDeskAsync(agent, d => StateOf(d) is null or "ended");
    }

    private static async Task<OutgoingCall> WaitInQueueAsync(SipPhone phone, string from)
    {
        var call = await phone.CallAsync("100", from);
        await phone.Sound.Heard.UntilAsync(window => Goertzel.Rms(window) > 200, "the greeting", TimeSpan.FromSeconds(30));
        phone.Sound.Press("3");
        return call;
    }

    private static async Task AvailableAsync(HttpClient agent)
    {
        // The call of the test before is written up.
        (await agent.PostAsync("/api/desk/wrap-up/finish", null)).EnsureSuccessStatusCode();
        (await agent.PutAsJsonAsync("/api/desk/presence", new { state = "available" })).EnsureSuccessStatusCode();
    }

    private static string? StateOf(JsonElement desk)
        => desk.GetProperty("call") is { ValueKind: JsonValueKind.Object } call ? call.GetProperty("state").GetString() : null;

    private static async Task<JsonElement> UntilDeskAsync(HttpClient agent, Func<JsonElement, bool> fits)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await foreach (var _ in Looks.AgainAsync(limit.Token))
        {
            var desk = await agent.GetAsync("/api/desk", limit.Token).BodyAsync();
            if (fits(desk))
            {
                return desk;
            }
        }

        throw new TimeoutException();
    }
}
