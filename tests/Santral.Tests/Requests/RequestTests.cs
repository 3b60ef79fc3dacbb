using Santral.Contracts.Processes;
using Santral.Contracts.Queues;
using Santral.Contracts.Requests;
using Santral.Requests;
using Santral.Requests.Data;
using Santral.Requests.Definitions;
using Santral.Requests.Domain;

namespace Santral.Tests.Requests;

/// <summary>The life of a request, from an empty record to history.</summary>
public sealed class RequestTests
{
    private static readonly UserId Agent = UserId.From(new Guid(1, 2, 3, new byte[8]));
    private static readonly Actor Acting = new(Agent, "Agent", new HashSet<TeamId>(), new HashSet<string>(), new HashSet<string> { RequestsPermissions.Write });
    private static readonly UnitStages Stages = StagesOf("internet");
    private readonly FakeTimeProvider _clock = new();
    private readonly UserId _agent = Agent;

    [Fact]
    [Requirement("M-04")]
    public void A_new_request_is_empty_but_for_its_time_and_first_stage()
    {
        var request = Open();

        request.Kind.ShouldBeNull();
        (request.Subject, request.Text).ShouldBe(("", ""));
        request.CustomerId.ShouldBeNull();
        request.ContactMethodId.ShouldBeNull();
        request.OwnerId.ShouldBeNull();
        request.OpenedAt.ShouldBe(_clock.GetUtcNow());
        request.StageKind.ShouldBe(StageKind.New);
    }

    [Fact]
    public void Its_number_makes_the_news_and_the_order()
    {
        var request = Open();

        request.TakeNumber("ÇB-26-10000");

        request.NumberOrder.ShouldBe(26_000_010_000);
        var opened = request.Raised.OfType<RequestOpened>().ShouldHaveSingleItem();
        opened.Number.ShouldBe("ÇB-26-10000");
    }

    [Fact]
    public void Who_writes_up_what_he_opened_has_it_in_hand()
    {
        var mine = Described(RequestKind.Action);
        var foreign = Open();
        foreign.Describe(About(RequestKind.Action), Stages, Id.New<UserId>(_clock), _clock.GetUtcNow());

        mine.OwnerId.ShouldBe(_agent);
        foreign.OwnerId.ShouldBeNull();
    }

    [Fact]
    public void A_comment_closes_at_once_and_has_no_stages()
    {
        var request = Described(RequestKind.Comment);

        request.StageKind.ShouldBe(StageKind.Closed);
        request.Moves.ShouldHaveSingleItem().To.ShouldBe("closed");
        Stages.NextOf(request).ShouldBeEmpty();
        RefusalOf(() => Move(request, "examined")).ShouldBe("requests.comment_is_done");
    }

    [Fact]
    public void A_comment_can_be_written_on_and_can_turn_out_to_be_more()
    {
        var request = Described(RequestKind.Comment);
        request.Describe(About(RequestKind.Comment) with { Text = "more" }, Stages, _agent, _clock.GetUtcNow());
        request.Moves.Count.ShouldBe(1);

        request.Describe(About(RequestKind.Action), Stages, _agent, _clock.GetUtcNow());

        request.StageKind.ShouldBe(StageKind.New);
        request.ResolvedAt.ShouldBeNull();
    }

