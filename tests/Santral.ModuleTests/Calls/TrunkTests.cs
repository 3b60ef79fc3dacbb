using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Calls;
using Santral.Sip.Grammar;
using Santral.Sip.Messages;
using Santral.Sip.UserAgent;

namespace Santral.ModuleTests.Calls;

/// <summary>Trunks and the numbers called over them, with a telephone network of sockets on the other side.</summary>
[Trait("Database", "one")]
public sealed class TrunkTests(Installation installation) : IClassFixture<Installation>
{
    [Fact]
    public async Task A_trunk_is_watched_and_an_agents_click_calls_over_it_with_sound_both_ways()
    {
        var admin = await installation.AsAsync("admin");
        await using var provider = await Provider.StartAsync();
        var trunk = await AddAsync(admin, Plan("Click", provider) with { Format = "national", CallerNumber = "+908502220000" });
        await UntilStandsAsync(admin, trunk, "up");
        await using var agent = await DeskAgent.StartAsync(installation, "agent2", hz: 1000);

        var id = (await agent.Http.PostAsJsonAsync("/api/calls/out", new { to = "0532 111 22 33", unit = "internet" }).BodyAsync()).GetProperty("callId").GetString()!;

        await agent.Phone.LiftAsync(await agent.Phone.RungAsync());
        var called = await provider.CalledAsync();
        called.RequestUser.ShouldBe("05321112233");
        called.Caller.Number.ShouldBe("08502220000");
        (await agent.UntilAsync(d => DeskAgent.StateOf(d) == "talking")).GetProperty("call").GetProperty("outbound").GetString().ShouldBe("ringing");
        await agent.Phone.Sound.Heard.UntilToneAsync(425, 0.8, TimeSpan.FromSeconds(15));
        await provider.AnswerAsync(called);
        await Task.WhenAll(
            agent.Phone.Sound.Heard.UntilToneAsync(1300, 0.9, TimeSpan.FromSeconds(15)), provider.Sound.Heard.UntilToneAsync(1000, 0.9, TimeSpan.FromSeconds(15)));
        var desk = (await agent.UntilAsync(d => d.GetProperty("call").GetProperty("outbound").GetString() == "answered")).GetProperty("call");
        desk.GetProperty("callingNumber").GetString().ShouldBe("+905321112233");
        desk.GetProperty("customer").GetProperty("kind").GetString().ShouldBe("individual");
        (await agent.Http.PostAsync($"/api/calls/{id}/hang-up", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await SipPhone.UntilAsync<SipCallEvent.Ended>(called)).End.ByRemote.ShouldBeTrue();

        var row = (await DeskAgent.UntilAsync(admin, $"/api/calls/{id}", c => c.GetProperty("call").GetProperty("endReason").ValueKind == JsonValueKind.String)).GetProperty("call");
        (row.GetProperty("direction").GetString(), row.GetProperty("endReason").GetString()).ShouldBe(("outbound", "agentHungUp"));
        var dialled = (await DeskAgent.UntilAsync(admin, "/api/calls/outbound/dialled", l => l[0].GetProperty("endedAt").ValueKind == JsonValueKind.String))[0];
        (dialled.GetProperty("number").GetString(), dialled.GetProperty("trunk").GetString(), dialled.GetProperty("outcome").GetString()).ShouldBe(("+905321112233", "Click", "answered"));
        await RemoveAsync(admin, trunk);
        await agent.RestAsync();
    }

    [Fact]
    public async Task An_agent_dials_at_his_desk_phone_within_the_same_policy()
    {
        var admin = await installation.AsAsync("admin");
        await using var provider = await Provider.StartAsync();
        var trunk = await AddAsync(admin, Plan("Desk phone", provider));
        await UntilStandsAsync(admin, trunk, "up");
        await using var agent = await DeskAgent.StartAsync(installation, "agent2", hz: 1000);
        (await EndOfAsync(await agent.Phone.DialAsUserAsync("02121234567", "agent2", password: "guessed"))).Code.ShouldBe(401);
        (await EndOfAsync(await agent.Phone.DialAsUserAsync("+493012345678", "agent2"))).Code.ShouldBe(403);
        (await EndOfAsync(await agent.Phone.DialAsUserAsync("12", "agent2"))).Code.ShouldBe(404);

        var call = await agent.Phone.DialAsUserAsync("02121234567", "agent2");
        agent.Phone.Sound.Connect(Encoding.UTF8.GetString((await SipPhone.UntilAsync<SipCallEvent.Answered>(call)).Sdp.Span));
        var called = await provider.CalledAsync();
        called.RequestUser.ShouldBe("+902121234567");
        (await agent.UntilAsync(d => DeskAgent.StateOf(d) == "talking")).GetProperty("call").GetProperty("outbound").GetString().ShouldBe("ringing");
        await agent.Phone.Sound.Heard.UntilToneAsync(425, 0.8, TimeSpan.FromSeconds(15));
        (await EndOfAsync(await agent.Phone.DialAsUserAsync("02121234568", "agent2"))).Code.ShouldBe(480, "he is in a call");
        await provider.AnswerAsync(called);
        await Task.WhenAll(
            agent.Phone.Sound.Heard.UntilToneAsync(1300, 0.9, TimeSpan.FromSeconds(15)), provider.Sound.Heard.UntilToneAsync(1000, 0.9, TimeSpan.FromSeconds(15)));
        await call.HangUpAsync();

        (await EndOfAsync(called)).ByRemote.ShouldBeTrue();
        var id = (await agent.UntilAsync(d => DeskAgent.StateOf(d) == "ended")).GetProperty("call").GetProperty("callId").GetString();
        var row = (await DeskAgent.UntilAsync(admin, $"/api/calls/{id}", c => c.GetProperty("call").GetProperty("endReason").ValueKind == JsonValueKind.String)).GetProperty("call");
        (row.GetProperty("direction").GetString(), row.GetProperty("endReason").GetString()).ShouldBe(("outbound", "agentHungUp"));
        var kinds = (await admin.GetAsync($"/api/calls/{id}").BodyAsync()).GetProperty("events").EnumerateArray().Select(e => e.GetProperty("kind").GetString()).ToList();
        kinds.TakeWhile(k => k != "outsideAnswered").ShouldNotContain("recordingAnnounced", "a number that rings hears no notice");
        var dialled = (await DeskAgent.UntilAsync(admin, "/api/calls/outbound/dialled", l => l[0].GetProperty("endedAt").ValueKind == JsonValueKind.String))[0];
        (dialled.GetProperty("number").GetString(), dialled.GetProperty("outcome").GetString()).ShouldBe(("+902121234567", "answered"));
        await RemoveAsync(admin, trunk);
        await agent.RestAsync();
    }

    [Fact]
    public async Task A_desk_phone_that_gives_up_while_the_number_rings_leaves_nobody_in_a_call()
    {
        var admin = await installation.AsAsync("admin");
        await using var provider = await Provider.StartAsync();
        var trunk = await AddAsync(admin, Plan("Given up", provider));
        await UntilStandsAsync(admin, trunk, "up");
        await using var agent = await DeskAgent.StartAsync(installation, "agent2", hz: 1000);
        var call = await agent.Phone.DialAsUserAsync("02121234567", "agent2");
        await SipPhone.UntilAsync<SipCallEvent.Answered>(call);
        var called = await provider.CalledAsync();
        await called.RingAsync();

        await call.HangUpAsync();

        (await EndOfAsync(called)).Cause.ShouldBe(SipEndCause.Cancelled);
        await agent.RestAsync();
        await RemoveAsync(admin, trunk);
    }

    [Fact]
    public async Task A_caller_who_asked_for_it_is_called_back_when_his_turn_comes()
    {
        const string number = "+905559990081";
        var admin = await installation.AsAsync("admin");
        await using var provider = await Provider.StartAsync();
        var trunk = await AddAsync(admin, Plan("Back", provider));
        await UntilStandsAsync(admin, trunk, "up");
        await OfferCallbacksAsync(admin, "customer_services");
        await using var agent = await DeskAgent.StartAsync(installation, "agent2", hz: 1000);
        await agent.RestAsync();
        await using var phone = await SipPhone.StartAsync(installation, hz: 600);
        var call = await phone.CallAsync("100", number);
        await phone.Sound.Heard.UntilAsync(w => Goertzel.Rms(w) > 200, "the greeting", TimeSpan.FromSeconds(30));
        phone.Sound.Press("3");
        await DeskAgent.UntilAsync(admin, "/api/queues", l => l.EnumerateArray().Any(t => t.GetProperty("code").GetString() == "customer_services" && t.GetProperty("waiting").GetInt32() == 1));

        // One key asks to be called back, one says that the number he calls from is right; a key that comes too early means nothing.
        var ended = SipPhone.UntilAsync<SipCallEvent.Ended>(call);
        using (var pace = new PeriodicTimer(TimeSpan.FromSeconds(1)))
        {
            do
            {
                phone.Sound.Press("1");
            }
            while (!ended.IsCompleted && await pace.WaitForNextTickAsync(TestContext.Current.CancellationToken));
        }

        (await ended).End.ByRemote.ShouldBeTrue("he was told that he will be called, and hung up");
        await agent.AvailableAsync();
        var callback = (await agent.UntilAsync(d => d.GetProperty("callback").ValueKind == JsonValueKind.Object)).GetProperty("callback");
        callback.GetProperty("number").GetString().ShouldBe(number);
        (await agent.Http.PostAsync($"/api/queues/callbacks/{callback.GetProperty("id").GetString()}/take", null)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await agent.Phone.LiftAsync(await agent.Phone.RungAsync());
        var called = await provider.CalledAsync();
        called.RequestUser.ShouldBe(number);
        await provider.AnswerAsync(called);
        await Task.WhenAll(
            agent.Phone.Sound.Heard.UntilToneAsync(1300, 0.9, TimeSpan.FromSeconds(15)), provider.Sound.Heard.UntilToneAsync(1000, 0.9, TimeSpan.FromSeconds(15)));
        await called.HangUpAsync();
        var dialled = (await DeskAgent.UntilAsync(admin, "/api/calls/outbound/dialled", l => l[0].GetProperty("endedAt").ValueKind == JsonValueKind.String))[0];
        (dialled.GetProperty("number").GetString(), dialled.GetProperty("way").GetString(), dialled.GetProperty("outcome").GetString()).ShouldBe((number, "callback", "answered"));
        await RemoveAsync(admin, trunk);
        await agent.RestAsync();
    }

    [Fact]
    public async Task After_a_call_out_the_agent_writes_up_in_his_teams_words_and_the_queue_counts_no_call()
    {
        var admin = await installation.AsAsync("admin");
        await using var provider = await Provider.StartAsync();
        var trunk = await AddAsync(admin, Plan("Wrap-up", provider));
        await UntilStandsAsync(admin, trunk, "up");
        await using var agent = await DeskAgent.StartAsync(installation, "agent2", hz: 1000);
        var before = await agent.DeskAsync();
        var id = (await agent.Http.PostAsJsonAsync("/api/calls/out", new { to = "0532 111 22 33", unit = "internet" }).BodyAsync()).GetProperty("callId").GetString()!;
        await agent.Phone.LiftAsync(await agent.Phone.RungAsync());
        var called = await provider.CalledAsync();
        await provider.AnswerAsync(called);
        var talking = await agent.UntilAsync(d => d.GetProperty("call") is { ValueKind: JsonValueKind.Object } c && c.GetProperty("outbound").GetString() == "answered");
        var team = talking.GetProperty("call").GetProperty("team").GetProperty("id").GetString();

        await called.HangUpAsync();

        var desk = await agent.UntilAsync(d => d.GetProperty("presence").GetProperty("activity").GetString() == "wrapUp" && DeskAgent.StateOf(d) == "ended");
        desk.GetProperty("call").GetProperty("callId").GetString().ShouldBe(id);
        var offered = await agent.Http.GetAsync($"/api/desk/wrap-up/dispositions?team={team}").BodyAsync();
        var wrong = offered.EnumerateArray().Single(d => d.GetProperty("code").GetString() == "wrong_number");
        wrong.GetProperty("outcome").GetString().ShouldBe("noAction");
        (await agent.Http.PutAsJsonAsync("/api/desk/wrap-up/disposition", new { callId = id, dispositionId = wrong.GetProperty("id").GetString() })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var row = (await DeskAgent.UntilAsync(admin, $"/api/calls/{id}", c => c.GetProperty("call").GetProperty("endReason").ValueKind == JsonValueKind.String)).GetProperty("call");
        (row.GetProperty("outcome").GetString(), row.GetProperty("disposition").GetProperty("en").GetString()).ShouldBe(("noAction", "Wrong number"));
        await agent.RestAsync();
        (await agent.DeskAsync()).GetProperty("today").GetProperty("answered").GetInt32().ShouldBe(before.GetProperty("today").GetProperty("answered").GetInt32(), "he answered nobody");
        await RemoveAsync(admin, trunk);
    }

    [Fact]
    [Requirement("I-16")]
    public async Task Who_is_called_keys_the_companys_numbers_when_the_agent_asks_him_to()
    {
        var admin = await installation.AsAsync("admin");
        await using var provider = await Provider.StartAsync();
        var trunk = await AddAsync(admin, Plan("Verify out", provider));
        await UntilStandsAsync(admin, trunk, "up");
        await using var desk = await VerificationDesk.StartAsync(installation);
        var agent = desk.Agent;
        var id = (await agent.Http.PostAsJsonAsync("/api/calls/out", new { to = "+902121234567", unit = "internet" }).BodyAsync()).GetProperty("callId").GetString()!;
        await agent.Phone.LiftAsync(await agent.Phone.RungAsync());
        var called = await provider.CalledAsync();
        await agent.Http.PostAsync($"/api/calls/{id}/verify", null).ShouldBeRefusedAsync("calls.not_answered_yet");
        await provider.AnswerAsync(called);
        await agent.UntilAsync(d => d.GetProperty("call") is { ValueKind: JsonValueKind.Object } c && c.GetProperty("outbound").GetString() == "answered");
        await provider.Sound.Heard.UntilToneAsync(1000, 0.9, TimeSpan.FromSeconds(15));

        (await agent.Http.PostAsync($"/api/calls/{id}/verify", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        await desk.UntilStepAsync("askedNumber");
        provider.Sound.Press($"100200#{VerificationDesk.Password}#");
        var verified = await agent.UntilAsync(d => d.GetProperty("call") is { ValueKind: JsonValueKind.Object } c && c.GetProperty("class").GetString() == "verifiedCorporate");
        verified.GetProperty("call").GetProperty("customer").GetProperty("kind").GetString().ShouldBe("corporate");
        await agent.UntilAsync(d => DeskAgent.StateOf(d) == "talking");
        await provider.Sound.Heard.UntilToneAsync(1000, 0.9, TimeSpan.FromSeconds(30));
        await called.HangUpAsync();
        await agent.RestAsync();
        await RemoveAsync(admin, trunk);
    }

    [Fact]
    public async Task A_networks_announcement_is_heard_before_any_answer_and_another_fork_may_answer()
    {
        var admin = await installation.AsAsync("admin");
        await using var provider = await Provider.StartAsync(hz: 1300);
        await using var answers = new ToneCaller(1700);
        var trunk = await AddAsync(admin, Plan("Early", provider));
        await UntilStandsAsync(admin, trunk, "up");
        await using var agent = await DeskAgent.StartAsync(installation, "agent2", hz: 1000);
        await agent.Http.PostAsJsonAsync("/api/calls/out", new { to = "+902121234567", unit = "internet" }).BodyAsync();
        await agent.Phone.LiftAsync(await agent.Phone.RungAsync());
        var called = await provider.CalledAsync();

        provider.Sound.Connect(Encoding.UTF8.GetString(called.RemoteSdp.Span));
        (await called.RingAsync(183, Encoding.UTF8.GetBytes(provider.Sound.Offer()))).ShouldBeTrue();

        await agent.Phone.Sound.Heard.UntilToneAsync(1300, 0.9, TimeSpan.FromSeconds(15));
        (await agent.DeskAsync()).GetProperty("call").GetProperty("outbound").GetString().ShouldBe("ringing", "nobody has answered");
        answers.Connect(Encoding.UTF8.GetString(called.RemoteSdp.Span));
        (await called.AnswerAsync(Encoding.UTF8.GetBytes(answers.Offer()))).ShouldBeTrue();
        await Task.WhenAll(
            agent.Phone.Sound.Heard.UntilToneAsync(1700, 0.9, TimeSpan.FromSeconds(15)), answers.Heard.UntilToneAsync(1000, 0.9, TimeSpan.FromSeconds(15)));
        await called.HangUpAsync();
        await agent.RestAsync();
        await RemoveAsync(admin, trunk);
    }

    [Fact]
    [Requirement("I-12")]
    public async Task A_trunk_that_takes_its_callers_back_connects_them_itself_and_one_that_refuses_costs_nothing()
    {
        var admin = await installation.AsAsync("admin");
        await using var provider = await Provider.StartAsync(host: "127.0.0.3");
        var trunk = await AddAsync(admin, Plan("Takes back", provider) with { HandsOver = true });
        await UntilStandsAsync(admin, trunk, "up");
        var product = installation.Services.GetRequiredService<ICallsEndpoints>().Sip.First(e => e.Address.Equals(IPAddress.Loopback));
        await using var agent = await DeskAgent.StartAsync(installation, "agent2", hz: 1000);
        foreach (var takes in new[] { true, false })
        {
            await agent.AvailableAsync();
            var call = await provider.DialAsync(product, "100", takes ? "+905559990071" : "+905559990072");
            var answered = await SipPhone.UntilAsync<SipCallEvent.Answered>(call);
            provider.Sound.Connect(Encoding.UTF8.GetString(answered.Sdp.Span));
            await provider.Sound.Heard.UntilAsync(w => Goertzel.Rms(w) > 200, "the greeting", TimeSpan.FromSeconds(30));
            provider.Sound.Press("3");
            var id = (await agent.LiftAsync()).GetProperty("callId").GetString()!;
            (await agent.Http.PostAsJsonAsync($"/api/calls/{id}/transfer", new { number = "0212 123 45 67" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);

            var referral = (await SipPhone.UntilAsync<SipCallEvent.Referred>(call)).Referral;
            referral.Target.Uri.UserText.ShouldBe("+902121234567");
            if (takes)
            {
                await referral.AcceptAsync();
                await referral.TellAsync(200);
                await SipPhone.UntilAsync<SipCallEvent.Ended>(call);
                provider.Agent.IncomingCalls.TryRead(out _).ShouldBeFalse("the network connects the two, we dial nobody");
                var dialled = (await DeskAgent.UntilAsync(admin, "/api/calls/outbound/dialled", l => l[0].GetProperty("endedAt").ValueKind == JsonValueKind.String))[0];
                (dialled.GetProperty("trunk").GetString(), dialled.GetProperty("outcome").GetString(), dialled.GetProperty("way").GetString()).ShouldBe(("Takes back", "answered", "transfer"));
            }
            else
            {
                await referral.RefuseAsync(603);
                var called = await provider.CalledAsync();
                called.RequestUser.ShouldBe("+902121234567");
                await called.RefuseAsync(486);
                (await agent.LiftAsync()).GetProperty("sentBy").GetProperty("isReturned").GetBoolean().ShouldBeTrue();
                await call.HangUpAsync();
            }

            await agent.RestAsync();
        }

        await RemoveAsync(admin, trunk);
    }

    [Fact]
    public async Task A_trunk_that_is_silent_or_refuses_with_503_hands_over_to_the_next()
    {
        var admin = await installation.AsAsync("admin");
        using var silent = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        silent.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        await using var full = await Provider.StartAsync();
        await using var good = await Provider.StartAsync();
        var first = await AddAsync(admin, Plan("Silent", good) with { Port = ((IPEndPoint)silent.LocalEndPoint!).Port, Order = 1, AsksEverySeconds = 0 });
        var second = await AddAsync(admin, Plan("Full", full) with { Order = 2, AsksEverySeconds = 0 });
        var third = await AddAsync(admin, Plan("Good", good) with { Order = 3, AsksEverySeconds = 0 });
        await using var agent = await DeskAgent.StartAsync(installation, "agent2", hz: 1000);

        (await agent.Http.PostAsJsonAsync("/api/calls/out", new { to = "+902121234567", unit = "internet" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        await agent.Phone.LiftAsync(await agent.Phone.RungAsync());
        (await (await full.CalledAsync()).RefuseAsync(503)).ShouldBeTrue();
        var called = await good.CalledAsync();
        called.RequestUser.ShouldBe("+902121234567");
        (await called.RefuseAsync(486)).ShouldBeTrue();

        var dialled = (await DeskAgent.UntilAsync(admin, "/api/calls/outbound/dialled", l => l[0].GetProperty("endedAt").ValueKind == JsonValueKind.String))[0];
        (dialled.GetProperty("trunk").GetString(), dialled.GetProperty("outcome").GetString(), dialled.GetProperty("code").GetInt32()).ShouldBe(("Good", "busy", 486));
        foreach (var trunk in new[] { first, second, third })
        {
            await RemoveAsync(admin, trunk);
        }

        await agent.RestAsync();
    }

    [Fact]
    public async Task A_trunk_by_registration_registers_tells_its_failure_and_is_called_back_over()
    {
        var admin = await installation.AsAsync("admin");
        await using var provider = await Provider.StartAsync(password: "right");
        var plan = Plan("Account", provider) with { Kind = "registration", User = "santral", Password = "wrong", AsksEverySeconds = 0 };
        var trunk = await AddAsync(admin, plan);
        var refused = await UntilStandsAsync(admin, trunk, "notRegistered");
        refused.GetProperty("state").GetProperty("code").GetInt32().ShouldBe(401);
        refused.GetProperty("hasPassword").GetBoolean().ShouldBeTrue();
        refused.TryGetProperty("password", out _).ShouldBeFalse();

        var version = refused.GetProperty("version").GetInt32();
        (await admin.PutAsJsonAsync($"/api/calls/trunks/{trunk}", plan with { Password = "right", Version = version })).StatusCode.ShouldBe(HttpStatusCode.OK);

        await UntilStandsAsync(admin, trunk, "up");
        provider.Agent.Registrar.Find("santral").ShouldHaveSingleItem();
        await RemoveAsync(admin, trunk);
        await foreach (var _ in Looks.AgainAsync(TestContext.Current.CancellationToken))
        {
            if (provider.Agent.Registrar.Find("santral").Count == 0)
            {
                break;
            }
        }
    }

    [Fact]
    public async Task A_call_from_a_trunk_reaches_the_number_it_calls_and_the_number_it_asserts_is_believed()
    {
        var admin = await installation.AsAsync("admin");
        await using var provider = await Provider.StartAsync(host: "127.0.0.2");
        var trunk = await AddAsync(admin, Plan("Inbound", provider) with { CallsOut = false });
        await UntilStandsAsync(admin, trunk, "up");
        var product = installation.Services.GetRequiredService<ICallsEndpoints>().Sip.First(e => e.Address.Equals(IPAddress.Loopback));

        var call = await provider.Agent.DialAsync(new DialRequest
        {
            Target = SipUri.Of("08502220000", product.Address.ToString(), product.Port),
            From = new NameAddr("Anonymous", SipUri.Of("anonymous", "anonymous.invalid"), SipParameters.Empty),
            Sdp = Encoding.UTF8.GetBytes(provider.Sound.Offer()),
            Headers = [new SipHeader(SipNames.PAssertedIdentity, "<sip:+905321112233@provider.example>")],
        });
        var answered = await SipPhone.UntilAsync<SipCallEvent.Answered>(call);
        provider.Sound.Connect(Encoding.UTF8.GetString(answered.Sdp.Span));
        await provider.Sound.Heard.UntilAsync(w => Goertzel.Rms(w) > 200, "the greeting", TimeSpan.FromSeconds(30));

        var row = (await DeskAgent.UntilAsync(admin, "/api/calls?take=1", l => l.GetProperty("items").GetArrayLength() > 0)).GetProperty("items")[0];
        row.GetProperty("callingNumber").GetString().ShouldBe("+905321112233");
        await call.HangUpAsync();
        await RemoveAsync(admin, trunk);
    }

    [Fact]
    [Requirement("I-12")]
    public async Task A_caller_is_sent_on_to_a_number_outside_and_comes_back_when_nobody_answers()
    {
        var admin = await installation.AsAsync("admin");
        await using var provider = await Provider.StartAsync();
        var trunk = await AddAsync(admin, Plan("Transfer", provider));
        await using var agent = await DeskAgent.StartAsync(installation, "agent2", hz: 1000);
        await using var phone = await SipPhone.StartAsync(installation, hz: 600);
        await agent.AvailableAsync();
        var call = await phone.CallAsync("100", "+905559990061");
        await phone.Sound.Heard.UntilAsync(w => Goertzel.Rms(w) > 200, "the greeting", TimeSpan.FromSeconds(30));
        phone.Sound.Press("3");
        var id = (await agent.LiftAsync()).GetProperty("callId").GetString()!;

        (await agent.Http.PostAsJsonAsync($"/api/calls/{id}/transfer", new { number = "0212 123 45 67" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await agent.UntilAsync(d => d.GetProperty("presence").GetProperty("activity").GetString() == "wrapUp")).ShouldNotBe(default);
        (await (await provider.CalledAsync()).RefuseAsync(486)).ShouldBeTrue();
        (await agent.LiftAsync()).GetProperty("sentBy").GetProperty("isReturned").GetBoolean().ShouldBeTrue();

        (await agent.Http.PostAsJsonAsync($"/api/calls/{id}/consult", new { number = "0212 123 45 67" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var asked = await provider.CalledAsync();
        await provider.AnswerAsync(asked);
        await agent.UntilAsync(d => d.GetProperty("call").GetProperty("consult") is { ValueKind: JsonValueKind.Object } c && c.GetProperty("state").GetString() == "speaking");
        await agent.Phone.Sound.Heard.UntilToneAsync(1300, 0.9, TimeSpan.FromSeconds(15));
        (await agent.Http.PostAsync($"/api/calls/{id}/consult/complete", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        await Task.WhenAll(
            phone.Sound.Heard.UntilToneAsync(1300, 0.9, TimeSpan.FromSeconds(15)), provider.Sound.Heard.UntilToneAsync(600, 0.9, TimeSpan.FromSeconds(15)));
        await asked.HangUpAsync();
        await SipPhone.UntilAsync<SipCallEvent.Ended>(call);
        await RemoveAsync(admin, trunk);
        await agent.RestAsync();
    }

    [Fact]
    public async Task The_transfer_button_of_a_desk_phone_sends_the_caller_to_a_number_or_says_why_not()
    {
        var admin = await installation.AsAsync("admin");
        await using var provider = await Provider.StartAsync();
        var trunk = await AddAsync(admin, Plan("Refer", provider));
        await UntilStandsAsync(admin, trunk, "up");
        using var desk = await PlainDeskPhone.RegisterAsync(installation, "agent2");
        await using var ear = new ToneCaller(1000);
        await using var phone = await SipPhone.StartAsync(installation, hz: 600);
        var agent = await installation.AsAsync("agent2");
        await DeskAgent.UntilAsync(agent, "/api/desk", d => d.GetProperty("phone").GetProperty("kind").GetString() == "desk");
        (await agent.PutAsJsonAsync("/api/desk/presence", new { state = "available" })).EnsureSuccessStatusCode();
        var call = await phone.CallAsync("100", "+905559990062");
        await phone.Sound.Heard.UntilAsync(w => Goertzel.Rms(w) > 200, "the greeting", TimeSpan.FromSeconds(30));
        phone.Sound.Press("3");
        await desk.LiftAsync(ear.Offer());

        await desk.TransferAsync("%2B493012345678");
        desk.Course.ShouldBe(["403"]);
        desk.Course.Clear();
        await desk.TransferAsync("02121234567");

        desk.Course.ShouldBe(["202", "NOTIFY SIP/2.0 100 Trying", "NOTIFY SIP/2.0 200 OK", "BYE"]);
        var called = await provider.CalledAsync();
        called.RequestUser.ShouldBe("+902121234567");
        await provider.AnswerAsync(called);
        await phone.Sound.Heard.UntilToneAsync(1300, 0.9, TimeSpan.FromSeconds(15));
        await call.HangUpAsync();
        await SipPhone.UntilAsync<SipCallEvent.Ended>(called);
        await RemoveAsync(admin, trunk);
    }

    [Fact]
    public async Task What_the_policy_does_not_open_is_refused_with_its_reason()
    {
        var admin = await installation.AsAsync("admin");
        var agent = await installation.AsAsync("agent1");
        var demo = (await DeskAgent.UntilAsync(admin, "/api/calls/trunks", l => l.GetArrayLength() == 1))[0].GetProperty("id").GetString();
        (await admin.PutAsync($"/api/calls/trunks/{demo}/pause", null)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await UntilStandsAsync(admin, demo!, "paused");
        await Out(agent, "+902121234567").ShouldBeRefusedAsync("calls.outbound_no_trunk", HttpStatusCode.ServiceUnavailable);
        (await admin.DeleteAsync($"/api/calls/trunks/{demo}/pause")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await using var provider = await Provider.StartAsync();
        var trunk = await AddAsync(admin, Plan("Policy", provider));
        await UntilStandsAsync(admin, trunk, "up");

        await Out(agent, "12").ShouldBeRefusedAsync("calls.outbound_number_wrong", HttpStatusCode.UnprocessableEntity);
        await Out(agent, "+493012345678").ShouldBeRefusedAsync("calls.outbound_international", HttpStatusCode.Forbidden);
        await Out(agent, "0900 123 45 67").ShouldBeRefusedAsync("calls.outbound_premium", HttpStatusCode.Forbidden);
        await Out(agent, "+902121234567").ShouldBeRefusedAsync("calls.no_phone", HttpStatusCode.Conflict);
        await RuleAsync(admin, "agent", new { version = 0, national = true, international = false, premium = false, allowed = "+4930", barred = "+90212", perHour = 0, transfers = false });
        await Out(agent, "+902121234567").ShouldBeRefusedAsync("calls.outbound_barred", HttpStatusCode.Forbidden);
        await Out(agent, "+493012345678").ShouldBeRefusedAsync("calls.outbound_limit", HttpStatusCode.Locked);

        await agent.GetAsync("/api/calls/trunks").ShouldBeRefusedAsync("identity.not_permitted", HttpStatusCode.Forbidden);
        await agent.PutAsJsonAsync("/api/calls/outbound/rules/agent", new { }).ShouldBeRefusedAsync("identity.not_permitted", HttpStatusCode.Forbidden);
        (await admin.DeleteAsync("/api/calls/outbound/rules/agent")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await RemoveAsync(admin, trunk);
        provider.Agent.IncomingCalls.TryRead(out _).ShouldBeFalse("nothing was dialled");
    }

    private static async Task OfferCallbacksAsync(HttpClient admin, string code)
    {
        var teams = await admin.GetAsync("/api/queues/teams").BodyAsync();
        var team = JsonNode.Parse(teams.EnumerateArray().Single(t => t.GetProperty("code").GetString() == code).GetRawText())!.AsObject();
        team["speech"]!["offersCallback"] = true;
        (await admin.PutAsync($"/api/queues/teams/{team["id"]}", JsonContent.Create(team))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<SipEnd> EndOfAsync(SipCall call) => (await SipPhone.UntilAsync<SipCallEvent.Ended>(call)).End;

    private static Task<HttpResponseMessage> Out(HttpClient agent, string to) => agent.PostAsJsonAsync("/api/calls/out", new { to, unit = "internet" });

    private static async Task RuleAsync(HttpClient admin, string role, object rule)
        => (await admin.PutAsJsonAsync($"/api/calls/outbound/rules/{role}", rule)).StatusCode.ShouldBe(HttpStatusCode.OK);

    private static async Task<string> AddAsync(HttpClient admin, Trunk plan)
    {
        var answer = await admin.PostAsJsonAsync("/api/calls/trunks", plan);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    private static async Task RemoveAsync(HttpClient admin, string trunk)
        => (await admin.DeleteAsync($"/api/calls/trunks/{trunk}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);

    private static async Task<JsonElement> UntilStandsAsync(HttpClient admin, string trunk, string standing)
    {
        JsonElement Of(JsonElement list) => list.EnumerateArray().FirstOrDefault(t => t.GetProperty("id").GetString() == trunk);
        return Of(await DeskAgent.UntilAsync(admin, "/api/calls/trunks", l => Of(l) is { ValueKind: JsonValueKind.Object } t
            && t.GetProperty("state").GetProperty("standing").GetString() == standing));
    }

    private static Trunk Plan(string name, Provider provider) => new(name, "address", provider.Host, provider.Port);

    private sealed record Trunk(string Name, string Kind, string Host, int Port)
    {
        public int Version { get; init; }

        public string Transport { get; init; } = "udp";

        public string? User { get; init; }

        public string? Password { get; init; }

        public int Order { get; init; }

        public string Format { get; init; } = "e164";

        public string Region { get; init; } = "TR";

        public string? CallerNumber { get; init; }

        public bool CallsOut { get; init; } = true;

        public bool TakesIn { get; init; } = true;

        public bool HandsOver { get; init; }

        public int MostCalls { get; init; } = 10;

        public int AsksEverySeconds { get; init; } = 1;

        public int RegistersMinutes { get; init; } = 10;
    }
}

/// <summary>An installation that is no demo answers this machine like any other stranger.</summary>
public sealed class StrangerTests(EmptyInstallation installation) : IClassFixture<EmptyInstallation>
{
    [Fact]
    public async Task A_caller_from_nowhere_gets_silence_and_is_counted()
    {
        var product = installation.Services.GetRequiredService<ICallsEndpoints>().Sip.First(e => e.Address.Equals(IPAddress.Loopback));
        using var stranger = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        stranger.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        foreach (var method in new[] { "INVITE", "OPTIONS", "BYE", "FROBNICATE" })
        {
            await stranger.SendToAsync(Encoding.ASCII.GetBytes(Request(method)), product);
        }

        // A REGISTER is heard from everywhere, because phones move; its answer says that the others were worked off.
        await stranger.SendToAsync(Encoding.ASCII.GetBytes(Request("REGISTER")), product);
        var buffer = new byte[4_096];
        var length = await stranger.ReceiveAsync(buffer.AsMemory()).AsTask().WaitAsync(TimeSpan.FromSeconds(20));
        Encoding.ASCII.GetString(buffer, 0, length).ShouldContain("CSeq: 1 REGISTER");
        (await installation.Anonymous().GetStringAsync("/metrics")).ShouldMatch(@"santral_sip_unknown_source_total(\{[^}]*\})? 4\b");
    }

    private static string Request(string method) => $"""
        {method} sip:100@127.0.0.1 SIP/2.0
        Via: SIP/2.0/UDP 127.0.0.1;rport;branch=z9hG4bK-{method}
        Max-Forwards: 70
        From: <sip:stranger@example.com>;tag=a
        To: <sip:100@127.0.0.1>
        Call-ID: {method}@example.com
        CSeq: 1 {method}
        Contact: <sip:stranger@127.0.0.1>
        Content-Length: 0


        """.ReplaceLineEndings("\r\n");
}
