using Santral.Calls.Domain;
using Santral.Calls.Live;
using Santral.Contracts.Calls;
using Santral.Contracts.Customers;
using Santral.Media;

namespace Santral.Tests.Calls;

/// <summary>The caller hangs up at any moment: everything is released and his record is there.</summary>
public sealed class CallerGoneTests
{
    private static readonly UserId Agent = Exchange.Agent(1);

    [Fact]
    [Requirement("I-01")]
    public async Task While_he_is_being_identified()
    {
        await using var exchange = await Exchange.OpenAsync();
        exchange.Identify = (_, stop) => new TaskCompletionSource<CallerIdentity>().Task.WaitAsync(stop);
        var caller = exchange.Dial((_, _) => Task.CompletedTask);

        caller.HangUp();

        await IsReleasedAsync(exchange, caller);
    }

    [Fact]
    [Requirement("I-01")]
    public async Task In_the_greeting()
    {
        await using var exchange = await Exchange.OpenAsync();
        var caller = exchange.Dial(async (line, gone) =>
        {
            await line.AnswerAsync(gone);
            await line.PlayAsync([new PromptPart.Named("greeting")], stopOnKey: true, gone);
        });
        await exchange.Media.Asked.UntilAsync(c => c is Play);

        caller.HangUp();

        await IsReleasedAsync(exchange, caller);
    }

    [Fact]
    public async Task While_a_key_is_waited_for()
    {
        await using var exchange = await Exchange.OpenAsync();
        var reading = new TaskCompletionSource();
        var caller = exchange.Dial(async (line, gone) =>
        {
            var key = line.ReadKeyAsync(TimeSpan.FromMinutes(1), gone);
            reading.SetResult();
            await key;
        });
        await reading.Task;

        caller.HangUp();

        await IsReleasedAsync(exchange, caller);
    }

