using Santral.Contracts.Processes;
using Santral.Kernel;
using static Santral.Tests.Processes.Given;

namespace Santral.Tests.Processes;

/// <summary>Who may do what with a document where it stands (D3).</summary>
public sealed class ProcessRulesTests
{
    private readonly Process _process = Approved();

    [Fact]
    public void A_user_outside_the_makers_cannot_choose_the_stage()
    {
        _process.Offers(In("new"), Outsider, Everybody).Select(o => o.To).ShouldBe(["no"]);
        _process.Offers(In("new"), Maker, Everybody).Select(o => o.To).ShouldBe(["work", "no"]);
        RefusedBy(() => Move("new", Outsider, "work")).ShouldBe("processes.not_a_maker");
        Move("new", Maker, "work").To!.Code.ShouldBe("work");
    }

    [Fact]
    public void Only_makers_edit_where_they_are_named_and_nobody_without_the_right_to_write()
    {
        _process.MayEdit(In("work"), Maker).ShouldBeTrue();
        _process.MayEdit(In("work"), Outsider).ShouldBeFalse();
        _process.MayEdit(In("new"), Outsider).ShouldBeTrue();
        _process.MayEdit(In("new"), Reader).ShouldBeFalse();
        RefusedBy(() => _process.EditOrRefuse(In("work"), Outsider)).ShouldBe("processes.not_a_maker");
    }

    [Fact]
    public void Nobody_goes_where_no_line_leads()
    {
        RefusedBy(() => Move("new", Maker, "done")).ShouldBe("processes.stage_not_allowed");
        RefusedBy(() => Move("new", Maker, "nowhere")).ShouldBe("processes.stage_unknown");
    }

    [Fact]
    public void A_rejected_stage_wants_a_reason()
    {
        RefusedBy(() => Move("new", Outsider, "no")).ShouldBe("processes.comment_due");
        RefusedBy(() => _process.Decide(In("new"), Outsider, Act.Move("no", new string('x', Process.LongestComment + 1)), Everybody)).ShouldBe("processes.comment_too_long");
        _process.Decide(In("new"), Outsider, Act.Move("no", "Wrong number."), Everybody).To!.Code.ShouldBe("no");
    }

    [Fact]
    public void Two_of_three_are_enough_and_the_first_does_not_move_it()
    {
        var first = Vote(In("check", Maker), One, Outcome.Approve);
        first.To.ShouldBeNull();

        var second = Vote(In("check", Maker, (One, Outcome.Approve)), Two, Outcome.Approve);
        second.To!.Code.ShouldBe("done");
    }

    [Fact]
    public void One_voice_for_a_part_makes_the_whole_partial()
    {
        var state = In("check", Maker, (One, Outcome.ApprovePartly));

        _process.Offers(state, Two, Everybody).Single(o => o.Outcome == Outcome.Approve).To.ShouldBe("part");
        Vote(state, Two, Outcome.Approve).To!.Code.ShouldBe("part");
    }

    [Fact]
    public void A_partial_approval_says_what_part()
    {
        RefusedBy(() => _process.Decide(In("check"), One, Act.Vote(Outcome.ApprovePartly, "reason"), Everybody)).ShouldBe("processes.part_due");
        _process.Decide(In("check"), One, Act.Vote(Outcome.ApprovePartly, "reason", "3 of 5"), Everybody).Part.ShouldBe("3 of 5");
    }

    [Fact]
    public void A_checker_rejects_with_a_reason_and_it_does_not_advance()
    {
        RefusedBy(() => Vote(In("check", Maker), One, Outcome.Reject, comment: null)).ShouldBe("processes.comment_due");
        Vote(In("check", Maker), One, Outcome.Reject).To!.Code.ShouldBe("work");
    }

