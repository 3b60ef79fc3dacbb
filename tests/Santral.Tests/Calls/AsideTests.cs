using Santral.Calls.Domain;
using Santral.Calls.Live;
using Santral.Contracts.Calls;
using Santral.Contracts.Customers;
using Santral.Media;

namespace Santral.Tests.Calls;

/// <summary>The caller is in the verification menu, the agent waits (I-16, I-19): whoever goes meanwhile, nothing stays stuck.</summary>
public sealed class AsideTests
{
    private static readonly UserId Agent = Exchange.Agent(1);
    private static readonly CustomerSummary Company = new(new CustomerId(new Guid("018f0000-0000-7000-8000-000000000002")), "100200", "Soft Ltd. Şti.", CustomerKind.Corporate, "tr");

    [Fact]
    [Requirement("I-16")]
    [Requirement("I-19")]
    public async Task The_agent_waits_in_silence_and_gets_the_caller_back_verified()
    {
        await using var exchange = await Exchange.OpenAsync();
        var menu = new Menu();
        var (caller, end) = await TalkAsync(exchange, menu);

        await caller.Line.VerifyByAsync(Agent);
        await caller.Line.VerifyByAsync(Agent);

        exchange.DeskOf.Of(Agent)!.State.ShouldBe(DeskCallState.Verifying);
        exchange.Media.Bridges.ShouldBeEmpty();
        var stop = await menu.EnteredAsync();
        caller.Line.Verified(Company);
        caller.Line.Verifying(VerificationStepKind.Verified, 0);
        menu.Leaves();

        await exchange.ShowsAsync(Agent, DeskCallState.Talking);
        await exchange.Media.Asked.UntilAsync(c => c is Bridge && exchange.Media.Asked.All.OfType<Bridge>().Count() == 2);
        var shown = exchange.DeskOf.Of(Agent)!;
        shown.Class.ShouldBe(CallerClass.VerifiedCorporate);
        shown.Customer.ShouldBe(Company);
        shown.Unverified.ShouldBeFalse();
        shown.Verification.VerifiedAt.ShouldNotBeNull();
        stop.IsCancellationRequested.ShouldBeTrue("nothing of the menu goes on");
        end.IsCompleted.ShouldBeFalse();
        menu.Visits.ShouldBe(1);
        (await Should.ThrowAsync<Refusal>(() => caller.Line.VerifyByAsync(Agent))).Code.ShouldBe("calls.verified_already");
        caller.HangUp();
        await caller.EndedAsync();
        await end;
        var (_, events) = await exchange.RecordAsync(caller.Line.Id);
        events.Select(e => e.Kind).ShouldBe(
            [CallEventKind.Arrived, CallEventKind.Offered, CallEventKind.Connected, CallEventKind.SentToVerification, CallEventKind.Verified, CallEventKind.BackFromVerification, CallEventKind.Ended]);
    }

    [Fact]
    public async Task The_callers_keys_reach_the_menu_and_neither_agent_nor_log()
    {
        await using var exchange = await Exchange.OpenAsync();
        var menu = new Menu();
        var (caller, _) = await TalkAsync(exchange, menu);
        await caller.Line.VerifyByAsync(Agent);
        await menu.EnteredAsync();

        caller.Line.KeysAreSecret = true;
        caller.Press("7");
        (await caller.Line.ReadKeyAsync(TimeSpan.FromSeconds(5), CancellationToken.None)).ShouldBe('7');

        await caller.Heard.UntilAsync(h => h == "key •");
        caller.Heard.All.ShouldNotContain("key 7");
        exchange.Media.Asked.All.OfType<SendDigits>().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("hold")]
    [InlineData("resume")]
    [InlineData("keys")]
    public async Task Meanwhile_the_agent_does_not_touch_the_callers_line(string command)
    {
        await using var exchange = await Exchange.OpenAsync();
        var menu = new Menu();
        var (caller, _) = await TalkAsync(exchange, menu);
        await caller.Line.VerifyByAsync(Agent);

        var refused = await Should.ThrowAsync<Refusal>(() => command switch
        {
            "hold" => caller.Line.HoldByAsync(Agent),
            "resume" => caller.Line.ResumeByAsync(Agent),
            _ => caller.Line.SendKeysByAsync(Agent, "1"),
        });

        refused.Code.ShouldBe("calls.in_verification");
    }

