namespace Santral.Processes.Domain;

/// <summary>What differs between two versions, stage by stage and line by line.</summary>
public sealed record DesignDiff(
    IReadOnlyList<Stage> Added,
    IReadOnlyList<Stage> Removed,
    IReadOnlyList<DesignDiff.ChangedStage> Changed,
    IReadOnlyList<Transition> AddedTransitions,
    IReadOnlyList<Transition> RemovedTransitions)
{
    /// <param name="Parts">`names`, `kind`, `makers`, `checkers`, `quorum`, `outcomes`, `watchers`, `comment`, `onEntry`, `target`, `start`; never the place on the canvas.</param>
    public sealed record ChangedStage(string Code, Names Names, IReadOnlyList<string> Parts);

    public int Count() => Added.Count + Removed.Count + Changed.Count + AddedTransitions.Count + RemovedTransitions.Count;

    public static DesignDiff Between(Design from, Design to)
    {
        var before = from.Stages.DistinctBy(s => s.Code).ToDictionary(s => s.Code);
        var after = to.Stages.DistinctBy(s => s.Code).ToDictionary(s => s.Code);
        return new DesignDiff(
            [.. after.Values.Where(s => !before.ContainsKey(s.Code))],
            [.. before.Values.Where(s => !after.ContainsKey(s.Code))],
            [.. after.Values.Where(s => before.ContainsKey(s.Code)).Select(s => new ChangedStage(s.Code, s.Names, PartsOf(before[s.Code], s))).Where(c => c.Parts.Count > 0)],
            [.. to.Transitions.Where(t => from.Transitions.All(o => !SameLine(o, t)))],
            [.. from.Transitions.Where(t => to.Transitions.All(o => !SameLine(o, t)))]);
    }

    private static bool SameLine(Transition one, Transition other) => one.From == other.From && one.To == other.To && one.Names == other.Names;

    private static List<string> PartsOf(Stage before, Stage after)
    {
        List<string> parts = [];
        Add("names", before.Names != after.Names);
        Add("kind", before.Kind != after.Kind);
        Add("makers", !Same(before.Makers, after.Makers));
        Add("checkers", !Same(before.Approval?.Checkers, after.Approval?.Checkers));
        Add("quorum", before.Approval?.Quorum != after.Approval?.Quorum);
        Add("outcomes", !(before.Approval?.Outcomes ?? []).SequenceEqual(after.Approval?.Outcomes ?? []));
        Add("watchers", !Same(before.Watchers, after.Watchers));
        Add("comment", before.Comment != after.Comment);
        Add("onEntry", !before.OnEntry.Select(TextOf).SequenceEqual(after.OnEntry.Select(TextOf)));
        Add("target", before.TargetMinutes != after.TargetMinutes);
        Add("start", before.StartsFor != after.StartsFor);
        return parts;

        void Add(string part, bool differs)
        {
            if (differs)
            {
                parts.Add(part);
            }
        }
    }

    private static string TextOf(EntryAction action) => System.Text.Json.JsonSerializer.Serialize(action, SantralJson.Options);

    private static bool Same(Actors? one, Actors? other)
    {
        var (a, b) = (one ?? Actors.Nobody, other ?? Actors.Nobody);
        return a.Users.ToHashSet().SetEquals(b.Users) && a.Teams.ToHashSet().SetEquals(b.Teams) && a.Roles.ToHashSet().SetEquals(b.Roles)
            && a.Owner == b.Owner && a.OwnersTeam == b.OwnersTeam;
    }
}
