namespace Santral.Processes.Domain;

/// <summary>The ways through a design: what is reached, what ends, what goes round.</summary>
public sealed class DesignWays
{
    private readonly Design _design;
    private readonly Dictionary<string, string[]> _next;

    public DesignWays(Design design)
    {
        _design = design;
        var codes = design.Stages.Select(s => s.Code).ToHashSet();
        _next = design.Stages.DistinctBy(s => s.Code).ToDictionary(s => s.Code, s => design.NextOf(s).Where(codes.Contains).Distinct().ToArray());
    }

    /// <summary>The shortest way between two stages, without the first; null when there is none.</summary>
    public IReadOnlyList<string>? Way(string from, Func<string, bool> isThere)
    {
        var cameFrom = new Dictionary<string, string?> { [from] = null };
        var waiting = new Queue<string>([from]);
        while (waiting.TryDequeue(out var at))
        {
            foreach (var next in _next.GetValueOrDefault(at, []).Where(n => cameFrom.TryAdd(n, at)))
            {
                if (isThere(next))
                {
                    return Back(next);
                }

                waiting.Enqueue(next);
            }
        }

        return null;

        List<string> Back(string end)
        {
            List<string> way = [];
            for (var step = end; step != from; step = cameFrom[step]!)
            {
                way.Insert(0, step);
            }

            return way;
        }
    }

    public IEnumerable<Problem> Problems()
    {
        var reached = new HashSet<string>();
        foreach (var start in _design.Stages.Where(s => s.Kind == StageKind.New))
        {
            Follow(start.Code, reached);
        }

        foreach (var stage in _design.Stages.DistinctBy(s => s.Code))
        {
            if (!reached.Contains(stage.Code))
            {
                yield return new Problem(Severity.Error, "unreachable", stage.Code);
            }

            if (!Ends(stage) && Way(stage.Code, code => Ends(_design.Find(code)!)) is null)
            {
                yield return new Problem(Severity.Error, "no_way_to_end", stage.Code);
            }
        }

        if (Round() is { } round)
        {
            yield return new Problem(Severity.Error, "approval_loop", round[0], null, string.Join(" → ", round));
        }
    }

    private void Follow(string code, HashSet<string> reached)
    {
        var waiting = new Stack<string>([code]);
        while (waiting.TryPop(out var at))
        {
            if (reached.Add(at))
            {
                foreach (var next in _next.GetValueOrDefault(at, []))
                {
                    waiting.Push(next);
                }
            }
        }
    }

    /// <summary>A rejected document is over too.</summary>
    private static bool Ends(Stage stage) => stage.Kind is StageKind.Resolved or StageKind.Closed or StageKind.Rejected;

    /// <summary>Approvals whose decisions lead only to each other: a document would go round without anybody working on it. Null when there are none.</summary>
    private List<string>? Round()
    {
        var decisions = _design.Stages.Where(s => s.Approval is not null).DistinctBy(s => s.Code).ToDictionary(
            s => s.Code,
            s => s.Approval!.Outcomes.Where(o => o.Outcome != Outcome.Review).Select(o => o.To).OfType<string>().ToArray());
        foreach (var first in decisions.Keys)
        {
            List<string> way = [];
            if (ComesBack(first, first, decisions, [], way))
            {
                return way;
            }
        }

        return null;
    }

    private static bool ComesBack(string first, string at, Dictionary<string, string[]> decisions, HashSet<string> seen, List<string> way)
    {
        if (!decisions.TryGetValue(at, out var next) || !seen.Add(at))
        {
            return false;
        }

        way.Add(at);
        if (next.Contains(first) || next.Any(n => ComesBack(first, n, decisions, seen, way)))
        {
            return true;
        }

        way.RemoveAt(way.Count - 1);
        return false;
    }
}