    [Fact]
    public async Task The_agent_takes_the_caller_back_at_any_moment()
    {
        await using var exchange = await Exchange.OpenAsync();
        var menu = new Menu();
        var (caller, _) = await TalkAsync(exchange, menu);
        await caller.Line.VerifyByAsync(Agent);
        var stop = await menu.EnteredAsync();

        await caller.Line.TakeBackByAsync(Agent);
        await caller.Line.TakeBackByAsync(Agent);

        stop.IsCancellationRequested.ShouldBeTrue();
        exchange.DeskOf.Of(Agent)!.State.ShouldBe(DeskCallState.Talking);
        exchange.Media.Bridges.ShouldContainKey(caller.Leg);
        exchange.DeskOf.Of(Agent)!.Class.ShouldBe(CallerClass.Unidentified);
    }

    [Fact]
    public async Task A_menu_that_breaks_gives_the_caller_back()
    {
        await using var exchange = await Exchange.OpenAsync();
        var menu = new Menu();
        var (caller, _) = await TalkAsync(exchange, menu);
        await caller.Line.VerifyByAsync(Agent);
        await menu.EnteredAsync();

        menu.Breaks();

        await exchange.Media.Asked.UntilAsync(c => c is Bridge && exchange.Media.Asked.All.OfType<Bridge>().Count() == 2);
        exchange.Log.All.ShouldContain(l => l.Contains("verification menu", StringComparison.Ordinal));
    }

