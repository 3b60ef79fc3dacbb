using System.Text.Json;
using Santral.Sip.UserAgent;

namespace Santral.ModuleTests.Calls;

/// <summary>Callers sent on, with real phones on all ends; Technical Support by its decision table, and the field team by a task (I-12, I-23, I-26, I-27).</summary>
[Trait("Database", "one")]
public sealed class TransferCallTests(Installation installation) : IClassFixture<Installation>
{
    [Fact]
    [Requirement("I-12")]
    public async Task A_caller_who_wants_to_become_a_corporate_customer_is_sent_to_corporate_services_by_hand()
    {
        await using var first = await DeskAgent.StartAsync(installation, "agent2", hz: 1000);
        await using var second = await DeskAgent.StartAsync(installation, "corporate1", hz: 1300);
        await using var phone = await SipPhone.StartAsync(installation, hz: 600);
        await first.AvailableAsync();
        await second.AvailableAsync();
        var call = await DialAsync(phone, "+905559990051", "4");
        var id = (await first.LiftAsync()).GetProperty("callId").GetString()!;
        var request = (await first.Http.PostAsJsonAsync("/api/requests", new { callId = id }).BodyAsync()).GetProperty("id").GetString();
        var targets = await first.Http.GetAsync($"/api/calls/{id}/targets").BodyAsync();
        targets.GetProperty("teams").EnumerateArray().Select(t => t.GetProperty("code").GetString()).ShouldContain("corporate_services");
        targets.GetProperty("teams").EnumerateArray().Select(t => t.GetProperty("code").GetString()).ShouldNotContain("citizen_services", "another unit's team is no target");
        targets.GetProperty("people").EnumerateArray().Single(p => p.GetProperty("isFree").GetBoolean()).GetProperty("team").GetProperty("code").GetString().ShouldBe("corporate_services");

        (await first.Http.PostAsJsonAsync($"/api/calls/{id}/transfer", new { team = "corporate_services" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await first.UntilAsync(d => d.GetProperty("presence").GetProperty("activity").GetString() == "wrapUp")).GetProperty("call").GetProperty("state").GetString().ShouldBe("ended");
        var taken = await second.LiftAsync();
        taken.GetProperty("callId").GetString().ShouldBe(id);
        taken.GetProperty("sentBy").GetProperty("isReturned").GetBoolean().ShouldBeFalse();
        taken.GetProperty("menuPath").EnumerateArray().Last().GetProperty("key").GetString().ShouldBe("4");
        await Task.WhenAll(
            second.Phone.Sound.Heard.UntilToneAsync(600, 0.9, TimeSpan.FromSeconds(15)), phone.Sound.Heard.UntilToneAsync(1300, 0.9, TimeSpan.FromSeconds(15)));
        (await second.Http.GetAsync($"/api/requests?call={id}").BodyAsync()).GetProperty("items").EnumerateArray().Select(r => r.GetProperty("id").GetString()).ShouldContain(request);
        await second.Http.PostAsync($"/api/calls/{id}/hang-up", null);
        await SipPhone.UntilAsync<SipCallEvent.Ended>(call);
        var kinds = (await RecordAsync(id)).GetProperty("events").EnumerateArray().Select(e => e.GetProperty("kind").GetString()).ToList();
        kinds[kinds.IndexOf("transferred")..].ShouldBe(["transferred", "offered", "connected", "ended"]);
        await first.RestAsync();
        await second.RestAsync();
    }

    [Fact]
    public async Task A_caller_whom_the_one_agent_does_not_take_comes_back_to_who_sent_him()
    {
        await using var first = await DeskAgent.StartAsync(installation, "agent2", hz: 1000);
        await using var second = await DeskAgent.StartAsync(installation, "corporate1", hz: 1300);
        await using var phone = await SipPhone.StartAsync(installation, hz: 600);
        await first.AvailableAsync();
        await second.AvailableAsync();
        var call = await DialAsync(phone, "+905559990052", "3");
        var id = (await first.LiftAsync()).GetProperty("callId").GetString()!;
        var other = (await second.Http.GetAsync("/api/me").BodyAsync()).GetProperty("id").GetString();
        (await first.Http.PostAsJsonAsync($"/api/calls/{id}/transfer", new { agent = other })).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await (await second.Phone.RungAsync()).RefuseAsync(486)).ShouldBeTrue();

        var back = await first.LiftAsync();
        back.GetProperty("callId").GetString().ShouldBe(id);
        back.GetProperty("sentBy").GetProperty("isReturned").GetBoolean().ShouldBeTrue();
        await phone.Sound.Heard.UntilToneAsync(1000, 0.9, TimeSpan.FromSeconds(15));
        await first.Http.PostAsync($"/api/calls/{id}/hang-up", null);
        await SipPhone.UntilAsync<SipCallEvent.Ended>(call);
        (await RecordAsync(id)).GetProperty("events").EnumerateArray().Select(e => e.GetProperty("kind").GetString()).ShouldContain("transferNotTaken");
        await first.RestAsync();
        await second.RestAsync();
    }

    [Fact]
    public async Task What_is_no_target_is_refused_and_the_conversation_goes_on()
    {
        await using var first = await DeskAgent.StartAsync(installation, "agent2", hz: 1000);
        await using var phone = await SipPhone.StartAsync(installation, hz: 600);
        await first.AvailableAsync();
        var call = await DialAsync(phone, "+905559990053", "3");
        var id = (await first.LiftAsync()).GetProperty("callId").GetString()!;
        var me = (await first.Http.GetAsync("/api/me").BodyAsync()).GetProperty("id").GetString();
        var stranger = await installation.AsAsync("agent1");

        await first.Http.PostAsJsonAsync($"/api/calls/{id}/transfer", new { team = "citizen_services" }).ShouldBeRefusedAsync("calls.team_unknown", HttpStatusCode.UnprocessableEntity);
        await first.Http.PostAsJsonAsync($"/api/calls/{id}/transfer", new { team = "field_service" }).ShouldBeRefusedAsync("calls.team_unknown", HttpStatusCode.UnprocessableEntity);
        await first.Http.PostAsJsonAsync($"/api/calls/{id}/transfer", new { agent = me }).ShouldBeRefusedAsync("calls.target_is_self", HttpStatusCode.UnprocessableEntity);
        await first.Http.PostAsJsonAsync($"/api/calls/{id}/transfer", new { }).ShouldBeRefusedAsync("calls.target_needed", HttpStatusCode.UnprocessableEntity);
        var idle = (await (await installation.AsAsync("corporate1")).GetAsync("/api/me").BodyAsync()).GetProperty("id").GetString();
        await first.Http.PostAsJsonAsync($"/api/calls/{id}/transfer", new { agent = idle }).ShouldBeRefusedAsync("calls.agent_not_free", HttpStatusCode.Conflict);
        await stranger.PostAsJsonAsync($"/api/calls/{id}/transfer", new { team = "corporate_services" }).ShouldBeRefusedAsync("calls.not_yours", HttpStatusCode.Forbidden);

        DeskAgent.StateOf(await first.Http.GetAsync("/api/desk").BodyAsync()).ShouldBe("talking");
        await call.HangUpAsync();
        await first.RestAsync();
    }

    [Fact]
    [Requirement("I-23")]
    [Requirement("I-26")]
    [Requirement("I-27")]
    public async Task Technical_support_follows_its_table_advanced_support_sees_the_context_and_informs_the_field_team()
    {
        await using var tech = await DeskAgent.StartAsync(installation, "tech1", hz: 1000);
        await using var expert = await DeskAgent.StartAsync(installation, "expert1", hz: 1300);
        await using var phone = await SipPhone.StartAsync(installation, hz: 600);
        await tech.AvailableAsync();
        await expert.AvailableAsync();
        var call = await DialAsync(phone, "+905321112233", "1");
        var desk = await tech.LiftAsync();
        var (id, customer) = (desk.GetProperty("callId").GetString()!, desk.GetProperty("customer").GetProperty("id").GetString());
        var request = (await tech.Http.PostAsJsonAsync("/api/requests", new { callId = id, customerId = customer }).BodyAsync()).GetProperty("id").GetString();

        await tech.Http.PostAsJsonAsync($"/api/calls/{id}/transfer", new { team = "advanced_support" }).ShouldBeRefusedAsync("calls.fault_first", HttpStatusCode.Conflict);
        (await FaultAsync(tech, id, customer, "software", true)).ShouldBe("informAndClose");
        await tech.Http.PostAsJsonAsync($"/api/calls/{id}/transfer", new { team = "advanced_support" }).ShouldBeRefusedAsync("calls.solved_here", HttpStatusCode.Conflict);
        (await FaultAsync(tech, id, customer, "hardware", null)).ShouldBe("advancedSupport");
        (await tech.Http.PostAsJsonAsync($"/api/calls/{id}/transfer", new { team = "advanced_support" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await tech.UntilAsync(d => d.GetProperty("presence").GetProperty("activity").GetString() == "wrapUp");
        await tech.Http.PutAsJsonAsync("/api/desk/wrap-up/disposition", new { callId = id, disposition = "resolved" }).ShouldBeRefusedAsync("queues.goes_to_advanced", HttpStatusCode.Conflict);

        var taken = await expert.LiftAsync();
        taken.GetProperty("finding").GetProperty("fault").GetString().ShouldBe("hardware");
        taken.GetProperty("customer").GetProperty("id").GetString().ShouldBe(customer);
        var task = await expert.Http.PostAsJsonAsync($"/api/requests/{request}/field-task", new { callId = id, work = "Modem değişecek", place = "Kadıköy" }).BodyAsync();
        var again = await expert.Http.PostAsJsonAsync($"/api/requests/{request}/field-task", new { callId = id, work = "Modem değişecek" }).BodyAsync();
        (task.GetProperty("isNew").GetBoolean(), again.GetProperty("isNew").GetBoolean()).ShouldBe((true, false));
        again.GetProperty("id").GetString().ShouldBe(task.GetProperty("id").GetString());
        await expert.Http.PostAsync($"/api/calls/{id}/hang-up", null);
        await SipPhone.UntilAsync<SipCallEvent.Ended>(call);
        (await expert.Http.PutAsJsonAsync("/api/desk/wrap-up/disposition", new { callId = id, disposition = "resolved" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        await installation.DeliverFactsAsync();
        var field = await installation.AsAsync("field2");
        var seen = await field.GetAsync($"/api/requests/{task.GetProperty("id").GetString()}").BodyAsync();
        seen.GetProperty("team").GetProperty("code").GetString().ShouldBe("field_service");
        seen.GetProperty("parent").GetProperty("id").GetString().ShouldBe(request);
        seen.GetProperty("calls").EnumerateArray().Select(c => c.GetString()).ShouldContain(id);
        (await field.GetAsync("/api/notices").BodyAsync()).GetRawText().ShouldContain(seen.GetProperty("number").GetString()!);
        var record = await RecordAsync(id);
        record.GetProperty("call").GetProperty("outcome").GetString().ShouldBe("resolved");
        record.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("kind").GetString()).ShouldContain("faultFound");
        await tech.RestAsync();
        await expert.RestAsync();
    }

    [Fact]
    [Requirement("I-12")]
    public async Task A_colleague_is_asked_then_all_three_speak_then_he_has_the_caller()
    {
        await using var first = await DeskAgent.StartAsync(installation, "agent2", hz: 1000);
        await using var second = await DeskAgent.StartAsync(installation, "corporate1", hz: 1400);
        await using var phone = await SipPhone.StartAsync(installation, hz: 600);
        await first.AvailableAsync();
        await second.AvailableAsync();
        var call = await DialAsync(phone, "+905559990054", "3");
        var id = (await first.LiftAsync()).GetProperty("callId").GetString()!;
        var other = (await second.Http.GetAsync("/api/me").BodyAsync()).GetProperty("id").GetString();

        (await first.Http.PostAsJsonAsync($"/api/calls/{id}/consult", new { agent = other })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await second.LiftAsync()).GetProperty("consult").GetProperty("isAsked").GetBoolean().ShouldBeTrue();
        await Task.WhenAll(
            first.Phone.Sound.Heard.UntilToneAsync(1400, 0.9, TimeSpan.FromSeconds(15)), second.Phone.Sound.Heard.UntilToneAsync(1000, 0.9, TimeSpan.FromSeconds(15)),
            phone.Sound.Heard.UntilAsync(w => Goertzel.Rms(w) > 100 && Goertzel.Share(w, 1000) < 0.3 && Goertzel.Share(w, 1400) < 0.3, "music for the caller"));

        (await first.Http.PostAsync($"/api/calls/{id}/consult/join", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await phone.Sound.Heard.UntilAsync(w => Goertzel.Share(w, 1000) > 0.25 && Goertzel.Share(w, 1400) > 0.25, "both for the caller");
        await first.Phone.Sound.Heard.UntilAsync(w => Goertzel.Share(w, 600) > 0.25 && Goertzel.Share(w, 1400) > 0.25, "both for the agent");

        (await first.Http.PostAsync($"/api/calls/{id}/consult/complete", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await Task.WhenAll(
            second.Phone.Sound.Heard.UntilToneAsync(600, 0.9, TimeSpan.FromSeconds(15)), phone.Sound.Heard.UntilToneAsync(1400, 0.9, TimeSpan.FromSeconds(15)));
        await first.UntilAsync(d => d.GetProperty("presence").GetProperty("activity").GetString() == "wrapUp");
        await second.Http.PostAsync($"/api/calls/{id}/hang-up", null);
        await SipPhone.UntilAsync<SipCallEvent.Ended>(call);
        var kinds = (await RecordAsync(id)).GetProperty("events").EnumerateArray().Select(e => e.GetProperty("kind").GetString()).ToList();
        kinds[kinds.IndexOf("consultBegan")..].ShouldBe(["consultBegan", "conference", "handedOver", "connected", "ended"]);
        await first.RestAsync();
        await second.RestAsync();
    }

    private static async Task<string?> FaultAsync(DeskAgent tech, string call, string? customer, string fault, bool? solved)
        => (await tech.Http.PutAsJsonAsync($"/api/calls/{call}/fault", new { customerId = customer, fault, solvedOnPhone = solved }).BodyAsync()).GetProperty("next").GetString();

    private static async Task<OutgoingCall> DialAsync(SipPhone phone, string from, string key)
    {
        var call = await phone.CallAsync("100", from);
        await phone.Sound.Heard.UntilAsync(window => Goertzel.Rms(window) > 200, "the greeting", TimeSpan.FromSeconds(30));
        phone.Sound.Press(key);
        return call;
    }

    private async Task<JsonElement> RecordAsync(string id)
        => await DeskAgent.UntilAsync(await installation.AsAsync("supervisor1"), $"/api/calls/{id}", r => r.GetProperty("call").GetProperty("endedAt").ValueKind != JsonValueKind.Null);
}
