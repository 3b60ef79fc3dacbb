using Santral.Calls.Live;
using Santral.Contracts.Calls;
using Santral.Media;

namespace Santral.Tests.Calls;

/// <summary>Ringing agents: one outcome for each offer, at most one agent for each call.</summary>
public sealed class OfferTests
{
    private static readonly UserId First = Exchange.Agent(1);
    private static readonly UserId Second = Exchange.Agent(2);
    private static readonly TimeSpan RingFor = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task An_answer_connects_caller_and_agent_both_ways()
    {
        await using var exchange = await Exchange.OpenAsync();
        await exchange.OpenPhoneAsync(First);
        var caller = exchange.Dial(OfferTo(First, out var outcome));
        var offered = await exchange.ShowsAsync(First, DeskCallState.Offered);

        await caller.Line.AnswerByAsync(First);

        (await outcome.Task).ShouldBe(OfferOutcome.Answered);
        offered.Call!.RingsUntil.ShouldBe(exchange.Clock.GetUtcNow() + RingFor);
        exchange.Media.Bridges[caller.Leg].ShouldBe(exchange.Phones.BrowserLeg(First)!.Value);
        exchange.DeskOf.Of(First)!.State.ShouldBe(DeskCallState.Talking);
    }

    [Fact]
    public async Task A_late_click_of_the_first_agent_is_refused_while_it_rings_at_the_second()
    {
        await using var exchange = await Exchange.OpenAsync();
        await exchange.OpenPhoneAsync(First);
        await exchange.OpenPhoneAsync(Second);
        var outcomes = new Seen<OfferOutcome>();
        var caller = exchange.Dial(async (line, gone) =>
        {
            outcomes.Add(await line.OfferAsync(To(First), gone));
            outcomes.Add(await line.OfferAsync(To(Second), gone));
            await line.ConversationAsync(gone);
        });
        await exchange.ShowsAsync(First, DeskCallState.Offered);
        exchange.Clock.Advance(RingFor);
        await exchange.ShowsAsync(Second, DeskCallState.Offered);

        var late = await Should.ThrowAsync<Refusal>(() => caller.Line.AnswerByAsync(First));
        var stranger = await Should.ThrowAsync<Refusal>(() => caller.Line.AnswerByAsync(Exchange.Agent(3)));
        await caller.Line.AnswerByAsync(Second);
        await outcomes.UntilAsync(o => o == OfferOutcome.Answered);

        late.Code.ShouldBe("calls.offer_gone");
        stranger.Code.ShouldBe("calls.not_yours");
        outcomes.All.ShouldBe([OfferOutcome.NoAnswer, OfferOutcome.Answered]);
        exchange.DeskOf.Of(First).ShouldBeNull();
        exchange.Media.Asked.All.OfType<Bridge>().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Two_clicks_at_the_same_moment_connect_once_and_harm_nobody()
    {
        await using var exchange = await Exchange.OpenAsync();
        await exchange.OpenPhoneAsync(First);
        var caller = exchange.Dial(OfferTo(First, out var outcome));
        await exchange.ShowsAsync(First, DeskCallState.Offered);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => caller.Line.AnswerByAsync(First)));

