using Santral.Contracts.Calls;
using Santral.Contracts.Queues;
using Santral.Queues.Domain;

namespace Santral.Tests.Queues;

/// <summary>Head starts, skills, the agent who knows the caller, overflow and closing time.</summary>
public sealed class RoutingRuleTests
{
    private static TeamRules With(TeamRules rules, params (string Agent, string Skills)[] skills)
        => rules with { Skills = skills.ToDictionary(s => Board.Agent(s.Agent), s => Skills.Read(s.Skills)) };

    [Fact]
    public void A_head_start_is_seconds_and_starves_nobody()
    {
        var board = new Board().With("sales", "ann").Joins("first").After(29).Joins("urgent", priority: 30).After(2).Joins("late", priority: 30);

        board.Ready("ann").Offers().ShouldBe("urgent>ann");
        board.Answers("ann", "urgent").Ends("urgent", "ann").After(31).Tick().Offers().ShouldBe("first>ann", "31 seconds of waiting weigh more than a head start of 30");
    }

    [Fact]
    public void A_teams_head_start_decides_for_an_agent_of_two_teams()
    {
        var board = new Board().With("sales", "ann").With("support", "ann", more: r => r with { HeadStart = TimeSpan.FromSeconds(60) });

        board.Joins("early").After(50).Joins("expert", "support").Ready("ann").Offers().ShouldBe("expert>ann");
    }

    [Fact]
    public void A_caller_waits_for_the_skill_and_after_its_time_takes_the_best_there_is()
    {
        var board = new Board().With("sales", "ann bob cem", more: r => With(r, ("bob", "sv:1"), ("cem", "billing:2 sv:2")) with { RelaxSkillsAfter = TimeSpan.FromSeconds(40) });
        board.Ready("ann", "bob").JoinsKnowing("svensson", "sv:2").Offers().ShouldBe("", "bob's Swedish is not enough");

        board.Ready("cem").Offers().ShouldBe("svensson>cem");
        board.Offer("svensson", "cem", OfferOutcome.NoAnswer).Offers().ShouldBe("");
        board.After(40).Tick().Offers().ShouldBe("svensson>ann", "nobody there has it: the longest idle");
    }

    [Fact]
    public void Without_a_time_a_caller_waits_for_the_skill_as_long_as_it_takes()
    {
        var board = new Board().With("sales", "ann bob", more: r => With(r, ("bob", "sv:1"))).Ready("ann").JoinsKnowing("svensson", "sv");

        board.After(3600).Tick().Offers().ShouldBe("");
        board.Ready("bob").Offers().ShouldBe("svensson>bob");
    }

    [Fact]
    public void Who_knows_the_caller_gets_him_while_he_can()
    {
        var board = new Board().With("sales", "ann bob").Ready("ann", "bob").Joins("x").Answers("ann", "x");
        board.Offers();

        board.JoinsKnowing("known", preferred: "ann", preferredFor: 15).Offers().ShouldBe("", "ann still talks, bob is free");
        board.After(15).Tick().Offers().ShouldBe("known>bob", "after its time he is everybody's");
    }

    [Fact]
    public void Nobody_waits_for_somebody_who_is_away()
        => new Board().With("sales", "ann bob").Ready("ann", "bob").Sets("ann", PresenceState.Away)
            .JoinsKnowing("known", preferred: "ann", preferredFor: 60).Offers().ShouldBe("known>bob");

    [Fact]
    public void Who_knows_the_caller_goes_before_who_is_idle_longest()
        => new Board().With("sales", "ann bob").Ready("ann", "bob").JoinsKnowing("known", preferred: "bob", preferredFor: 15).Offers().ShouldBe("known>bob");

    [Fact]
    public void After_its_time_a_caller_goes_on_to_the_overflow_team_with_his_place()
    {
        var board = new Board().With("sales", "ann", more: r => r with { OverflowTo = Board.Team("support"), OverflowAfter = TimeSpan.FromSeconds(30) }).With("support", "bob");
        board.Joins("x").After(10).Joins("other", "support").After(20);
        board.Tick().Take<QueueEffect.Overflow>().ShouldBeEmpty("nobody is there to take him");

        board.After(5).Ready("bob");

        var effects = board.Effects.ToList();
        effects.OfType<QueueEffect.WaitOver>().Single().ShouldSatisfyAllConditions(w => w.End.ShouldBe(WaitEnd.Overflowed), w => w.Waited.ShouldBe(TimeSpan.FromSeconds(35)));
        effects.OfType<QueueEffect.Overflow>().Single().IsCounted.ShouldBeTrue();
        board.Offers().ShouldBe("x>bob", "he came before the other");
        board.After(1).Answers("bob", "x");
        var answered = board.Take<QueueEffect.WaitOver>().Single();
        (answered.Team, answered.End, answered.Waited).ShouldBe((Board.Team("support"), WaitEnd.Answered, TimeSpan.FromSeconds(36.001)), "from his first queue on");
    }

