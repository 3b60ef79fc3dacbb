using Santral.Contracts.Calls;
using Santral.Contracts.Queues;
using Santral.Queues.Domain;

namespace Santral.Tests.Queues;

public sealed class QueueBoardTests
{
    [Fact]
    public void The_longest_idle_agent_is_offered_the_caller()
        => new Board().With("sales", "ann bob cem").Ready("bob", "ann", "cem").Joins("x").Offers().ShouldBe("x>bob");

    [Fact]
    public void A_member_of_higher_priority_is_rung_before_one_who_is_idle_longer()
        => new Board().With("sales", "ann bob:5").Ready("ann", "bob").Joins("x").Offers().ShouldBe("x>bob");

    [Fact]
    public void Callers_are_served_by_arrival_with_their_head_start()
    {
        var board = new Board().With("sales", "ann bob cem").Joins("first").After(1).Joins("second").After(1).Joins("urgent", priority: 10);

        board.Ready("ann", "bob", "cem").Offers().ShouldBe("urgent>ann first>bob second>cem");
    }

    [Fact]
    public void Who_had_a_place_before_keeps_it()
        => new Board().With("sales", "ann").Joins("first").After(1).Joins("returned", placeBefore: 30).Ready("ann").Offers().ShouldBe("returned>ann");

    [Fact]
    public void Only_an_available_agent_of_the_team_with_a_phone_is_offered()
    {
        var board = new Board().With("sales", "ann bob").With("other", "cem").Joins("x");

        board.Ready("cem").Offers().ShouldBe("");
        board.Sets("ann", PresenceState.Away).Offers().ShouldBe("");
        board.Sets("bob", PresenceState.Available, phone: false).Offers().ShouldBe("");
        board.Do(new QueueInput.PhoneReady(Board.Agent("bob"))).Offers().ShouldBe("x>bob");
    }

    [Fact]
    public void An_agent_of_two_teams_is_offered_one_caller_at_a_time()
    {
        var board = new Board().With("sales", "ann").With("support", "ann").Ready("ann").Joins("x").Joins("y", "support");

        board.Offers().ShouldBe("x>ann");
        board.Answers("ann", "x").Ends("x", "ann").Offers().ShouldBe("");
        board.Do(new QueueInput.WrapUpFinished(Board.Agent("ann"))).Offers().ShouldBe("y>ann");
    }

    [Fact]
    public void Who_made_a_call_himself_writes_it_up_before_the_next_caller_is_his()
    {
        var board = new Board().With("sales", "ann").Ready("ann");
        board.Do(new QueueInput.AgentTaken(Board.Agent("ann"), Board.Call("own"), Board.Team("sales"))).Do(new QueueInput.AgentSpeaks(Board.Agent("ann"), Board.Call("own")));
        var answered = board.Now;
        board.Joins("x").After(60);

        board.Do(new QueueInput.OwnTalkEnded(Board.Agent("ann"), Board.Call("own"), answered)).Do(new QueueInput.OwnTalkEnded(Board.Agent("ann"), Board.Call("own"), answered));

        var talk = board.Effects.OfType<QueueEffect.TalkOver>().ShouldHaveSingleItem("a second time it says nothing");
        (talk.IsOwn, talk.Team, talk.EndedAt - talk.AnsweredAt).ShouldBe((true, Board.Team("sales"), TimeSpan.FromSeconds(60)));
        board.Offers().ShouldBe("");
        board.Of("ann").Activity.ShouldBe(AgentActivity.WrapUp);
        board.After(30).Tick().Offers().ShouldBe("x>ann");
    }

    [Fact]
    public void A_rejected_caller_goes_to_the_next_agent_and_stays_at_the_head()
    {
        var board = new Board().With("sales", "ann bob").Ready("ann").Joins("x").After(1).Joins("y").Joins("z");
        board.Offers().ShouldBe("x>ann");

        board.Offer("x", "ann", OfferOutcome.Rejected).Offers().ShouldBe("y>ann", "ann is passed over for x only");
        board.Ready("bob").Offers().ShouldBe("x>bob", "x is before z");
        board.Of("ann").Presence.ShouldBe(PresenceState.Available);
    }

    [Fact]
    public void Who_rejected_is_offered_the_same_caller_again_after_a_while()
    {
        var board = new Board().With("sales", "ann").Ready("ann").Joins("x").Offer("x", "ann", OfferOutcome.Rejected);
        board.Offers().ShouldBe("x>ann");

        board.Inner.NextDue.ShouldBe(board.Now + QueueBoard.PassOverFor);
        board.After(29).Tick().Offers().ShouldBe("");
        board.After(1).Tick().Offers().ShouldBe("x>ann");
    }

    [Fact]
    public void Who_does_not_answer_is_away_and_the_next_one_is_rung()
    {
        var board = new Board().With("sales", "ann bob").Ready("ann", "bob").Joins("x");
        board.Offers();

        board.After(20).Offer("x", "ann", OfferOutcome.NoAnswer).Offers().ShouldBe("x>bob");
        board.Of("ann").ShouldSatisfyAllConditions(
            a => a.Presence.ShouldBe(PresenceState.Away),
            a => a.Reason.ShouldBe(AwayReasons.NoAnswer),
            a => a.Activity.ShouldBe(AgentActivity.Idle));
    }

