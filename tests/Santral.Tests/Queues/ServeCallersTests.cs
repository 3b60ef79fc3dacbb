using Santral.Contracts.Calls;
using Santral.Contracts.Queues;
using Santral.Queues.Domain;

namespace Santral.Tests.Queues;

public sealed class ServeCallersTests : IAsyncDisposable
{
    private static readonly QueueRequest Sales = new("sales", Unverified: true);

    private readonly QueueBench _bench = new();

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    private Task<QueueOutcome> Serve(WaitingLine line) => _bench.Serve.ServeAsync(line, Sales, line.HungUp);

    [Fact]
    public async Task A_caller_waits_with_music_is_offered_speaks_and_is_served()
    {
        await _bench.WithTeamAsync(QueueBench.Ann);
        using var line = new WaitingLine("x");
        var served = Serve(line);
        await _bench.SettledAsync();
        line.Music.ShouldBeTrue();
        _bench.Clock.Advance(TimeSpan.FromSeconds(7));

        await _bench.ReadyAsync(QueueBench.Ann);
        var offer = await line.EndsOfferAsync(OfferOutcome.Answered);
        line.EndsTalk(ConversationEnd.AgentHungUp);

        (await served).ShouldBe(QueueOutcome.Served);
        (offer.Agent, offer.Team.Code, offer.RingFor, offer.Waited, offer.Unverified)
            .ShouldBe((QueueBench.Ann, "sales", TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(7), true));
        line.Stage.ShouldBe(CallStage.Queue);
        await _bench.SettledAsync();
        _bench.Pictures.Of(QueueBench.Ann)!.Activity.ShouldBe(AgentActivity.WrapUp);
        _bench.Noted.ShouldBe(["began", "Available", "Answered", "talked"]);
    }

    [Fact]
    public async Task No_answer_rings_the_next_agent()
    {
        await _bench.WithTeamAsync(QueueBench.Ann, QueueBench.Bob);
        await _bench.ReadyAsync(QueueBench.Ann);
        _bench.Clock.Advance(TimeSpan.FromSeconds(1));
        await _bench.ReadyAsync(QueueBench.Bob);
        using var line = new WaitingLine("x");
        var served = Serve(line);

        (await line.EndsOfferAsync(OfferOutcome.NoAnswer)).Agent.ShouldBe(QueueBench.Ann);
        (await line.EndsOfferAsync(OfferOutcome.Answered)).Agent.ShouldBe(QueueBench.Bob);
        line.EndsTalk(ConversationEnd.CallerHungUp);

        (await served).ShouldBe(QueueOutcome.Served);
        _bench.Pictures.Of(QueueBench.Ann)!.Reason.ShouldBe(AwayReasons.NoAnswer);
    }

    [Theory]
    [InlineData("waiting")]
    [InlineData("offered")]
    [InlineData("talking")]
    public async Task A_caller_who_hangs_up_at_any_moment_leaves_the_agent_free(string moment)
    {
        await _bench.WithTeamAsync(QueueBench.Ann);
        using var line = new WaitingLine("x");
        var served = Serve(line);
        if (moment != "waiting")
        {
            await _bench.ReadyAsync(QueueBench.Ann);
            var (_, end) = await line.OfferedAsync();
            if (moment == "talking")
            {
                end.SetResult(OfferOutcome.Answered);
                while (_bench.Pictures.Of(QueueBench.Ann)!.Activity != AgentActivity.Talking)
                {
                    await Task.Yield();
                }
            }
        }

        line.HangsUp();

        await Should.ThrowAsync<OperationCanceledException>(() => served);
        await _bench.SettledAsync();
        _bench.Pictures.Of(Board.Team("sales")).Waiting.ShouldBe(0);
        _bench.Pictures.Of(QueueBench.Ann)?.Activity.ShouldBe(moment == "talking" ? AgentActivity.WrapUp : AgentActivity.Idle);
    }

