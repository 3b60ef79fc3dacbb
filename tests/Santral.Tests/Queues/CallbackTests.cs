using Santral.Contracts.Calls;
using Santral.Contracts.Queues;
using Santral.Queues.Domain;
using Santral.Queues.Live;

namespace Santral.Tests.Queues;

/// <summary>A place that waits without its caller, from the key to the call.</summary>
public sealed class CallbackTests : IAsyncDisposable
{
    private static readonly PhoneNumber Number = PhoneNumber.Parse("+905321112233", null);

    private readonly QueueBench _bench = new();

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public void The_place_stands_and_the_caller_is_counted_as_called_back()
    {
        var board = new Board().With("sales", "ann").Joins("x").After(60).Joins("y").After(30);

        board.Do(new QueueInput.CallbackPromised(Board.Call("x"), Board.Call("promise")));

        var wait = board.Effects.OfType<QueueEffect.WaitOver>().Single();
        (wait.End, wait.Waited).ShouldBe((WaitEnd.CalledBack, TimeSpan.FromSeconds(90)));
        (board.OfTeam().Waiting, board.OfTeam().Callbacks).ShouldBe((1, 1));
        board.Ready("ann").Offers().ShouldBe("promise>ann", "he came before y");
    }

    [Fact]
    public void A_promise_waits_for_no_limit_no_closing_and_nobody_being_there()
    {
        var hours = new OpeningHours("Europe/Istanbul", [new OpeningTime(DayOfWeek.Friday, 9 * 60, (12 * 60) + 30)]);
        var board = new Board().With("sales", "ann", maxWait: 60, withoutAgents: false, more: r => r with { Opening = hours, EndsAtClosing = true })
            .Do(new QueueInput.CallerJoined(Board.Call("promise"), Board.Team("sales"), 0, new Board().Now) { IsCallback = true });

        board.After(3 * 3600).Tick();

        board.Effects.OfType<QueueEffect.Dismiss>().ShouldBeEmpty();
        board.Effects.OfType<QueueEffect.WaitOver>().ShouldBeEmpty("his wait has been counted");
        board.Ready("ann").Offers().ShouldBe("promise>ann");
    }

    [Fact]
    public void Who_is_offered_at_this_moment_is_not_promised()
    {
        var board = new Board().With("sales", "ann").Ready("ann").Joins("x");

        board.Do(new QueueInput.CallbackPromised(Board.Call("x"), Board.Call("promise")));

        board.Inner.Has(Board.Call("x")).ShouldBeTrue();
        board.Inner.Has(Board.Call("promise")).ShouldBeFalse();
    }

    [Fact]
    public void The_agent_who_takes_it_is_in_nothing_else_until_he_is_freed()
    {
        var board = new Board().With("sales", "ann").Ready("ann").Joins("x").Leaves("x")
            .Do(new QueueInput.CallerJoined(Board.Call("promise"), Board.Team("sales"), 0, new Board().Now) { IsCallback = true }).Joins("y");
        board.Offers();

        board.Do(new QueueInput.CallbackTaken(Board.Call("promise"), Board.Agent("ann")));
        board.Of("ann").Activity.ShouldBe(AgentActivity.Offered);
        board.Offers().ShouldBe("");

        board.Do(new QueueInput.AgentFreed(Board.Agent("ann"), Board.Call("promise"))).Offers().ShouldBe("y>ann");
    }

    [Fact]
    public async Task A_key_is_enough_when_the_number_is_known()
    {
        await _bench.WithTeamAsync(t => t.Announce(new TeamSpeech(TimeSpan.Zero, false, false), offersCallback: true), QueueBench.Ann);
        using var line = new WaitingLine("x", Number.Value);
        var served = _bench.Serve.ServeAsync(line, new QueueRequest("sales"), line.HungUp);

        line.Presses("11");

        (await served).ShouldBe(QueueOutcome.CalledBack);
        var said = await line.Said.Reader.ReadAsync(TestContext.Current.CancellationToken);
        said.ShouldBe("tr:queues.say_callback_at 9 0 5 3 2 1 1 1 2 2 3 3", "digit by digit");
        (await line.Said.Reader.ReadAsync(TestContext.Current.CancellationToken)).ShouldStartWith("tr:queues.say_callback_promised");
        var promise = _bench.Callbacks.Waiting.Single();
        (promise.Number, promise.PromisedIn, promise.PlaceAt).ShouldBe((Number, line.Id, _bench.Clock.GetUtcNow()));
        var told = _bench.Desks.AllTeams().Single();
        (told.Promised, told.PromisedSince).ShouldBe((1, promise.PromisedAt), "the desks of the team say it");
        _bench.Noted.ShouldContain("CalledBack");
    }

