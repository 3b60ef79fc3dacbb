using Santral.Contracts.Queues;
using Santral.Queues.Domain;

namespace Santral.Tests.Queues;

public sealed class QueueLedgerTests
{
    private static readonly TeamId Team = Board.Team("sales");
    private static readonly UserId Agent = Board.Agent("ann");
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    private static Guid Row(int number) => new(number, 0, 0, new byte[8]);

    [Fact]
    public void A_wait_counts_where_it_began_and_changes_its_outcome_there()
    {
        var ledger = new QueueLedger();
        ledger.WaitBegan(Row(1), Team, Start.AddMinutes(29));
        ledger.WaitBegan(Row(2), Team, Start.AddMinutes(31));

        ledger.Of(Team, Start, Start.AddMinutes(30), ServiceTarget.Default).Waiting.ShouldBe(1);
        ledger.WaitOver(Row(1), WaitEnd.Answered, TimeSpan.FromSeconds(200.9));
        ledger.WaitOver(Row(77), WaitEnd.Answered, TimeSpan.Zero);

        var tally = ledger.Of(Team, Start, Start.AddMinutes(30), ServiceTarget.Default);
        (tally.Offered, tally.Answered, tally.Waiting, tally.AnsweredWait).ShouldBe((1, 1, 0, TimeSpan.FromSeconds(200)), "whole seconds, as the log keeps them");
    }

    [Fact]
    public void What_is_older_than_two_days_is_forgotten_and_the_open_ones_after_it_stay_right()
    {
        var ledger = new QueueLedger();
        for (var i = 0; i < 3000; i++)
        {
            var at = Start.AddMinutes(i * 2);
            ledger.WaitBegan(Row(i), Team, at);
            if (i % 2 == 0)
            {
                ledger.WaitOver(Row(i), WaitEnd.Answered, TimeSpan.FromSeconds(1));
            }
        }

        var all = ledger.Of(Team, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, ServiceTarget.Default);
        all.Offered.ShouldBeLessThan(2700);
        ledger.WaitOver(Row(2999), WaitEnd.TimedOut, TimeSpan.FromSeconds(9));
        ledger.WaitOver(Row(1), WaitEnd.TimedOut, TimeSpan.FromSeconds(9));

        var after = ledger.Of(Team, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, ServiceTarget.Default);
        (after.TimedOut, after.Answered, after.Offered).ShouldBe((1, all.Answered, all.Offered));
    }

    [Fact]
    public void An_agents_day_is_calls_and_their_average_length()
    {
        var ledger = new QueueLedger();
        ledger.TalkOver(Row(1), Team, Agent, Start, TimeSpan.FromSeconds(60), Start);
        ledger.TalkOver(Row(2), Board.Team("other"), Agent, Start.AddHours(1), TimeSpan.FromSeconds(120), Start);
        ledger.TalkOver(Row(3), Team, Agent, Start.AddDays(-1), TimeSpan.FromSeconds(999), Start);

        ledger.TalksOf(Agent, Start).ShouldBe((2, TimeSpan.FromSeconds(90)));
        ledger.TalksOf(Agent, Start.AddDays(1)).ShouldBe((0, TimeSpan.Zero));
    }
}