    [Fact]
    public void Who_comes_back_from_away_is_offered_the_caller_he_missed()
    {
        var board = new Board().With("sales", "ann").Ready("ann").Joins("x").Offer("x", "ann", OfferOutcome.NoAnswer);
        board.Offers();

        board.Ready("ann").Offers().ShouldBe("x>ann");
    }

    [Fact]
    public void An_unreachable_phone_is_lost_and_the_caller_goes_on()
    {
        var board = new Board().With("sales", "ann bob").Ready("ann", "bob").Joins("x");
        board.Offers();

        board.Offer("x", "ann", OfferOutcome.Unreachable, phone: false).Offers().ShouldBe("x>bob");
        board.Of("ann").PhoneThere.ShouldBeFalse();
    }

    [Fact]
    public void A_busy_desk_phone_is_passed_over_for_this_caller_only()
    {
        var board = new Board().With("sales", "ann").Ready("ann").Joins("x").Offer("x", "ann", OfferOutcome.Unreachable).Joins("y");

        board.Offers().ShouldBe("x>ann y>ann");
    }

    [Fact]
    public void A_lost_phone_has_a_grace_and_then_the_agent_is_away()
    {
        var board = new Board().With("sales", "ann").Ready("ann").Do(new QueueInput.PhoneLost(Board.Agent("ann")));

        board.After(14).Tick().Of("ann").Presence.ShouldBe(PresenceState.Available);
        board.After(1).Tick().Of("ann").ShouldSatisfyAllConditions(
            a => a.Presence.ShouldBe(PresenceState.Away),
            a => a.Reason.ShouldBe(AwayReasons.PhoneLost));
    }

    [Fact]
    public void A_page_that_reloads_in_time_loses_nothing()
    {
        var ann = Board.Agent("ann");
        var board = new Board().With("sales", "ann").Ready("ann").Do(new QueueInput.PhoneLost(ann)).Joins("x");
        board.Offers().ShouldBe("", "no phone, no offer");

        board.After(5).Do(new QueueInput.PhoneReady(ann)).Offers().ShouldBe("x>ann");
        board.After(60).Tick().Of("ann").Presence.ShouldBe(PresenceState.Available);
    }

    [Fact]
    public void A_caller_whose_agent_is_lost_waits_again_at_the_head()
    {
        var board = new Board().With("sales", "ann bob").Ready("ann").Joins("x").Answers("ann", "x").Joins("y", priority: 9);
        board.Offers();

        board.Do(new QueueInput.PhoneLost(Board.Agent("ann"))).Ends("x", "ann", ConversationEnd.AgentLost);
        board.Ready("bob").Offers().ShouldBe("x>bob");
        board.Of("ann").Activity.ShouldBe(AgentActivity.Idle);
    }

    [Theory]
    [InlineData("waiting")]
    [InlineData("offered")]
    [InlineData("talking")]
    public void A_caller_gone_at_any_moment_leaves_nobody_stuck(string moment)
    {
        var board = new Board().With("sales", "ann", wrapUp: 0);
        board = moment == "waiting" ? board.Joins("x") : board.Ready("ann").Joins("x");
        board = moment == "talking" ? board.Answers("ann", "x") : board;

        board.Leaves("x").Leaves("x");
        board.OfTeam().Waiting.ShouldBe(0);
        board.Inner.Callers.ShouldBeEmpty();
        board.Ready("ann").Offers();
        board.Joins("y").Offers().ShouldBe("y>ann");
    }

    [Fact]
    public void The_same_thing_told_twice_changes_nothing()
    {
        var board = new Board().With("sales", "ann").Ready("ann").Joins("x").Answers("ann", "x").Answers("ann", "x").Ends("x", "ann").Ends("x", "ann");
        var until = board.Of("ann").WrapUpUntil;

        board.Offer("x", "ann", OfferOutcome.Rejected).Leaves("x");
        board.Of("ann").ShouldSatisfyAllConditions(a => a.Activity.ShouldBe(AgentActivity.WrapUp), a => a.WrapUpUntil.ShouldBe(until));
        board.Take<QueueEffect.TalkOver>().ShouldHaveSingleItem();
    }

    [Fact]
    public void Wrap_up_counts_down_can_be_extended_and_finished()
    {
        var ann = Board.Agent("ann");
        var board = new Board().With("sales", "ann", wrapUp: 30).Ready("ann").Joins("x").Answers("ann", "x").Ends("x", "ann").Joins("y");
        board.Offers();

        board.After(29).Do(new QueueInput.WrapUpExtended(ann, TimeSpan.FromSeconds(30)));
        board.After(30).Tick().Offers().ShouldBe("");
        board.Of("ann").Call.ShouldBe(Board.Call("x"), "it is the call that is written up");
        board.After(1).Tick().Offers().ShouldBe("y>ann");

        board.Answers("ann", "y").Ends("y", "ann").Joins("z").Do(new QueueInput.WrapUpFinished(ann));
        board.Offers().ShouldBe("z>ann");
    }

