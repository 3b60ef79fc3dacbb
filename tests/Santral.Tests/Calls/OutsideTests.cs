using Santral.Calls.Domain;
using Santral.Calls.Live.Outside;
using Santral.Contracts.Calls;
using Santral.Media;

namespace Santral.Tests.Calls;

/// <summary>Numbers outside in a call (I-12): a caller is sent on to one, one is asked about him, an agent calls one.</summary>
public sealed class OutsideTests
{
    private static readonly UserId Agent = Exchange.Agent(1);
    private static readonly PhoneNumber Number = PhoneNumber.Parse("+902121234567", null);

    [Fact]
    [Requirement("I-12")]
    public async Task A_caller_sent_to_a_number_hears_music_until_it_answers_and_the_agent_is_free_at_once()
    {
        await using var exchange = await Exchange.OpenAsync();
        var (caller, ends, spoke) = await TalkAsync(exchange);

        await caller.Line.TransferOutByAsync(Agent, Number);

        (await ends.Task).ShouldBe(ConversationEnd.Transferred);
        exchange.DeskOf.BoundTo(Agent).ShouldBeNull();
        var ring = await exchange.Outside.UntilAsync(r => r.Order.To == Number);
        await ring.Dialled;
        (ring.Order.By, ring.Order.Way, ring.Order.Call).ShouldBe((Agent, OutboundWay.Transfer, caller.Line.Id));
        exchange.Media.Asked.All.OfType<Play>().Last(p => p.Leg == caller.Leg).Loop.ShouldBeTrue();
        ring.Lift();
        await exchange.Media.Asked.UntilAsync(c => c is Bridge b && b.Leg == caller.Leg && b.Other == ring.Leg);
        ring.HangUp();

        (await spoke.Task.WaitAsync(TimeSpan.FromSeconds(20))).ShouldBeTrue();
        var (_, events) = await exchange.RecordAsync(caller.Line.Id);
        var kinds = events.Select(e => e.Kind).ToList();
        kinds[kinds.IndexOf(CallEventKind.SentOutside)..].ShouldBe([CallEventKind.SentOutside, CallEventKind.OutsideAnswered, CallEventKind.OutsideEnded]);
        events.First(e => e.Kind == CallEventKind.OutsideAnswered).Number.ShouldBe(Number);
    }

    [Theory]
    [InlineData(DialledOutcome.Busy, 486)]
    [InlineData(DialledOutcome.NoAnswer, 480)]
    [InlineData(DialledOutcome.Failed, 404)]
    [InlineData(DialledOutcome.Failed, 0)]
    public async Task A_number_that_does_not_answer_gives_the_caller_back(DialledOutcome outcome, int code)
    {
        await using var exchange = await Exchange.OpenAsync();
        var (caller, _, spoke) = await TalkAsync(exchange);
        await caller.Line.TransferOutByAsync(Agent, Number);

        (await exchange.Outside.UntilAsync(r => r.Order.To == Number)).Refuse(outcome, code);

        (await spoke.Task.WaitAsync(TimeSpan.FromSeconds(20))).ShouldBeFalse();
        exchange.Media.Bridges.ContainsKey(caller.Leg).ShouldBeFalse();
    }