    [Fact]
    [Requirement("I-19")]
    public async Task An_agent_who_is_gone_when_the_caller_comes_back_gives_him_to_the_queue_again()
    {
        await using var exchange = await Exchange.OpenAsync();
        var menu = new Menu();
        var (caller, end) = await TalkAsync(exchange, menu);
        await caller.Line.VerifyByAsync(Agent);
        await menu.EnteredAsync();
        await exchange.Phones.CloseAsync(Agent, "tab-1");
        exchange.Clock.Advance(TimeSpan.FromMinutes(1));
        end.IsCompleted.ShouldBeFalse("he is still keying");

        menu.Leaves();
        await exchange.Media.Asked.UntilAsync(c => c is Play { Loop: true } && c.Leg == caller.Leg);
        exchange.Clock.Advance(TimeSpan.FromSeconds(5));

        (await end).ShouldBe(ConversationEnd.AgentLost);
        exchange.DeskOf.BoundTo(Agent).ShouldBeNull();
        exchange.Calls.Find(caller.Line.Id).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_page_reloaded_meanwhile_costs_nothing()
    {
        await using var exchange = await Exchange.OpenAsync();
        var menu = new Menu();
        var (caller, end) = await TalkAsync(exchange, menu);
        await caller.Line.VerifyByAsync(Agent);
        await menu.EnteredAsync();
        await exchange.Phones.CloseAsync(Agent, "tab-1");
        exchange.Clock.Advance(TimeSpan.FromSeconds(30));
        await exchange.OpenPhoneAsync(Agent, "tab-2");
        var leg = exchange.Phones.BrowserLeg(Agent)!.Value;

        menu.Leaves();

        await exchange.Media.Asked.UntilAsync(c => c is Bridge bridge && bridge.Other == leg);
        end.IsCompleted.ShouldBeFalse();
        exchange.Media.Asked.All.OfType<Play>().ShouldNotContain(p => p.Loop && p.Leg == caller.Leg, "no music in the middle of the menu");
    }

    [Fact]
    public async Task A_receiver_put_down_meanwhile_does_not_end_the_call()
    {
        await using var exchange = await Exchange.OpenAsync();
        var menu = new Menu();
        var ring = exchange.RegisterDeskPhone(Agent);
        var (caller, end) = Dial(exchange, menu);
        await exchange.ShowsAsync(Agent, DeskCallState.Offered);
        ring.Lift();
        await exchange.ShowsAsync(Agent, DeskCallState.Talking);
        await caller.Line.VerifyByAsync(Agent);
        await menu.EnteredAsync();

        ring.HangUp();
        await ring.Dropped;
        menu.Leaves();

        (await end).ShouldBe(ConversationEnd.AgentLost);
        exchange.Calls.Find(caller.Line.Id).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_caller_who_hangs_up_in_the_menu_frees_the_agent()
    {
        await using var exchange = await Exchange.OpenAsync();
        var menu = new Menu();
        var (caller, end) = await TalkAsync(exchange, menu);
        await caller.Line.VerifyByAsync(Agent);
        var stop = await menu.EnteredAsync();

        caller.HangUp();

        (await end).ShouldBe(ConversationEnd.CallerHungUp);
        stop.IsCancellationRequested.ShouldBeTrue();
        exchange.DeskOf.BoundTo(Agent).ShouldBeNull();
        exchange.DeskOf.Of(Agent)!.State.ShouldBe(DeskCallState.Ended);
    }

    [Fact]
    [Requirement("I-21")]
    public async Task The_third_wrong_pair_ends_the_call_and_the_agent_is_told_why()
    {
        await using var exchange = await Exchange.OpenAsync();
        var menu = new Menu();
        var (caller, end) = await TalkAsync(exchange, menu);
        await caller.Line.VerifyByAsync(Agent);
        await menu.EnteredAsync();

        caller.Line.Verifying(VerificationStepKind.Wrong, 1);
        caller.Line.Verifying(VerificationStepKind.Wrong, 2);
        caller.Line.Verifying(VerificationStepKind.Failed, 3);
        await caller.Line.HangUpAsync(CallEndReason.VerificationFailed);

        await end;
        var shown = exchange.DeskOf.Of(Agent)!;
        shown.State.ShouldBe(DeskCallState.Ended);
        shown.EndReason.ShouldBe(CallEndReason.VerificationFailed);
        shown.Verification.WrongPairs.ShouldBe(3);
        (await caller.EndedAsync()).ShouldBe(CallEndReason.VerificationFailed);
    }

    [Fact]
    public async Task Only_the_agent_of_the_call_sends_its_caller_there()
    {
        await using var exchange = await Exchange.OpenAsync();
        var (caller, _) = await TalkAsync(exchange, new Menu());

        (await Should.ThrowAsync<Refusal>(() => caller.Line.VerifyByAsync(Exchange.Agent(2)))).Code.ShouldBe("calls.not_yours");
    }

    private static async Task<(MemoryCaller Caller, Task<ConversationEnd> End)> TalkAsync(Exchange exchange, Menu menu)
    {
        await exchange.OpenPhoneAsync(Agent);
        var (caller, end) = Dial(exchange, menu);
        await exchange.ShowsAsync(Agent, DeskCallState.Offered);
        await caller.Line.AnswerByAsync(Agent);
        return (caller, end);
    }

    private static (MemoryCaller Caller, Task<ConversationEnd> End) Dial(Exchange exchange, Menu menu)
    {
        var end = new TaskCompletionSource<ConversationEnd>(TaskCreationOptions.RunContinuationsAsynchronously);
        var caller = exchange.Dial(async (line, gone) =>
        {
            line.Verification = menu;
            await line.OfferAsync(OfferTests.To(Agent) with { Unverified = true }, gone);
            end.SetResult(await line.ConversationAsync(gone));
            await Task.Delay(Timeout.Infinite, gone);
        });
        return (caller, end.Task.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    /// <summary>A verification menu that the test walks.</summary>
    private sealed class Menu : IVerifyCaller
    {
        private readonly TaskCompletionSource<CancellationToken> _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _left = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Visits { get; private set; }

        public Task<CancellationToken> EnteredAsync() => _entered.Task.WaitAsync(TimeSpan.FromSeconds(20));

        public void Leaves() => _left.TrySetResult();

        public void Breaks() => _left.TrySetException(new InvalidOperationException("The list of customers does not answer."));

        public Task RunAsync(CancellationToken stop)
        {
            Visits++;
            _entered.TrySetResult(stop);
            return _left.Task.WaitAsync(stop);
        }
    }
}
