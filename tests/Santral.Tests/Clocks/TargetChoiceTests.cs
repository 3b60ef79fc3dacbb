using Santral.Clocks.Domain;
using Santral.Contracts.Clocks;
using Santral.Contracts.Definitions;
using Santral.Contracts.Queues;

namespace Santral.Tests.Clocks;

public sealed class TargetChoiceTests
{
    private static readonly FakeTimeProvider Clock = new();
    private static readonly DefinitionId Urgent = Id.New<DefinitionId>(Clock);
    private static readonly DefinitionId Low = Id.New<DefinitionId>(Clock);
    private static readonly DefinitionId Billing = Id.New<DefinitionId>(Clock);
    private static readonly DefinitionId Doubled = Id.New<DefinitionId>(Clock);
    private static readonly TeamId Support = Id.New<TeamId>(Clock);

    [Fact]
    public void The_deepest_category_wins_then_team_then_priority_then_unit()
    {
        var ranked = new[]
        {
            Rule(category: Doubled),
            Rule(category: Billing, team: Support, priority: Urgent),
            Rule(category: Billing, priority: Urgent, unit: "internet"),
            Rule(team: Support, priority: Urgent),
            Rule(team: Support, unit: "internet"),
            Rule(priority: Urgent, unit: "internet"),
            Rule(priority: Urgent),
            Rule(unit: "internet"),
            Rule(),
        };
        var subject = new ClockSubject("internet", Urgent, Doubled, Support);

        for (var first = 0; first < ranked.Length; first++)
        {
            TargetChoice.Best(ranked.Skip(first), ClockKind.Resolution, subject, [Billing, Doubled]).ShouldBe(ranked[first]);
            TargetChoice.Best(ranked.Skip(first).Reverse(), ClockKind.Resolution, subject, [Billing, Doubled]).ShouldBe(ranked[first], "whatever the order they were made in");
        }
    }

    [Fact]
    public void A_target_for_others_never_wins()
    {
        var others = new[] { Rule(category: Billing), Rule(team: Support), Rule(priority: Low), Rule(unit: "municipal") };

        TargetChoice.Best(others, ClockKind.Resolution, new ClockSubject("internet", Urgent, null, null), []).ShouldBeNull();
    }

    [Fact]
    public void A_time_left_open_is_left_to_the_next_exact_target()
    {
        var exact = Rule(category: Billing) with { ResponseMinutes = null };
        var general = Rule();
        var subject = new ClockSubject("internet", Urgent, Billing, null);

        TargetChoice.Best([exact, general], ClockKind.Response, subject, [Billing]).ShouldBe(general);
        TargetChoice.Best([exact, general], ClockKind.Resolution, subject, [Billing]).ShouldBe(exact);
    }

    [Theory]
    [InlineData(null, null, "clocks.target_empty")]
    [InlineData(-5, 60, "clocks.target_minutes")]
    [InlineData(0, 60, "clocks.target_minutes")]
    [InlineData(5, 1_000_000, "clocks.target_minutes")]
    [InlineData(120, 60, "clocks.answer_after_end")]
    public void A_target_that_makes_no_sense_is_refused(int? response, int? resolution, string code)
        => Should.Throw<Refusal>(() => Target.Set(Id.New<TargetId>(Clock), new TargetScope(null, null, Urgent, null), response, resolution, Clock.GetUtcNow()))
            .Code.ShouldBe(code);

    private static TargetRule Rule(string? unit = null, TeamId? team = null, DefinitionId? priority = null, DefinitionId? category = null)
        => new(Id.New<TargetId>(Clock), new TargetScope(unit, team, priority, category), 10, 60);
}
