using Santral.Contracts.Processes;
using Santral.Kernel;
using Santral.Processes.Domain;
using static Santral.Tests.Processes.Given;

namespace Santral.Tests.Processes;

/// <summary>What the designer is told before a process can be published (W-D04).</summary>
public sealed class DesignCheckTests
{
    private static readonly DocumentKind Kind = new("request", Write, [], [StageKind.New, StageKind.Resolved, StageKind.Closed], _ => throw new NotSupportedException());

    private readonly Design _sound = new(Approved().Stages, Approved().Transitions);

    [Fact]
    public void A_sound_design_has_no_errors() => Errors(_sound).ShouldBeEmpty();

    [Fact]
    public void Without_a_start_or_an_end_it_is_refused()
    {
        Errors(Without("new")).ShouldContain("no_start");
        Errors(Without("done", "part", "closed")).ShouldContain("no_end");
        Errors(Without("closed")).ShouldContain("kind_missing");
    }

    [Fact]
    public void An_outcome_without_a_target_is_named_with_its_stage()
    {
        var problems = Of(WithApproval(a => a with { Outcomes = [new AllowedOutcome(Outcome.Approve, "done"), new AllowedOutcome(Outcome.ApprovePartly, null)] }));

        problems.ShouldContain(p => p.Code == "outcome_without_target" && p.Stage == "check" && p.Outcome == Outcome.ApprovePartly && p.Severity == Severity.Error);
    }

    [Fact]
    public void Stages_nobody_reaches_or_leaves_are_named()
    {
        Errors(With(Stage("island", StageKind.InProgress))).ShouldContain("unreachable");
        Errors(With(Stage("island", StageKind.InProgress), new Transition("new", "island", null))).ShouldContain("no_way_to_end");
    }

    [Fact]
    public void Approvals_that_lead_only_to_each_other_go_round_without_anybody_working()
    {
        var other = _sound.Find("check")! with { Code = "again", Approval = new Approval(Only(One), 1, [new AllowedOutcome(Outcome.Approve, "check")]) };
        var loop = WithApproval(a => a with { Outcomes = [new AllowedOutcome(Outcome.Approve, "again"), new AllowedOutcome(Outcome.Reject, "work")] });

        Errors(loop with { Stages = [.. loop.Stages, other] }).ShouldContain("approval_loop");
        Errors(With(Stage("x", StageKind.InProgress), new Transition("x", "x", null))).ShouldContain("transition_to_itself");
    }

    [Fact]
    public void A_quorum_above_the_checkers_and_checkers_that_are_nobody_are_refused()
    {
        Errors(WithApproval(a => a with { Quorum = 4 })).ShouldContain("quorum_impossible");
        Errors(WithApproval(a => a with { Quorum = 0 })).ShouldContain("quorum_impossible");
        Errors(WithApproval(a => a with { Checkers = Actors.Nobody })).ShouldContain("checkers_empty");
    }

    [Fact]
    public void Nobody_walks_past_the_checkers()
        => Errors(_sound with { Transitions = [.. _sound.Transitions, new Transition("check", "done", null)] }).ShouldContain("approval_bypassed");

    [Fact]
    public void Names_codes_makers_and_lines_are_looked_at()
    {
        Errors(With(_sound.Find("work")! with { Names = new Names("", "", "") })).ShouldContain("code_twice");
        Errors(With(Stage("x", StageKind.InProgress) with { Names = new Names("", "", "") })).ShouldContain("name_missing");
        Warnings(With(Stage("x", StageKind.InProgress) with { Names = new Names("Ad", "", "") })).ShouldContain("name_untranslated");
        Errors(With(Stage("x", StageKind.InProgress) with { Makers = Only(Person(99)) })).ShouldContain("makers_empty");
        Errors(_sound with { Transitions = [.. _sound.Transitions, new Transition("new", "nowhere", null)] }).ShouldContain("transition_unknown");
        Warnings(With(Stage("x", StageKind.Waiting))).ShouldContain("waits_forever");
    }