        (await outcome.Task).ShouldBe(OfferOutcome.Answered);
        exchange.Media.Asked.All.OfType<Bridge>().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_click_and_the_end_of_ringing_at_once_have_one_winner()
    {
        await using var exchange = await Exchange.OpenAsync();
        await exchange.OpenPhoneAsync(First);
        var caller = exchange.Dial(OfferTo(First, out var outcome));
        await exchange.ShowsAsync(First, DeskCallState.Offered);

        exchange.Clock.Advance(RingFor);
        var click = await Record.ExceptionAsync(() => caller.Line.AnswerByAsync(First));

        (await outcome.Task).ShouldBe(OfferOutcome.NoAnswer);
        click.ShouldBeOfType<Refusal>().Code.ShouldBeOneOf("calls.offer_gone", "calls.over");
        exchange.Media.Bridges.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_rejected_offer_leaves_the_desk_and_rejecting_again_is_harmless()
    {
        await using var exchange = await Exchange.OpenAsync();
        await exchange.OpenPhoneAsync(First);
        var caller = exchange.Dial(OfferTo(First, out var outcome, thenWait: true));
        await exchange.ShowsAsync(First, DeskCallState.Offered);

        await caller.Line.RejectByAsync(First);
        await caller.Line.RejectByAsync(First);

        (await outcome.Task).ShouldBe(OfferOutcome.Rejected);
        exchange.DeskOf.Of(First).ShouldBeNull();
        exchange.DeskOf.BoundTo(First).ShouldBeNull();
    }

    [Fact]
    public async Task An_agent_without_a_phone_is_unreachable_at_once()
    {
        await using var exchange = await Exchange.OpenAsync();

        exchange.Dial(OfferTo(First, out var outcome));

        (await outcome.Task).ShouldBe(OfferOutcome.Unreachable);
    }

    [Fact]
    public async Task A_browser_closed_while_it_rings_makes_the_agent_unreachable()
    {
        await using var exchange = await Exchange.OpenAsync();
        await exchange.OpenPhoneAsync(First);
        exchange.Dial(OfferTo(First, out var outcome));
        await exchange.ShowsAsync(First, DeskCallState.Offered);

        await exchange.Phones.CloseAsync(First, "tab-1");

        (await outcome.Task).ShouldBe(OfferOutcome.Unreachable);
        exchange.DeskOf.Of(First).ShouldBeNull();
    }

    [Fact]
    public async Task An_agent_in_another_call_is_not_rung()
    {
        await using var exchange = await Exchange.OpenAsync();
        await exchange.OpenPhoneAsync(First);
        var talking = exchange.Dial(OfferTo(First, out _, thenWait: true));
        await exchange.ShowsAsync(First, DeskCallState.Offered);
        await talking.Line.AnswerByAsync(First);

        exchange.Dial(OfferTo(First, out var outcome));

        (await outcome.Task).ShouldBe(OfferOutcome.Unreachable);
        exchange.DeskOf.Of(First)!.CallId.ShouldBe(talking.Line.Id);
    }

    [Fact]
    public async Task A_desk_phone_rings_when_there_is_no_browser_and_lifting_it_connects()
    {
        await using var exchange = await Exchange.OpenAsync();
        var phone = exchange.RegisterDeskPhone(First);
        var caller = exchange.Dial(OfferTo(First, out var outcome, thenWait: true));
        await exchange.ShowsAsync(First, DeskCallState.Offered);

        (await Should.ThrowAsync<Refusal>(() => caller.Line.AnswerByAsync(First))).Code.ShouldBe("calls.answer_at_phone");
        phone.Lift();

        (await outcome.Task).ShouldBe(OfferOutcome.Answered);
        exchange.Media.Bridges[caller.Leg].ShouldBe(phone.Leg);
        phone.HangUp();
        (await caller.EndedAsync()).ShouldBe(CallEndReason.AgentHungUp);
    }

    [Fact]
    public async Task A_desk_phone_that_is_not_answered_stops_ringing()
    {
        await using var exchange = await Exchange.OpenAsync();
        var phone = exchange.RegisterDeskPhone(First);
        exchange.Dial(OfferTo(First, out var outcome));
        await exchange.ShowsAsync(First, DeskCallState.Offered);

        exchange.Clock.Advance(RingFor);

        (await outcome.Task).ShouldBe(OfferOutcome.NoAnswer);
        await phone.Dropped;
    }

    [Fact]
    public async Task A_flow_that_takes_its_offer_back_clears_the_desk()
    {
        await using var exchange = await Exchange.OpenAsync();
        await exchange.OpenPhoneAsync(First);
        using var patience = new CancellationTokenSource();
        var withdrawn = new TaskCompletionSource<bool>();
        exchange.Dial(async (line, gone) =>
        {
            await Should.ThrowAsync<OperationCanceledException>(() => line.OfferAsync(To(First), patience.Token));
            withdrawn.SetResult(true);
            await line.ReadKeyAsync(TimeSpan.FromMinutes(1), gone);
        });
        await exchange.ShowsAsync(First, DeskCallState.Offered);

        await patience.CancelAsync();

        (await withdrawn.Task).ShouldBeTrue();
        exchange.DeskOf.Of(First).ShouldBeNull();
        exchange.DeskOf.BoundTo(First).ShouldBeNull();
    }

    internal static CallOffer To(UserId agent) => new(agent, Exchange.Team, RingFor, TimeSpan.FromSeconds(7));

    private static Func<ICallLine, CancellationToken, Task> OfferTo(UserId agent, out TaskCompletionSource<OfferOutcome> outcome, bool thenWait = false)
    {
        var told = outcome = new TaskCompletionSource<OfferOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        return async (line, gone) =>
        {
            var result = await line.OfferAsync(To(agent), gone);
            told.SetResult(result);
            if (result == OfferOutcome.Answered)
            {
                await line.ConversationAsync(gone);
            }
            else if (thenWait)
            {
                await line.ReadKeyAsync(TimeSpan.FromMinutes(1), gone);
            }
        };
    }
}