    [Fact]
    public void Without_wrap_up_the_agent_is_ready_at_once()
        => new Board().With("sales", "ann", wrapUp: 0).Ready("ann").Joins("x").Answers("ann", "x").Joins("y").Ends("x", "ann").Offers().ShouldBe("x>ann y>ann");

    [Fact]
    public void A_caller_waits_no_longer_than_the_team_allows()
    {
        var board = new Board().With("sales", "ann", maxWait: 60).Joins("x");

        board.After(59).Tick().Take<QueueEffect.Dismiss>().ShouldBeEmpty();
        board.After(1).Tick();
        var effects = board.Effects.ToList();
        effects.ShouldContain(new QueueEffect.Dismiss(Board.Call("x"), QueueOutcome.TimedOut));
        effects.ShouldContain(new QueueEffect.WaitOver(Board.Call("x"), Board.Team("sales"), WaitEnd.TimedOut, TimeSpan.FromSeconds(60), null));
    }

    [Fact]
    public void An_offer_that_rings_over_the_limit_is_let_ring_and_then_dismissed()
    {
        var board = new Board().With("sales", "ann", maxWait: 60).Joins("x").After(50).Ready("ann");
        board.Take<QueueEffect.Dismiss>().ShouldBeEmpty();

        board.After(20).Tick().Take<QueueEffect.Dismiss>().ShouldBeEmpty();
        board.Offer("x", "ann", OfferOutcome.NoAnswer).Take<QueueEffect.Dismiss>().ShouldHaveSingleItem();
    }

    [Fact]
    public void A_team_that_does_not_let_people_wait_for_nobody_says_so()
    {
        var board = new Board().With("sales", "ann", withoutAgents: false).Joins("x");
        board.Take<QueueEffect.Dismiss>().ShouldBe([new QueueEffect.Dismiss(Board.Call("x"), QueueOutcome.NoAgents)]);

        board.Sets("ann", PresenceState.Away).Joins("y").Take<QueueEffect.Dismiss>().ShouldBeEmpty("somebody is signed in");
        board.Sets("ann", PresenceState.Offline).Take<QueueEffect.Dismiss>().ShouldHaveSingleItem();
    }

    [Fact]
    public void Presence_outlives_a_restart_and_waits_for_its_browser()
    {
        var ann = Board.Agent("ann");
        var board = new Board().With("sales", "ann");
        board.Do(new QueueInput.PresenceRestored(ann, PresenceState.Available, null, board.Now.AddHours(-1))).Joins("x");

        board.After(40).Tick().Of("ann").Presence.ShouldBe(PresenceState.Available);
        board.Do(new QueueInput.PhoneReady(ann)).Offers().ShouldBe("x>ann");
    }

    [Fact]
    public void After_a_restart_a_browser_that_does_not_come_back_is_away()
    {
        var board = new Board().With("sales", "ann");
        board.Do(new QueueInput.PresenceRestored(Board.Agent("ann"), PresenceState.Available, null, board.Now));

        board.After(60).Tick().Of("ann").Reason.ShouldBe(AwayReasons.PhoneLost);
    }

    [Fact]
    public void A_conversation_is_counted_with_its_length()
    {
        var board = new Board().With("sales", "ann").Joins("x").After(12).Ready("ann").Answers("ann", "x");
        var answered = board.Now;
        board.Take<QueueEffect.WaitOver>().Single().Waited.TotalSeconds.ShouldBe(12, 0.1);

        board.After(90).Ends("x", "ann").Take<QueueEffect.TalkOver>()
            .ShouldBe([new QueueEffect.TalkOver(Board.Call("x"), Board.Agent("ann"), Board.Team("sales"), answered, board.Now)]);
    }

    [Fact]
    public void The_teams_picture_counts_who_waits_who_is_ready_and_who_talks()
    {
        var board = new Board().With("sales", "ann bob cem").Ready("ann", "bob").Joins("x").Answers("ann", "x").Joins("y").Offer("y", "bob", OfferOutcome.NoAnswer);
        board.Ready("cem").Offer("y", "cem", OfferOutcome.Rejected);

        var picture = board.OfTeam();
        (picture.Waiting, picture.AgentsReady, picture.AgentsTalking).ShouldBe((1, 1, 1));
        picture.LongestWaitSince.ShouldNotBeNull();
    }

    [Fact]
    public void An_agent_taken_out_of_his_team_in_mid_call_finishes_it()
    {
        var board = new Board().With("sales", "ann bob").Ready("ann").Joins("x").Answers("ann", "x").With("sales", "bob").Joins("y");
        board.Offers();

        board.Ends("x", "ann").After(31).Tick().Offers().ShouldBe("");
        board.Of("ann").Activity.ShouldBe(AgentActivity.Idle);
    }
}
