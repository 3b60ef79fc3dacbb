namespace Santral.Clocks.Domain;

/// <summary>A target as the choice sees it.</summary>
public sealed record TargetRule(TargetId Id, TargetScope Scope, int? ResponseMinutes, int? ResolutionMinutes)
{
    public int? Minutes(ClockKind kind) => kind == ClockKind.Response ? ResponseMinutes : ResolutionMinutes;
}

/// <summary>
/// The most exact target wins: a deeper category before a higher one and before none, then a team before none, then a priority before none,
/// then a unit before none. No two targets fit the same, so there is always one winner, whatever the order they were made in.
/// </summary>
public static class TargetChoice
{
    /// <param name="path">The subject's category and those above it, from the root.</param>
    public static TargetRule? Best(IEnumerable<TargetRule> rules, ClockKind kind, ClockSubject subject, IReadOnlyList<DefinitionId> path)
    {
        TargetRule? best = null;
        var bestRank = default((int, bool, bool, bool));
        foreach (var rule in rules)
        {
            if (rule.Minutes(kind) is null || RankOf(rule.Scope, subject, path) is not { } rank)
            {
                continue;
            }

            if (best is null || rank.CompareTo(bestRank) > 0)
            {
                (best, bestRank) = (rule, rank);
            }
        }

        return best;
    }

    private static (int, bool, bool, bool)? RankOf(TargetScope scope, ClockSubject subject, IReadOnlyList<DefinitionId> path)
    {
        var depth = 0;
        if (scope.CategoryId is { } category)
        {
            for (var i = path.Count; i > 0 && depth == 0; i--)
            {
                depth = path[i - 1] == category ? i : 0;
            }

            if (depth == 0)
            {
                return null;
            }
        }

        var fits = (scope.TeamId is null || scope.TeamId == subject.Team)
            && (scope.PriorityId is null || scope.PriorityId == subject.Priority)
            && (scope.Unit is null || scope.Unit == subject.Unit);
        return fits ? (depth, scope.TeamId is not null, scope.PriorityId is not null, scope.Unit is not null) : null;
    }
}