    [Fact]
    public void Entry_actions_need_somebody_and_a_real_address()
    {
        Errors(WithAction(new EntryAction(EntryActionKind.Webhook, Actors.Nobody, "ftp://x"))).ShouldContain("webhook_address");
        Errors(WithAction(new EntryAction(EntryActionKind.Webhook, Actors.Nobody, "https://user:word@example.org/"))).ShouldContain("webhook_address");
        Errors(WithAction(new EntryAction(EntryActionKind.Notify, Actors.Nobody, null))).ShouldContain("action_nobody");
        Errors(WithAction(new EntryAction(EntryActionKind.Assign, Actors.Nobody with { Owner = true }, null))).ShouldContain("assign_nobody");
        Errors(WithAction(new EntryAction(EntryActionKind.Webhook, Actors.Nobody, "https://example.org/in"))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("http://10.0.0.1", true)]
    [InlineData("http://10.1/in", true)]
    [InlineData("http://127.0.0.1:8080/in", true)]
    [InlineData("http://2130706433/", true)]
    [InlineData("http://0x7f000001/", true)]
    [InlineData("http://[::1]/", true)]
    [InlineData("https://[fd00::7]:443/in", true)]
    [InlineData("http://[::ffff:192.168.0.1]/", true)]
    [InlineData("http://localhost/", true)]
    [InlineData("http://LOCALHOST./", true)]
    [InlineData("http://in.localhost/", true)]
    [InlineData("http://8.8.8.8/", false)]
    [InlineData("https://10.example.org/", false)]
    public void A_webhook_may_not_be_written_to_call_inside_the_house(string address, bool isRefused)
    {
        var design = WithAction(new EntryAction(EntryActionKind.Webhook, Actors.Nobody, address));

        Errors(design).Contains("webhook_inside").ShouldBe(isRefused);
        new DesignCheck(design, Kind, Known with { InsideAllowed = true }).Problems().ShouldNotContain(p => p.Code == "webhook_inside");
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("10.1.2.3", true)]
    [InlineData("172.20.0.1", true)]
    [InlineData("192.168.1.1", true)]
    [InlineData("169.254.169.254", true)]
    [InlineData("100.64.0.1", true)]
    [InlineData("0.0.0.0", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:10.0.0.1", true)]
    [InlineData("fd00::1", true)]
    [InlineData("fe80::1", true)]
    [InlineData("64:ff9b::a00:1", true)]
    [InlineData("8.8.8.8", false)]
    [InlineData("2001:4860:4860::8888", false)]
    public void What_is_inside_the_house_is_known(string address, bool isPrivate)
        => WebhookAddress.IsPrivate(System.Net.IPAddress.Parse(address)).ShouldBe(isPrivate);

    [Fact]
    public void A_difference_is_told_stage_by_stage_and_the_place_on_the_canvas_is_none()
    {
        var moved = _sound with { Stages = [.. _sound.Stages.Select(s => s with { X = s.X + 40 })] };
        DesignDiff.Between(_sound, moved).Count().ShouldBe(0);

        var diff = DesignDiff.Between(_sound, WithApproval(a => a with { Quorum = 1 }));
        diff.Changed.ShouldHaveSingleItem().Parts.ShouldBe(["quorum"]);
        DesignDiff.Between(_sound, Without("no")).Removed.ShouldHaveSingleItem().Code.ShouldBe("no");
    }

    private Design With(Stage stage, params Transition[] lines)
        => new([.. _sound.Stages, stage], [.. _sound.Transitions, .. lines]);

    private Design Without(params string[] codes) => new(
        [.. _sound.Stages.Where(s => !codes.Contains(s.Code))],
        [.. _sound.Transitions.Where(t => !codes.Contains(t.From) && !codes.Contains(t.To))]);

    private Design WithApproval(Func<Approval, Approval> change)
        => _sound with { Stages = [.. _sound.Stages.Select(s => s.Approval is null ? s : s with { Approval = change(s.Approval) })] };

    private Design WithAction(EntryAction action)
        => _sound with { Stages = [.. _sound.Stages.Select(s => s.Code == "work" ? s with { OnEntry = [action] } : s)] };

    private static readonly KnownActors Known = new(Everybody, new HashSet<Contracts.Queues.TeamId> { Team }, new HashSet<string>());

    private static IReadOnlyList<Problem> Of(Design design) => new DesignCheck(design, Kind, Known).Problems();

    private static List<string> Errors(Design design) => [.. Of(design).Where(p => p.Severity == Severity.Error).Select(p => p.Code)];

    private static List<string> Warnings(Design design) => [.. Of(design).Where(p => p.Severity == Severity.Warning).Select(p => p.Code)];
}