    [Fact]
    public async Task A_lost_agent_puts_the_caller_back_with_music_and_the_next_one_takes_him()
    {
        await _bench.WithTeamAsync(QueueBench.Ann, QueueBench.Bob);
        await _bench.ReadyAsync(QueueBench.Ann);
        using var line = new WaitingLine("x");
        var served = Serve(line);
        await line.EndsOfferAsync(OfferOutcome.Answered);
        _bench.Phones.Clear();
        _bench.Queues.PhoneLost(QueueBench.Ann);
        line.EndsTalk(ConversationEnd.AgentLost);

        await _bench.ReadyAsync(QueueBench.Bob);
        var (offer, end) = await line.OfferedAsync();
        offer.Agent.ShouldBe(QueueBench.Bob);
        line.Music.ShouldBeTrue();
        end.SetResult(OfferOutcome.Answered);
        line.EndsTalk(ConversationEnd.AgentHungUp);

        (await served).ShouldBe(QueueOutcome.Served);
    }

    [Fact]
    public async Task A_call_whose_telephone_fails_does_not_keep_the_agent()
    {
        await _bench.WithTeamAsync(QueueBench.Ann);
        await _bench.ReadyAsync(QueueBench.Ann);
        using var line = new WaitingLine("x");
        var served = Serve(line);
        var (_, end) = await line.OfferedAsync();

        end.SetException(new InvalidOperationException("the media is away"));

        await Should.ThrowAsync<InvalidOperationException>(() => served);
        await _bench.SettledAsync();
        _bench.Pictures.Of(QueueBench.Ann)!.Activity.ShouldBe(AgentActivity.Idle);
    }

    [Fact]
    public async Task Notes_that_fail_cost_neither_the_offer_nor_the_end_of_wrap_up()
    {
        await _bench.WithTeamAsync(QueueBench.Ann);
        await _bench.ReadyAsync(QueueBench.Ann);
        _bench.NotesFail = true;
        using var line = new WaitingLine("x");
        var served = Serve(line);

        (await line.EndsOfferAsync(OfferOutcome.Answered)).Agent.ShouldBe(QueueBench.Ann);
        line.EndsTalk(ConversationEnd.AgentHungUp);
        (await served).ShouldBe(QueueOutcome.Served);
        await _bench.SettledAsync();
        _bench.Pictures.Of(QueueBench.Ann)!.Activity.ShouldBe(AgentActivity.WrapUp);
        _bench.Clock.Advance(TimeSpan.FromMinutes(10));
        await _bench.SettledAsync();
        _bench.Pictures.Of(QueueBench.Ann)!.Activity.ShouldBe(AgentActivity.Idle);
    }

    [Fact]
    public async Task Time_alone_ends_wrap_up_and_the_wait()
    {
        await _bench.WithTeamAsync(QueueBench.Ann);
        using var line = new WaitingLine("x");
        var served = Serve(line);
        await _bench.SettledAsync();

        _bench.Clock.Advance(TimeSpan.FromMinutes(30));

        (await served).ShouldBe(QueueOutcome.TimedOut);
        line.Music.ShouldBeFalse();
    }

    [Fact]
    public async Task Who_is_cut_off_and_calls_again_is_before_those_who_came_meanwhile()
    {
        await _bench.WithTeamAsync(QueueBench.Ann);
        using var first = new WaitingLine("first", "+905321112233");
        var cutOff = Serve(first);
        await _bench.SettledAsync();
        _bench.Clock.Advance(TimeSpan.FromSeconds(10));
        using var second = new WaitingLine("second", "+905321112244");
        var waits = Serve(second);
        await _bench.SettledAsync();
        first.HangsUp();
        await Should.ThrowAsync<OperationCanceledException>(() => cutOff);
        _bench.Clock.Advance(TimeSpan.FromSeconds(30));
        using var again = new WaitingLine("again", "+905321112233");
        var returns = Serve(again);
        await _bench.SettledAsync();

        await _bench.ReadyAsync(QueueBench.Ann);

        (await again.OfferedAsync()).Offer.Agent.ShouldBe(QueueBench.Ann);
        again.HangsUp();
        second.HangsUp();
        await Should.ThrowAsync<OperationCanceledException>(() => returns);
        await Should.ThrowAsync<OperationCanceledException>(() => waits);
    }

    [Fact]
    public async Task An_unknown_team_is_nobody() => (await Serve(new WaitingLine("x"))).ShouldBe(QueueOutcome.NoAgents);
}
