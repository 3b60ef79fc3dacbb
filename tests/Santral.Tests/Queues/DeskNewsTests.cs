using Santral.Contracts.Calls;
using Santral.Contracts.Customers;
using Santral.Contracts.Queues;
using Santral.Queues.Domain;
using Santral.Queues.Features;
using Santral.Queues.Live;

namespace Santral.Tests.Queues;

public sealed class DeskNewsTests : IAsyncDisposable
{
    private readonly QueueBench _bench = new();

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    private static DeskCall Call(DeskCallState state, string name = "x") => new(
        Board.Call(name), state, "internet", "100", null, CallerClass.Unidentified, null, [], "tr", [],
        new TeamSummary(Board.Team("sales"), "sales", new("s", "s", "s"), "internet"), TimeSpan.FromSeconds(7.6), default, null, null, null, false, true, DeskVerification.None);

    [Fact]
    public void Teams_are_told_at_once_and_then_at_most_twice_a_second()
    {
        for (var change = 0; change < 100; change++)
        {
            _bench.News.TeamsChanged();
            _bench.Clock.Advance(TimeSpan.FromMilliseconds(20));
        }

        _bench.Clock.Advance(TimeSpan.FromSeconds(2));
        _bench.Told.Count(t => t.Topic == "teams").ShouldBe(5, "at 0, 0.5, 1, 1.5 and 2 s");
        _bench.Told.First().To.ShouldBe("all");
    }

    [Fact]
    public async Task A_timer_that_rings_when_the_services_have_ended_harms_nobody()
    {
        _bench.News.TeamsChanged();
        _bench.Clock.Advance(TimeSpan.FromMilliseconds(1));
        _bench.News.TeamsChanged();
        _bench.Wallboards.Watches(QueueBench.Ann);

        await _bench.News.StopAsync(TestContext.Current.CancellationToken);
        await _bench.EndServicesAsync();

        Should.NotThrow(() => _bench.Clock.Advance(TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task A_desk_is_told_to_its_agent_only_with_presence_phone_and_call()
    {
        await _bench.WithTeamAsync(QueueBench.Ann);
        await _bench.ReadyAsync(QueueBench.Ann);
        _bench.DeskCall = Call(DeskCallState.Offered);

        _bench.News.DeskChanged(QueueBench.Ann);

        var (to, topic, payload) = _bench.Told.Single(t => t.Topic == "desk");
        to.ShouldBe(QueueBench.Ann.ToString());
        topic.ShouldBe(DeskNews.DeskTopic);
        var desk = payload.ShouldBeOfType<LiveDesk>();
        desk.Presence.State.ShouldBe(PresenceState.Available);
        desk.Phone.Kind.ShouldBe(PhoneKind.Browser);
        desk.Call!.ShouldSatisfyAllConditions(c => c.WaitedSeconds.ShouldBe(8), c => c.Unverified.ShouldBeTrue());
    }

    [Fact]
    public async Task An_ended_call_stays_while_it_is_written_up_and_no_longer()
    {
        await _bench.WithTeamAsync(QueueBench.Ann);
        await _bench.ReadyAsync(QueueBench.Ann);
        using var line = new WaitingLine("x");
        var served = _bench.Serve.ServeAsync(line, new QueueRequest("sales"), line.HungUp);
        await line.EndsOfferAsync(OfferOutcome.Answered);
        line.EndsTalk(ConversationEnd.AgentHungUp);
        await served;
        await _bench.SettledAsync();
        _bench.DeskCall = Call(DeskCallState.Ended);
        _bench.Desks.Live(QueueBench.Ann).Call.ShouldNotBeNull();

        await _bench.Queues.DoAsync(new QueueInput.WrapUpFinished(QueueBench.Ann));

        _bench.Desks.Live(QueueBench.Ann).Call.ShouldBeNull();
    }

    [Fact]
    public void A_person_the_queues_never_saw_is_offline()
        => _bench.Desks.Snapshot(Board.Agent("zoe")).ShouldSatisfyAllConditions(
            d => d.Presence.State.ShouldBe(PresenceState.Offline),
            d => d.Phone.Kind.ShouldBe(PhoneKind.None),
            d => d.Teams.ShouldBeEmpty());
}