    [Fact]
    public async Task While_it_rings_at_an_agent()
    {
        await using var exchange = await Exchange.OpenAsync();
        await exchange.OpenPhoneAsync(Agent);
        var caller = exchange.Dial((line, gone) => line.OfferAsync(OfferTests.To(Agent), gone));
        await exchange.ShowsAsync(Agent, DeskCallState.Offered);

        caller.HangUp();

        var events = await IsReleasedAsync(exchange, caller);
        exchange.DeskOf.Of(Agent).ShouldBeNull();
        events.ShouldContain(CallEventKind.Withdrawn);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task While_he_speaks_or_is_on_hold(bool onHold)
    {
        await using var exchange = await Exchange.OpenAsync();
        await exchange.OpenPhoneAsync(Agent);
        var end = new TaskCompletionSource<ConversationEnd>();
        var caller = exchange.Dial(async (line, gone) =>
        {
            await line.OfferAsync(OfferTests.To(Agent), gone);
            end.SetResult(await line.ConversationAsync(gone));
        });
        await exchange.ShowsAsync(Agent, DeskCallState.Offered);
        await caller.Line.AnswerByAsync(Agent);
        if (onHold)
        {
            await caller.Line.HoldByAsync(Agent);
        }

        caller.HangUp();

        (await end.Task).ShouldBe(ConversationEnd.CallerHungUp);
        await IsReleasedAsync(exchange, caller);
        exchange.DeskOf.Of(Agent)!.State.ShouldBe(DeskCallState.Ended);
        exchange.Phones.BrowserLeg(Agent).ShouldNotBeNull("the phone stays open for the next call");
    }

    [Fact]
    public async Task While_the_agent_is_away_for_a_moment()
    {
        await using var exchange = await Exchange.OpenAsync();
        await exchange.OpenPhoneAsync(Agent);
        var caller = exchange.Dial(async (line, gone) =>
        {
            await line.OfferAsync(OfferTests.To(Agent), gone);
            await line.ConversationAsync(gone);
        });
        await exchange.ShowsAsync(Agent, DeskCallState.Offered);
        await caller.Line.AnswerByAsync(Agent);
        await exchange.Phones.CloseAsync(Agent, "tab-1");

        caller.HangUp();

        await IsReleasedAsync(exchange, caller);
    }

    [Fact]
    public async Task Twice_and_before_the_flow_hangs_up_itself()
    {
        await using var exchange = await Exchange.OpenAsync();
        var caller = exchange.Dial(async (line, gone) =>
        {
            await Should.ThrowAsync<OperationCanceledException>(() => line.ReadKeyAsync(TimeSpan.FromMinutes(1), gone));
            await line.HangUpAsync(CallEndReason.VerificationFailed);
            await line.HangUpAsync(CallEndReason.VerificationFailed);
        });

        caller.HangUp();
        caller.HangUp();

        await IsReleasedAsync(exchange, caller);
    }

    [Fact]
    public async Task The_flow_finds_its_token_cancelled_when_its_wait_ends()
    {
        await using var exchange = await Exchange.OpenAsync();
        var reading = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource<bool>();
        var caller = exchange.Dial(async (line, gone) =>
        {
            var key = line.ReadKeyAsync(TimeSpan.FromMinutes(1), gone);
            reading.SetResult();
            await Should.ThrowAsync<OperationCanceledException>(() => key);
            cancelled.SetResult(gone.IsCancellationRequested);
        });
        await reading.Task;

        caller.HangUp();

        (await cancelled.Task).ShouldBeTrue("a flow tells a hang-up from a failure by it");
    }

    [Fact]
    public async Task His_audio_lost_ends_the_call_as_lost()
    {
        await using var exchange = await Exchange.OpenAsync();
        var caller = exchange.Dial((line, gone) => line.ReadKeyAsync(TimeSpan.FromMinutes(1), gone));

        exchange.Media.Lose(caller.Leg, LegLoss.NoMedia);

        (await caller.EndedAsync()).ShouldBe(CallEndReason.MediaLost);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Everything_is_released_whatever_fails_on_the_way(bool inConversation)
    {
        await using var exchange = await Exchange.OpenAsync();
        await exchange.OpenPhoneAsync(Agent);
        var end = new TaskCompletionSource<ConversationEnd>(TaskCreationOptions.RunContinuationsAsynchronously);
        var caller = exchange.Dial(async (line, gone) =>
        {
            gone.Register(() => throw new InvalidOperationException("a listener to the end"));
            if (await line.OfferAsync(OfferTests.To(Agent), gone) == OfferOutcome.Answered)
            {
                end.SetResult(await line.ConversationAsync(gone));
            }
        });
        await exchange.ShowsAsync(Agent, DeskCallState.Offered);
        if (inConversation)
        {
            await caller.Line.AnswerByAsync(Agent);
        }

        exchange.AtDesk = () => throw new InvalidOperationException("a listener to the desk");
        caller.HangUp();

        if (inConversation)
        {
            (await end.Task.WaitAsync(TimeSpan.FromSeconds(20))).ShouldBe(ConversationEnd.CallerHungUp);
        }

        await IsReleasedAsync(exchange, caller);
    }

    [Fact]
    public async Task Hanging_up_what_is_over_and_gone_is_harmless()
    {
        await using var exchange = await Exchange.OpenAsync();
        var caller = exchange.Dial((_, _) => Task.CompletedTask);
        await IsGoneAsync(exchange, caller);
        caller.Line.Dispose();

        await caller.Line.HangUpAsync(CallEndReason.Restarted);
    }

    [Fact]
    public async Task A_flow_that_fails_ends_its_own_call_only()
    {
        await using var exchange = await Exchange.OpenAsync();
        var other = exchange.Dial((line, gone) => line.ReadKeyAsync(TimeSpan.FromMinutes(1), gone));

        var caller = exchange.Dial((_, _) => throw new InvalidOperationException("a bug"));

        (await caller.EndedAsync()).ShouldBe(CallEndReason.Failed);
        exchange.Calls.Find(other.Line.Id).ShouldNotBeNull();
    }

    private static async Task IsGoneAsync(Exchange exchange, MemoryCaller caller)
    {
        await exchange.Media.Asked.UntilAsync(c => c is CloseLeg && c.Leg == caller.Leg);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (exchange.Calls.Count > 0)
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private static async Task<IReadOnlyList<CallEventKind>> IsReleasedAsync(Exchange exchange, MemoryCaller caller)
    {
        (await caller.EndedAsync()).ShouldBe(CallEndReason.CallerHungUp);
        await IsGoneAsync(exchange, caller);

        exchange.Media.Legs.ShouldNotContain(caller.Leg);
        exchange.Media.Bridges.ShouldBeEmpty();
        exchange.DeskOf.BoundTo(Agent).ShouldBeNull();
        var (record, events) = await exchange.RecordAsync(caller.Line.Id);
        record.EndReason.ShouldBe(CallEndReason.CallerHungUp);
        record.CallingNumber.ShouldBe("+905321112233");
        events[0].Kind.ShouldBe(CallEventKind.Arrived);
        events[^1].Kind.ShouldBe(CallEventKind.Ended);
        return [.. events.Select(e => e.Kind)];
    }
}