    [Fact]
    public void Information_becomes_action_on_the_same_record()
    {
        var request = Described(RequestKind.Information);
        request.TakeNumber("ÇB-26-0001");

        request.Describe(About(RequestKind.Action), Stages, _agent, _clock.GetUtcNow());

        request.Number.ShouldBe("ÇB-26-0001");
        request.Kind.ShouldBe(RequestKind.Action);
        request.Moves.ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_is_resolved_before_anybody_knows_what_it_is()
    {
        var request = Open();

        RefusalOf(() => Move(request, "resolved")).ShouldBe("requests.description_needed");
        request.StageKind.ShouldBe(StageKind.New);
    }

    [Fact]
    public void Rejecting_needs_a_reason()
    {
        var request = Described(RequestKind.Action);

        RefusalOf(() => Move(request, "rejected")).ShouldBe("processes.comment_due");
        Move(request, "rejected", "Not ours.");

        request.Moves.Single().Comment.ShouldBe("Not ours.");
    }

    [Fact]
    public void A_closed_request_is_history_until_it_is_reopened()
    {
        var request = Described(RequestKind.Action);
        Move(request, "resolved");
        _clock.Advance(TimeSpan.FromHours(1));
        Move(request, "closed");

        RefusalOf(() => request.Describe(About(RequestKind.Action), Stages, _agent, _clock.GetUtcNow())).ShouldBe("requests.request_over");
        request.ResolvedAt.ShouldBe(_clock.GetUtcNow() - TimeSpan.FromHours(1));
        Move(request, "examined");

        request.IsOver.ShouldBeFalse();
        request.ResolvedAt.ShouldBeNull();
    }

    [Fact]
    public void The_stages_offered_are_exactly_those_allowed()
    {
        var request = Described(RequestKind.Action);
        var offered = Stages.NextOf(request).Select(s => s.Code).ToList();

        offered.ShouldBe(["examined", "passed_on", "waiting_customer", "resolved", "rejected"]);
        foreach (var stage in Stages.All.Where(s => !offered.Contains(s.Code)))
        {
            RefusalOf(() => request.MoveTo(stage, "why", Stages, _agent, _clock.GetUtcNow())).ShouldBe("processes.stage_not_allowed");
        }
    }

    [Theory]
    [InlineData("internet")]
    [InlineData("appliance")]
    [InlineData("municipal")]
    [InlineData("anything")]
    public void Every_unit_has_a_stage_of_each_kind(string unit)
    {
        var stages = StagesOf(unit).All;

        stages.Select(s => s.Kind).Distinct().Order().ShouldBe(Enum.GetValues<StageKind>().Where(k => k != StageKind.Approval));
        stages.Select(s => s.Code).ShouldBeUnique();
    }

    [Fact]
    public void The_demo_tells_only_stories_the_rules_allow()
    {
        foreach (var (unit, matters) in new[] { ("internet", DemoInternet.Matters), ("appliance", DemoAppliance.Matters), ("municipal", DemoMunicipal.Matters) })
        {
            var stages = StagesOf(unit);
            foreach (var matter in matters.Where(m => m.Kind is not null))
            {
                var request = Request.Open(Id.New<RequestId>(_clock), new Opening(unit, "X", null, null, null, matter.Channel), stages, _agent, _clock.GetUtcNow());
                request.Describe(About(matter.Kind) with { Subject = matter.Subject }, stages, _agent, _clock.GetUtcNow());
                foreach (var code in (matter.Path ?? []).Where(c => c != "compensation"))
                {
                    request.MoveTo(stages.Find(code).ShouldNotBeNull($"{matter.Subject}: {code}"), matter.Reason, stages, _agent, _clock.GetUtcNow());
                }
            }
        }
    }

    private static UnitStages StagesOf(string unit) => new(RequestProcesses.StartingOf(unit), Acting, [Acting]);

    private static string RefusalOf(Action act) => Should.Throw<Refusal>(act).Code;

    private Request Open()
        => Request.Open(Id.New<RequestId>(_clock), new Opening("internet", "ÇB", null, null, null, null), Stages, _agent, _clock.GetUtcNow());

    private Request Described(RequestKind kind)
    {
        var request = Open();
        request.Describe(About(kind), Stages, _agent, _clock.GetUtcNow());
        return request;
    }

    private static Description About(RequestKind? kind)
        => new(kind, "No light on the modem", "", null, new Dictionary<string, string>(), null, null, null, null, null, null, RequestSections.Empty);

    private void Move(Request request, string stage, string? comment = null)
        => request.MoveTo(Stages.Find(stage)!, comment, Stages, _agent, _clock.GetUtcNow());
}
