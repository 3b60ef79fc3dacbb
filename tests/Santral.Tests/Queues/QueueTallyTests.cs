using Santral.Contracts.Queues;
using Santral.Queues.Domain;

namespace Santral.Tests.Queues;

public sealed class QueueTallyTests
{
    private static readonly TeamId Team = Board.Team("sales");
    private static readonly UserId Agent = Board.Agent("ann");
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    private static WaitRecord Wait(WaitEnd? end, int seconds, bool isOver = true, bool byOverflow = false) => new(Team, Start, end, isOver, TimeSpan.FromSeconds(seconds), byOverflow);

    private static QueueTally Of(params WaitRecord[] waits)
    {
        var tally = new QueueTally();
        foreach (var wait in waits)
        {
            tally.Add(wait, ServiceTarget.Default);
        }

        return tally;
    }

    [Fact]
    public void The_service_level_is_who_was_answered_in_time_of_those_answered_and_those_who_gave_up()
    {
        QueueMetrics.ServiceLevel(new QueueTally()).ShouldBeNull();

        var tally = Of(Wait(WaitEnd.Answered, 20), Wait(WaitEnd.Answered, 21), Wait(WaitEnd.Abandoned, 6), Wait(WaitEnd.Abandoned, 5), Wait(WaitEnd.CalledBack, 300), Wait(WaitEnd.TimedOut, 900));

        QueueMetrics.ServiceLevel(tally).ShouldBe(100.0 / 3, "a hang-up within five seconds and a promise to call back count nowhere");
        (tally.Abandoned, tally.ShortAbandoned).ShouldBe((1, 1));
    }

    [Fact]
    public void Abandonment_is_of_the_offered_without_short_ones()
        => QueueMetrics.AbandonmentRate(Of(Wait(WaitEnd.Answered, 1), Wait(WaitEnd.Abandoned, 30), Wait(WaitEnd.Abandoned, 3), Wait(WaitEnd.TimedOut, 60), Wait(null, 0, isOver: false)))
            .ShouldBe(25);

    [Fact]
    public void The_speed_of_answer_knows_no_abandoned()
        => QueueMetrics.AverageSpeedOfAnswer(Of(Wait(WaitEnd.Answered, 10), Wait(WaitEnd.Answered, 20), Wait(WaitEnd.Abandoned, 300))).ShouldBe(TimeSpan.FromSeconds(15));

    [Fact]
    public void Handling_is_talk_and_wrap_up_of_what_is_written_up()
    {
        var tally = new QueueTally()
            .Add(new TalkRecord(Team, Agent, Start, TimeSpan.FromSeconds(100), TimeSpan.FromSeconds(20)))
            .Add(new TalkRecord(Team, Agent, Start, TimeSpan.FromSeconds(60), TimeSpan.Zero))
            .Add(new TalkRecord(Team, Agent, Start, TimeSpan.FromSeconds(999), null));

        (tally.Handled, QueueMetrics.AverageHandlingTime(tally)).ShouldBe((2, TimeSpan.FromSeconds(90)));
    }

    [Fact]
    public void A_ring_during_which_the_caller_left_is_nobodys_miss()
    {
        var tally = new QueueTally();
        foreach (var end in new[] { OfferEnd.Answered, OfferEnd.NoAnswer, OfferEnd.CallerLeft, OfferEnd.Rejected, OfferEnd.Unreachable })
        {
            tally.Add(new OfferRecord(Team, Agent, Start, end));
        }

        QueueMetrics.NonResponseRate(tally).ShouldBe(25);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(20261130)]
    public void Whatever_became_of_them_the_outcomes_add_up_to_the_offered(int seed)
    {
        var chance = new Random(seed);
        var ends = Enum.GetValues<WaitEnd>();
        for (var round = 0; round < 500; round++)
        {
            var tally = new QueueTally();
            var count = chance.Next(200);
            for (var i = 0; i < count; i++)
            {
                WaitEnd? end = chance.Next(6) == 0 ? null : ends[chance.Next(ends.Length)];
                tally.Add(Wait(end, chance.Next(400), end is not null || chance.Next(2) == 0, chance.Next(5) == 0), new ServiceTarget(TimeSpan.FromSeconds(chance.Next(60)), TimeSpan.FromSeconds(chance.Next(10))));
            }

            tally.Offered.ShouldBe(count);
            tally.Outcomes.ShouldBe(tally.Offered);
            (QueueMetrics.ServiceLevel(tally) ?? 0).ShouldBeInRange(0, 100);
            (QueueMetrics.AbandonmentRate(tally) ?? 0).ShouldBeInRange(0, 100);
        }
    }

    [Fact]
    public void An_agents_time_is_cut_to_the_interval_and_breaks_are_in_no_occupancy()
    {
        SpanRecord Span(PresenceState presence, AgentActivity activity, int from, int until, string? reason = null)
            => new(Agent, presence, reason, activity, Team, Start.AddSeconds(from), Start.AddSeconds(until));
        var tally = new AgentTally();
        foreach (var span in new[]
        {
            Span(PresenceState.Available, AgentActivity.Idle, -100, 40),
            Span(PresenceState.Available, AgentActivity.Offered, 40, 50),
            Span(PresenceState.Available, AgentActivity.Talking, 50, 130),
            Span(PresenceState.Away, AgentActivity.WrapUp, 130, 150, "lunch"),
            Span(PresenceState.Away, AgentActivity.Idle, 150, 190, "lunch"),
            Span(PresenceState.Offline, AgentActivity.Idle, 190, 195),
            Span(PresenceState.Available, AgentActivity.Idle, 195, 900),
        })
        {
            tally.Add(span, Start, Start.AddSeconds(200));
        }

        (tally.Ready, tally.Ringing, tally.InTalk, tally.InWrapUp).ShouldBe((TimeSpan.FromSeconds(45), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(80), TimeSpan.FromSeconds(20)));
        tally.Away.ShouldBe([new("lunch", TimeSpan.FromSeconds(40))]);
        tally.SignedIn.ShouldBe(TimeSpan.FromSeconds(195));
        AgentTally.Occupancy(tally).ShouldNotBeNull().ShouldBe(100.0 * 100 / 145, 0.001);
        AgentTally.Utilisation(tally).ShouldNotBeNull().ShouldBe(100.0 * 155 / 195, 0.001);
    }
}
