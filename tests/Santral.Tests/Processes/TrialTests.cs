using Santral.Contracts.Processes;
using Santral.Kernel;
using Santral.Processes.Domain;
using static Santral.Tests.Processes.Given;

namespace Santral.Tests.Processes;

/// <summary>How past documents would have gone by a draft.</summary>
public sealed class TrialTests
{
    [Fact]
    public void The_same_way_is_the_same()
        => Of(("new", "work", Maker), ("work", "check", Maker), ("check", "done", One)).Result.ShouldBe(TrialResult.Same);

    [Fact]
    public void A_way_past_the_checkers_now_needs_them_and_their_time()
    {
        var tried = Of(("new", "work", Maker), ("work", "done", Maker));

        (tried.Result, tried.Really, tried.Instead, tried.Reason, tried.ExtraMinutes).ShouldBe((TrialResult.Approval, "done", "check", "needs_approval", 240));
    }

    [Fact]
    public void Somebody_who_is_no_maker_needs_another_hand()
        => Of(("new", "work", Outsider)).Reason.ShouldBe("not_a_maker");

    [Fact]
    public void A_stage_that_leads_nowhere_keeps_it()
    {
        var process = Process() with { Transitions = [new Transition("new", "work", null)] };
        var tried = new Trial(process, new People()).Of(Document([("new", "work", Maker), ("work", "done", Maker)]));

        (tried.Result, tried.Instead, tried.Reason).ShouldBe((TrialResult.Stuck, null, "no_way"));
    }

    [Fact]
    public void A_stage_that_is_gone_goes_to_the_nearest()
        => Of(("new", "once", Maker)).Reason.ShouldBe("stage_gone");

    private static Tried Of(params (string From, string To, Actor By)[] moves) => new Trial(Process(), new People()).Of(Document(moves));

    private static Process Process()
    {
        var process = Approved();
        return process with { Stages = [.. process.Stages.Select(s => s.Code == "check" ? s with { TargetMinutes = 240 } : s)] };
    }

    private static PastDocument Document((string From, string To, Actor By)[] moves) => new(
        Guid.Empty, "ÇB-26-0001", "Subject", "/requests/1", DateTimeOffset.UnixEpoch, "new",
        [.. moves.Select(m => new PastMove(m.From, m.To, m.By.Id, DateTimeOffset.UnixEpoch, null))]);

    private sealed class People : IKnowActors
    {
        public IReadOnlyCollection<Actor> All => Everybody;

        public Actor Of(UserId? user) => user is null ? Actor.System : Everybody.First(p => p.Id == user);
    }
}
