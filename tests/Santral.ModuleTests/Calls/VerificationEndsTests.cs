using System.Text.Json;
using Santral.Sip.UserAgent;

namespace Santral.ModuleTests.Calls;

/// <summary>How a verification by the agent's button ends, and what outlives it, with real SIP and RTP on both sides (I-14, I-19, I-21, I-25).</summary>
[Trait("Database", "one")]
public sealed class VerificationEndsTests(Installation installation) : IClassFixture<Installation>, IAsyncLifetime
{
    private VerificationDesk _desk = null!;

    private HttpClient Http => _desk.Agent.Http;

    public async ValueTask InitializeAsync() => _desk = await VerificationDesk.StartAsync(installation);

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    [Requirement("I-14")]
    public async Task The_pass_does_not_outlive_the_call()
    {
        await using (var phone = await SipPhone.StartAsync(installation, hz: 600))
        {
            var (call, ringing, id) = await _desk.TalkAsync(phone, "+905559990042");
            await _desk.VerifyAsync(phone, id);
            await _desk.HangUpAsync(id, call, ringing);
        }

        await using var again = await SipPhone.StartAsync(installation, hz: 600);
        var next = await _desk.TalkAsync(again, "+905559990042");

        (await _desk.Agent.DeskAsync()).GetProperty("call").GetProperty("class").GetString().ShouldBe("unidentified");
        await Http.GetAsync($"/api/customers/{_desk.Company}/invoices/open").ShouldBeRefusedAsync("calls.verify_first", HttpStatusCode.Forbidden);
        await _desk.HangUpAsync(next.Id, next.Call, next.Ringing);
        (await Http.GetAsync($"/api/customers/{_desk.Company}/invoices/open")).StatusCode.ShouldBe(HttpStatusCode.OK, "outside of calls the permissions alone hold");
    }

    [Fact]
    [Requirement("I-21")]
    public async Task The_third_wrong_pair_in_a_row_drops_the_call_and_frees_the_agent()
    {
        await using var phone = await SipPhone.StartAsync(installation, hz: 600);
        var (call, _, id) = await _desk.TalkAsync(phone, "+905559990043");
        await Http.PostAsync($"/api/calls/{id}/verify", null);
        for (var wrong = 1; wrong <= 3; wrong++)
        {
            await _desk.UntilStepAsync("askedNumber", after: wrong == 1 ? "sent" : "wrong");
            phone.Sound.Press("98761235#1#");
            await _desk.Agent.UntilAsync(d => VerificationDesk.WrongIn(d) == wrong);
        }

        (await SipPhone.UntilAsync<SipCallEvent.Ended>(call)).End.ByRemote.ShouldBeTrue();
        var desk = await _desk.Agent.UntilAsync(d => DeskAgent.StateOf(d) == "ended");
        desk.GetProperty("call").GetProperty("endReason").GetString().ShouldBe("verificationFailed");
        (await _desk.RecordAsync(id)).GetProperty("call").GetProperty("endReason").GetString().ShouldBe("verificationFailed");
        await _desk.Agent.RestAsync();
    }

    [Fact]
    [Requirement("I-19")]
    public async Task A_caller_whose_agent_is_gone_meanwhile_comes_to_the_head_of_that_queue()
    {
        await using var phone = await SipPhone.StartAsync(installation, hz: 600);
        var (call, ringing, id) = await _desk.TalkAsync(phone, "+905559990044");
        await Http.PostAsync($"/api/calls/{id}/verify", null);
        await _desk.UntilStepAsync("askedNumber");

        await ringing.HangUpAsync();
        phone.Sound.Press("*");

        var watcher = await installation.AsAsync("supervisor1");
        await DeskAgent.UntilAsync(watcher, "/api/queues", teams => teams.EnumerateArray().Single(t => t.GetProperty("code").GetString() == "customer_services").GetProperty("waiting").GetInt32() == 1);
        await call.HangUpAsync();
        (await _desk.RecordAsync(id)).GetProperty("call").GetProperty("endReason").GetString().ShouldBe("callerHungUp");
        await _desk.Agent.RestAsync();
    }

    [Fact]
    public async Task A_caller_who_hangs_up_in_the_menu_leaves_nothing_behind()
    {
        await using var phone = await SipPhone.StartAsync(installation, hz: 600);
        var (call, ringing, id) = await _desk.TalkAsync(phone, "+905559990045");
        await Http.PostAsync($"/api/calls/{id}/verify", null);
        await _desk.UntilStepAsync("askedNumber");

        await call.HangUpAsync();

        (await SipPhone.UntilAsync<SipCallEvent.Ended>(ringing)).End.ByRemote.ShouldBeTrue();
        await _desk.Agent.RestAsync();
    }

    [Fact]
    [Requirement("I-25")]
    public async Task What_needs_no_verification_is_the_operators_list()
    {
        var admin = await installation.AsAsync("admin");
        var rows = await admin.GetAsync("/api/definitions/tables/account_operations").BodyAsync();
        var row = rows.GetProperty("rows").EnumerateArray().Single(r => r.GetProperty("code").GetString() == "orders");
        await using var phone = await SipPhone.StartAsync(installation, hz: 600);
        var (call, ringing, id) = await _desk.TalkAsync(phone, "+905559990046");
        await Http.GetAsync($"/api/order-notes?customer={_desk.Company}").ShouldBeRefusedAsync("calls.verify_first", HttpStatusCode.Forbidden);

        await NeedAsync(admin, row, needed: false);
        (await Http.GetAsync($"/api/order-notes?customer={_desk.Company}")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await _desk.HangUpAsync(id, call, ringing);
        (await _desk.RecordAsync(id)).GetProperty("ledger").EnumerateArray().Select(l => (l.GetProperty("operation").GetString(), l.GetProperty("ground").GetString()))
            .ShouldContain(("orders", "notNeeded"));
    }

    private static async Task NeedAsync(HttpClient admin, JsonElement row, bool needed)
        => (await admin.PutAsJsonAsync(
            $"/api/definitions/rows/{row.GetProperty("id").GetString()}",
            new { version = row.GetProperty("version").GetInt32(), names = row.GetProperty("names"), values = new { needsVerification = needed ? "true" : "false" } })).EnsureSuccessStatusCode();
}