    [Fact]
    public void A_review_and_a_warning_stay_and_leave_the_voice()
    {
        Vote(In("check", Maker), One, Outcome.Review).To.ShouldBeNull();
        Vote(In("check", Maker), One, Outcome.Warn).To.ShouldBeNull();

        var state = In("check", Maker, (One, Outcome.Review), (One, Outcome.Warn), (Two, Outcome.Approve));
        Vote(state, One, Outcome.Approve).To!.Code.ShouldBe("done");
    }

    [Fact]
    public void Who_decided_decides_once()
        => RefusedBy(() => Vote(In("check", Maker, (One, Outcome.Approve)), One, Outcome.Approve)).ShouldBe("processes.already_decided");

    [Fact]
    public void Only_checkers_decide_and_the_system_never()
    {
        RefusedBy(() => Vote(In("check", Maker), Outsider, Outcome.Approve)).ShouldBe("processes.not_a_checker");
        RefusedBy(() => Vote(In("check", Maker), Actor.System, Outcome.Approve)).ShouldBe("processes.not_a_checker");
        RefusedBy(() => Vote(In("work"), One, Outcome.Approve)).ShouldBe("processes.no_approval");
    }

    [Fact]
    public void The_requester_does_not_check_himself_while_others_can()
    {
        RefusedBy(() => Vote(In("check", One), One, Outcome.Approve)).ShouldBe("processes.own_request");
        _process.StandingOf(In("check", One), Everybody)!.Checkers.ShouldBe([Two, Three]);

        var alone = _process.StandingOf(In("check", One), [One, Maker])!;
        alone.Checkers.ShouldBe([One]);
        alone.Needed.ShouldBe(1);
    }

    [Fact]
    public void A_quorum_that_cannot_be_met_any_more_falls_to_what_can()
    {
        _process.StandingOf(In("check", Maker), [Maker, One])!.Needed.ShouldBe(1);
        Approved(quorum: 3).StandingOf(In("check", One), Everybody)!.Needed.ShouldBe(2);
    }

    [Fact]
    public void The_vote_of_who_left_counts_and_where_nobody_is_left_designers_decide()
    {
        List<Actor> without = [.. Everybody.Where(p => p != One && p != Two && p != Three)];
        var state = In("check", Maker, (One, Outcome.Approve));

        var standing = _process.StandingOf(state, without)!;
        standing.Counted.Count.ShouldBe(1);
        standing.StandsIn.ShouldBeTrue();
        standing.Left.ShouldBe([Designer]);
        _process.Decide(state, Designer, Act.Vote(Outcome.Approve), without).To!.Code.ShouldBe("done");
    }

    [Fact]
    public void What_a_person_is_to_the_document_can_be_named()
    {
        var process = _process with { Stages = [.. _process.Stages.Select(s => s.Code == "work" ? s with { Makers = Actors.Nobody with { Owner = true, OwnersTeam = true } } : s)] };

        process.MayEdit(In("work") with { OwnerId = Outsider.Id }, Outsider).ShouldBeTrue();
        process.MayEdit(In("work") with { TeamId = Team }, Maker).ShouldBeTrue();
        process.MayEdit(In("work"), Maker).ShouldBeFalse();
    }

    [Fact]
    public void Mail_begins_where_it_is_listened_to()
    {
        var process = _process with { Stages = [.. _process.Stages, Stage("mail", StageKind.New) with { StartsFor = "email" }] };

        process.Start("email").Code.ShouldBe("mail");
        process.Start().Code.ShouldBe("new");
        process.Start("phone").Code.ShouldBe("new");
    }

    [Fact]
    public void A_document_whose_stage_is_gone_is_not_lost()
        => _process.Offers(In("once"), Maker, Everybody).Select(o => o.To).ShouldBe(["new", "work"]);

    private Decided Move(string from, Actor actor, string to) => _process.Decide(In(from), actor, Act.Move(to), Everybody);

    private Decided Vote(DocumentState state, Actor actor, Outcome outcome, string? comment = "because")
        => _process.Decide(state, actor, Act.Vote(outcome, comment, "a part"), Everybody);

    private static string RefusedBy(Action act) => Should.Throw<Refusal>(act).Code;
}