    [Fact]
    public void Two_teams_that_overflow_into_each_other_send_nobody_round_in_circles()
    {
        var board = new Board()
            .With("sales", "ann", more: r => r with { OverflowTo = Board.Team("support"), OverflowAfter = TimeSpan.FromSeconds(10) })
            .With("support", "bob", more: r => r with { OverflowTo = Board.Team("sales"), OverflowAfter = TimeSpan.FromSeconds(10) })
            .Ready("ann", "bob").Sets("ann", PresenceState.Away).Sets("bob", PresenceState.Away);

        board.Joins("x").After(3600).Tick().After(3600).Tick();

        board.Take<QueueEffect.Overflow>().Count.ShouldBe(1);
        board.Inner.NextDue.ShouldBeNull("nothing is left to be ticked for");
    }

    [Fact]
    public void Who_waits_at_closing_time_is_sent_away_where_the_team_says_so()
    {
        // The board's clock begins at 9:00 UTC, noon in Istanbul, on a Friday.
        var hours = new OpeningHours("Europe/Istanbul", [new OpeningTime(DayOfWeek.Friday, 9 * 60, 12 * 60 + 30)]);
        var board = new Board().With("sales", "ann", more: r => r with { Opening = hours, EndsAtClosing = true }).With("support", "bob", more: r => r with { Opening = hours }).Joins("x").Joins("y", "support");
        board.Inner.NextDue.ShouldBe(board.Now.AddMinutes(30));

        board.After(30 * 60).Tick();

        board.Take<QueueEffect.Dismiss>().ShouldBe([new QueueEffect.Dismiss(Board.Call("x"), QueueOutcome.Closed)]);
        board.Ready("bob").Offers().ShouldBe("y>bob", "the other team serves those who wait");
    }

    [Fact]
    public void Rings_and_wrap_ups_are_noted_with_how_they_ended()
    {
        var board = new Board().With("sales", "ann bob").Ready("ann", "bob").Joins("x").After(5).Offer("x", "ann", OfferOutcome.NoAnswer).After(2).Leaves("x");
        board.Take<QueueEffect.OfferOver>().Select(o => o.End).ShouldBe([OfferEnd.NoAnswer, OfferEnd.CallerLeft]);

        board.Joins("y").Answers("bob", "y").After(60).Ends("y", "bob").After(12).Do(new QueueInput.WrapUpFinished(Board.Agent("bob")));
        board.Take<QueueEffect.WrapUpOver>().Single().ShouldBe(new QueueEffect.WrapUpOver(Board.Agent("bob"), Board.Call("y"), TimeSpan.FromSeconds(12)));
    }

    [Fact]
    public void A_wrap_up_that_another_call_breaks_off_is_over_then()
    {
        var board = new Board().With("sales", "ann").Ready("ann").Joins("y").Answers("ann", "y").Ends("y", "ann").After(7);
        board.Effects.Clear();

        board.Do(new QueueInput.AgentTaken(Board.Agent("ann"), Board.Call("z"), Board.Team("sales")));

        board.Take<QueueEffect.WrapUpOver>().Single().ShouldBe(new QueueEffect.WrapUpOver(Board.Agent("ann"), Board.Call("y"), TimeSpan.FromSeconds(7)));
    }

    [Fact]
    public void A_waiting_caller_knows_where_he_stands()
    {
        var board = new Board().With("sales", "ann bob").Ready("ann", "bob").Joins("talks").Answers("ann", "talks").Sets("bob", PresenceState.Away).Joins("x").After(1).Joins("y").Joins("z", priority: 60);

        board.Inner.Standing(Board.Call("z")).ShouldBe((1, 1));
        board.Inner.Standing(Board.Call("y")).ShouldBe((3, 1));
        board.Inner.Standing(Board.Call("talks")).ShouldBeNull();
    }

    [Theory]
    [InlineData("sv:3 billing", "billing:1 sv:3")]
    [InlineData("", "")]
    [InlineData("sv, sv:2", "sv:2")]
    public void Skills_are_read_as_they_are_written(string text, string written) => Skills.Read(text).ToString().ShouldBe(written);

    [Theory]
    [InlineData("sv:6")]
    [InlineData("Sv")]
    [InlineData("sv:")]
    [InlineData("=cmd")]
    public void What_is_no_skill_is_not_read(string text) => Skills.TryRead(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData(1, 240, 20, 4, null, 1)]
    [InlineData(5, 240, 20, 4, null, 5)]
    [InlineData(3, 250, 20, 4, null, 4)]
    [InlineData(5, 240, 20, 4, 3, 3)]
    [InlineData(5, 240, 9, 4, null, null)]
    [InlineData(5, 240, 20, 0, null, null)]
    [InlineData(90, 240, 20, 1, null, null)]
    public void An_honest_wait(int position, int handling, int handled, int staffed, int? before, int? minutes)
        => HonestWait.Minutes(position, TimeSpan.FromSeconds(handling), handled, staffed, before).ShouldBe(minutes);
}