    [Fact]
    public async Task Another_number_is_keyed_read_back_and_confirmed()
    {
        await _bench.WithTeamAsync(t => t.Announce(new TeamSpeech(TimeSpan.Zero, false, false), offersCallback: true), QueueBench.Ann);
        using var line = new WaitingLine("x");
        var served = _bench.Serve.ServeAsync(line, new QueueRequest("sales"), line.HungUp);

        line.Presses("1" + "12#" + "05325556677#" + "1");

        (await served).ShouldBe(QueueOutcome.CalledBack);
        _bench.Callbacks.Waiting.Single().Number.Value.ShouldBe("+905325556677");
        line.Said.Reader.TryRead(out var asked).ShouldBeTrue();
        asked.ShouldStartWith("tr:queues.say_callback_number");
        line.Said.Reader.TryRead(out var wrong).ShouldBeTrue();
        wrong.ShouldStartWith("tr:queues.say_callback_wrong");
    }

    [Fact]
    public async Task An_agent_who_becomes_free_is_better_than_a_promise()
    {
        await _bench.WithTeamAsync(t => t.Announce(new TeamSpeech(TimeSpan.Zero, false, false), offersCallback: true), QueueBench.Ann);
        using var line = new WaitingLine("x", Number.Value);
        var served = _bench.Serve.ServeAsync(line, new QueueRequest("sales"), line.HungUp);
        line.Presses("1");
        await line.Said.Reader.WaitToReadAsync(TestContext.Current.CancellationToken);

        await _bench.ReadyAsync(QueueBench.Ann);
        await line.EndsOfferAsync(OfferOutcome.Answered);
        line.EndsTalk(ConversationEnd.AgentHungUp);

        (await served).ShouldBe(QueueOutcome.Served);
        _bench.Callbacks.Waiting.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_agent_whose_turn_it_is_calls_the_number_for_the_team()
    {
        var dial = new Dialled();
        var id = await PromisedAsync();
        await _bench.ReadyAsync(QueueBench.Ann);
        await RingsAsync();
        _bench.Desks.Live(QueueBench.Ann).Callback!.Number.ShouldBe(Number);

        await _bench.Callbacks.TakeAsync(QueueBench.Ann, id, dial, CancellationToken.None);

        dial.Orders.Single().ShouldBe(new OutboundOrder(QueueBench.Ann, Number, "internet", OutboundWay.Callback, Board.Team("sales")));
        _bench.Callbacks.Waiting.ShouldBeEmpty();
        _bench.Desks.Live(QueueBench.Ann).Callback.ShouldBeNull();
        await _bench.SettledAsync();
        _bench.Pictures.Of(QueueBench.Ann)!.Activity.ShouldBe(AgentActivity.Idle, "whoever dials takes him; here nobody did");
    }

    [Fact]
    public async Task A_call_that_may_not_be_made_leaves_the_promise_standing()
    {
        var dial = new Dialled { Refuses = true };
        var id = await PromisedAsync();
        await _bench.ReadyAsync(QueueBench.Ann);
        await RingsAsync();

        await Should.ThrowAsync<Refusal>(_bench.Callbacks.TakeAsync(QueueBench.Ann, id, dial, CancellationToken.None));

        _bench.Callbacks.Waiting.Single().Id.ShouldBe(id);
    }

    [Fact]
    public async Task A_refused_promise_goes_to_another_agent_and_one_taken_back_to_nobody()
    {
        var id = await PromisedAsync();
        await _bench.ReadyAsync(QueueBench.Ann);
        await RingsAsync();

        _bench.Callbacks.Reject(QueueBench.Ann, id).ShouldBeTrue();
        await _bench.ReadyAsync(QueueBench.Bob);
        await RingsAsync(QueueBench.Bob);

        (await _bench.Callbacks.CancelAsync(id)).ShouldBeTrue();
        _bench.Offers.Of(QueueBench.Bob).ShouldBeNull();
        (await _bench.Callbacks.CancelAsync(id)).ShouldBeFalse();
    }

    private async Task<CallId> PromisedAsync()
    {
        await _bench.WithTeamAsync(t => t.Announce(new TeamSpeech(TimeSpan.Zero, false, false), offersCallback: true), QueueBench.Ann, QueueBench.Bob);
        using var line = new WaitingLine("x", Number.Value);
        var served = _bench.Serve.ServeAsync(line, new QueueRequest("sales"), line.HungUp);
        line.Presses("11");
        (await served).ShouldBe(QueueOutcome.CalledBack);
        return _bench.Callbacks.Waiting.Single().Id;
    }

    private async Task RingsAsync(UserId? agent = null)
    {
        for (var look = 0; look < 10_000 && _bench.Offers.Of(agent ?? QueueBench.Ann) is null; look++)
        {
            await _bench.SettledAsync();
            await Task.Yield();
        }

        _bench.Offers.Of(agent ?? QueueBench.Ann).ShouldNotBeNull();
    }

    private sealed class Dialled : IDialOut
    {
        public bool Refuses { get; init; }

        public List<OutboundOrder> Orders { get; } = [];

        public Task CheckOrRefuseAsync(UserId by, PhoneNumber to, OutboundWay way, CancellationToken stop) => Task.CompletedTask;

        public Task<CallId> CallAsync(OutboundOrder order, CancellationToken stop)
        {
            Orders.Add(order);
            return Refuses ? throw new Refusal("calls.agent_busy") : Task.FromResult(Board.Call("made"));
        }
    }
}