    [Fact]
    public async Task A_caller_who_hangs_up_while_the_number_rings_stops_the_ringing()
    {
        await using var exchange = await Exchange.OpenAsync();
        var (caller, _, spoke) = await TalkAsync(exchange);
        await caller.Line.TransferOutByAsync(Agent, Number);
        var ring = await exchange.Outside.UntilAsync(r => r.Order.To == Number);

        caller.HangUp();

        await ring.Dropped;
        await Should.ThrowAsync<OperationCanceledException>(() => spoke.Task.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task A_number_is_asked_all_three_speak_and_the_agent_leaves_them()
    {
        await using var exchange = await Exchange.OpenAsync();
        var (caller, ends, spoke) = await TalkAsync(exchange);
        var own = exchange.Phones.BrowserLeg(Agent)!.Value;

        await caller.Line.ConsultOutByAsync(Agent, Number);

        var ring = exchange.Outside.All.ShouldHaveSingleItem();
        exchange.Media.Asked.All.OfType<Play>().Last().Items.ShouldBe([new PlayTone(425, 1_000), new PlaySilence(4_000)]);
        var consult = exchange.DeskOf.Of(Agent)!.Consult!;
        (consult.With, consult.Number, consult.State).ShouldBe((null, Number, ConsultState.Ringing));
        ring.Lift();
        await exchange.Media.Asked.UntilAsync(c => c is Bridge b && b.Leg == own && b.Other == ring.Leg);
        await exchange.Desks.UntilAsync(d => d.Call?.Consult?.State == ConsultState.Speaking);
        await caller.Line.JoinConsultByAsync(Agent);
        exchange.Media.Asked.All.OfType<Confer>().ShouldHaveSingleItem().Others.ShouldBe([own, ring.Leg]);

        await caller.Line.CompleteConsultByAsync(Agent);

        (await ends.Task).ShouldBe(ConversationEnd.Transferred);
        exchange.Media.Bridges[caller.Leg].ShouldBe(ring.Leg);
        exchange.DeskOf.BoundTo(Agent).ShouldBeNull();
        exchange.Outside.All.Count.ShouldBe(1, "the number that was asked is not called a second time");
        exchange.Holds.All.ShouldBeEmpty();
        ring.HangUp();
        (await spoke.Task.WaitAsync(TimeSpan.FromSeconds(20))).ShouldBeTrue();
    }

    [Fact]
    public async Task The_agent_who_asks_a_number_hears_what_its_network_says_before_it_answers()
    {
        await using var exchange = await Exchange.OpenAsync();
        var (caller, _, _) = await TalkAsync(exchange);
        var own = exchange.Phones.BrowserLeg(Agent)!.Value;
        await caller.Line.ConsultOutByAsync(Agent, Number);
        var ring = exchange.Outside.All.ShouldHaveSingleItem();

        ring.Announce();

        await exchange.Media.Asked.UntilAsync(c => c is Bridge b && b.Leg == own && b.Other == ring.Leg);
        exchange.DeskOf.Of(Agent)!.Consult!.State.ShouldBe(ConsultState.Ringing);
        ring.Refuse(DialledOutcome.Busy, 486);
        await ring.Dropped;
        await caller.Line.MuteByAsync(Agent, on: false);
        exchange.Media.Bridges[caller.Leg].ShouldBe(own);
    }

    [Fact]
    public async Task A_number_that_is_asked_and_does_not_answer_leaves_the_agent_with_his_caller()
    {
        await using var exchange = await Exchange.OpenAsync();
        var (caller, ends, _) = await TalkAsync(exchange);
        await caller.Line.ConsultOutByAsync(Agent, Number);

        exchange.Outside.All[0].Refuse(DialledOutcome.Busy, 486);

        await exchange.Outside.All[0].Dropped;
        await caller.Line.MuteByAsync(Agent, on: false);
        exchange.Media.Bridges[caller.Leg].ShouldBe(exchange.Phones.BrowserLeg(Agent)!.Value);
        ends.Task.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task An_agent_who_calls_is_on_the_line_first_hears_ringing_and_the_talk_counts_from_the_answer()
    {
        await using var exchange = await Exchange.OpenAsync();
        await exchange.OpenPhoneAsync(Agent);
        var ring = Order(exchange);
        var line = Start(exchange, ring);

        await ring.Dialled;
        exchange.DeskOf.Of(Agent)!.Outbound.ShouldBe(OutboundState.Ringing);
        exchange.Media.Asked.All.OfType<Play>().Last().Leg.ShouldBe(exchange.Phones.BrowserLeg(Agent)!.Value);
        exchange.Clock.Advance(TimeSpan.FromSeconds(10));
        ring.Lift();
        await exchange.Desks.UntilAsync(d => d.Call?.Outbound == OutboundState.Answered);
        exchange.Media.Bridges[ring.Leg].ShouldBe(exchange.Phones.BrowserLeg(Agent)!.Value);
        exchange.Clock.Advance(TimeSpan.FromSeconds(30));
        await line.HangUpByAsync(Agent);

        await exchange.Holds.UntilAsync(h => h == (Agent, "writes up"));
        exchange.Holds.All.Select(h => h.What).ShouldBe(["taken", "speaks", "writes up"]);
        await ring.Dropped;
        var (record, _) = await exchange.RecordAsync(line.Id);
        (record.Direction, record.CallingNumber, record.CalledNumber).ShouldBe((CallDirection.Outbound, Number.Value, "+908502220000"));
        (record.Talked, record.EndReason, record.Agent).ShouldBe((TimeSpan.FromSeconds(30), CallEndReason.AgentHungUp, Agent));
    }

    [Fact]
    public async Task An_agent_hears_the_networks_announcement_in_place_of_our_tone()
    {
        await using var exchange = await Exchange.OpenAsync();
        await exchange.OpenPhoneAsync(Agent);
        var own = exchange.Phones.BrowserLeg(Agent)!.Value;
        var ring = Order(exchange);
        Start(exchange, ring);
        await ring.Dialled;

        ring.Announce();

        await exchange.Media.Asked.UntilAsync(c => c is Bridge b && b.Leg == own && b.Other == ring.Leg);
        exchange.DeskOf.Of(Agent)!.Outbound.ShouldBe(OutboundState.Ringing, "nobody has answered");
        ring.Refuse(DialledOutcome.Failed, 404);
        await exchange.Holds.UntilAsync(h => h == (Agent, "freed"));
    }

    [Fact]
    public async Task A_caller_sent_to_a_number_hears_the_networks_announcement_and_comes_back_from_it_with_music()
    {
        await using var exchange = await Exchange.OpenAsync();
        var (caller, _, spoke) = await TalkAsync(exchange);
        await caller.Line.TransferOutByAsync(Agent, Number);
        var ring = await exchange.Outside.UntilAsync(r => r.Order.To == Number);

        ring.Announce();

        await exchange.Media.Asked.UntilAsync(c => c is Bridge b && b.Leg == caller.Leg && b.Other == ring.Leg);
        spoke.Task.IsCompleted.ShouldBeFalse();
        ring.Refuse(DialledOutcome.Busy, 486);
        (await spoke.Task.WaitAsync(TimeSpan.FromSeconds(20))).ShouldBeFalse();
        exchange.Media.Bridges.ContainsKey(caller.Leg).ShouldBeFalse();
        exchange.Media.Asked.All.OfType<Play>().Last(p => p.Leg == caller.Leg).Loop.ShouldBeTrue();
    }

    [Fact]
    public async Task A_caller_whose_own_network_takes_him_to_the_number_costs_no_line_of_ours()
    {
        await using var exchange = await Exchange.OpenAsync();
        var (caller, _, spoke) = await TalkAsync(exchange);
        caller.GoesTo = order => Task.FromResult(order.To == Number && order.Way == OutboundWay.Transfer);

        await caller.Line.TransferOutByAsync(Agent, Number);

        (await spoke.Task.WaitAsync(TimeSpan.FromSeconds(20))).ShouldBeTrue();
        exchange.Outside.All.ShouldBeEmpty();
        var (_, events) = await exchange.RecordAsync(caller.Line.Id);
        events.Select(e => e.Kind).TakeLast(2).ShouldBe([CallEventKind.SentOutside, CallEventKind.OutsideAnswered]);
    }

    [Fact]
    public async Task A_caller_whose_network_refuses_to_take_him_is_called_out_for()
    {
        await using var exchange = await Exchange.OpenAsync();
        var (caller, _, _) = await TalkAsync(exchange);
        caller.GoesTo = _ => Task.FromResult(false);

        await caller.Line.TransferOutByAsync(Agent, Number);

        (await exchange.Outside.UntilAsync(r => r.Order.To == Number)).Order.Way.ShouldBe(OutboundWay.Transfer);
    }

    [Theory]
    [InlineData(DialledOutcome.Busy, 486, CallEndReason.Busy)]
    [InlineData(DialledOutcome.NoAnswer, 480, CallEndReason.NoAnswer)]
    [InlineData(DialledOutcome.Failed, 404, CallEndReason.NotReached)]
    public async Task A_call_out_that_is_not_answered_ends_with_why_and_connects_nobody(DialledOutcome outcome, int code, CallEndReason reason)
    {
        await using var exchange = await Exchange.OpenAsync();
        await exchange.OpenPhoneAsync(Agent);
        var ring = Order(exchange);
        var line = Start(exchange, ring);
        await ring.Dialled;

        ring.Refuse(outcome, code);

        await exchange.Holds.UntilAsync(h => h == (Agent, "freed"));
        var (record, _) = await exchange.RecordAsync(line.Id);
        (record.EndReason, record.ConnectedAt).ShouldBe((reason, null));
    }

    [Fact]
    public async Task A_desk_phone_that_is_not_lifted_dials_nothing()
    {
        await using var exchange = await Exchange.OpenAsync();
        exchange.RegisterDeskPhone(Agent).Lift(DeskAnswerOf("Rejected"));
        var ring = Order(exchange);
        var line = Start(exchange, ring);

        await exchange.Holds.UntilAsync(h => h == (Agent, "freed"));
        ring.IsDialled.ShouldBeFalse();
        (await exchange.RecordAsync(line.Id)).Record.EndReason.ShouldBe(CallEndReason.NoAgent);
    }

    private static Santral.Calls.Live.DeskAnswer DeskAnswerOf(string name) => Enum.Parse<Santral.Calls.Live.DeskAnswer>(name);

    private static MemoryOutsideRing Order(Exchange exchange)
        => (MemoryOutsideRing)((IOutsideLines)exchange).Ring(new OutsideOrder(default, Agent, Number, "internet", OutboundWay.Click, null));

    private static Santral.Calls.Live.CallLine Start(Exchange exchange, MemoryOutsideRing ring) => exchange.Calls.StartOut(
        new Santral.Calls.Live.Arrival(Id.New<CallId>(exchange.Clock), "+908502220000", Number, "internet", "tr", exchange.Calls.NextArrival(), CallDirection.Outbound),
        ring,
        OfferTests.To(Agent));

    private static async Task<(MemoryCaller Caller, TaskCompletionSource<ConversationEnd> Ends, TaskCompletionSource<bool> Spoke)> TalkAsync(Exchange exchange)
    {
        await exchange.OpenPhoneAsync(Agent);
        var ends = new TaskCompletionSource<ConversationEnd>(TaskCreationOptions.RunContinuationsAsynchronously);
        var spoke = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var caller = exchange.Dial(async (line, gone) =>
        {
            await line.OfferAsync(OfferTests.To(Agent), gone);
            ends.TrySetResult(await line.ConversationAsync(gone));
            try
            {
                spoke.TrySetResult(await line.ToNumberAsync(line.Transfer!, gone));
            }
            catch (OperationCanceledException)
            {
                spoke.TrySetCanceled(CancellationToken.None);
                throw;
            }

            await Task.Delay(Timeout.Infinite, gone);
        });
        await exchange.ShowsAsync(Agent, DeskCallState.Offered);
        await caller.Line.AnswerByAsync(Agent);
        return (caller, ends, spoke);
    }
}
