using Santral.Contracts.Customers;
using Santral.Ivr.Verbs;

namespace Santral.Ivr.Domain;

/// <summary>Where callers can come in a flow, each as the class he is of there: verification makes another one of him.</summary>
internal sealed class FlowWays
{
    private readonly Flow _flow;
    private readonly HashSet<(string Node, CallerClass Class)> _reached;

    public FlowWays(Flow flow)
    {
        _flow = flow;
        _reached = Reach(_ => false);
    }

    /// <summary>Classes of callers that can come to a block.</summary>
    public IReadOnlyList<CallerClass> CallersAt(string node) => [.. Enum.GetValues<CallerClass>().Where(c => _reached.Contains((node, c)))];

    /// <summary>Whether somebody can come back to the block without having been asked anything meanwhile.</summary>
    public bool GoesRoundInSilence(string node) => CallersAt(node).Any(c => GoesRound((node, c)));

    /// <summary>Whether a way leads to the block past every block that asks whether the team is open.</summary>
    public bool ReachesWithoutHours(string node, string team)
        => Reach(verb => verb is OpenHours hours && hours.Team == team).Any(r => r.Node == node);

    private HashSet<(string Node, CallerClass Class)> Reach(Predicate<Verb> isWall)
    {
        var reached = new HashSet<(string Node, CallerClass Class)>();
        // Nobody is verified when he calls.
        var next = new Stack<(string Node, CallerClass Class)>([(_flow.Start, CallerClass.KnownIndividual), (_flow.Start, CallerClass.Unidentified)]);
        while (next.TryPop(out var at))
        {
            if (_flow.Nodes.TryGetValue(at.Node, out var verb) && !isWall(verb) && reached.Add(at))
            {
                foreach (var way in verb.WaysOf(at.Class))
                {
                    next.Push(way);
                }
            }
        }

        return reached;
    }

    private bool GoesRound((string Node, CallerClass Class) start)
    {
        var seen = new HashSet<(string Node, CallerClass Class)>();
        var next = new Stack<(string Node, CallerClass Class)>([start]);
        while (next.TryPop(out var at))
        {
            if (!_flow.Nodes.TryGetValue(at.Node, out var verb) || verb.WaitsForCaller)
            {
                continue;
            }

            foreach (var way in verb.WaysOf(at.Class))
            {
                if (way == start)
                {
                    return true;
                }

                if (seen.Add(way))
                {
                    next.Push(way);
                }
            }
        }

        return false;
    }
}
