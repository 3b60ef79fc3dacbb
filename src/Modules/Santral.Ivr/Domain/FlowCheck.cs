using Santral.Ivr.Verbs;

namespace Santral.Ivr.Domain;

/// <summary>Finds what is wrong with a flow before a caller does.</summary>
public static class FlowCheck
{
    private static readonly string[] Languages = ["tr", "sv", "en"];

    /// <param name="hasPrompt">Whether the library has a prompt in a language.</param>
    public static IReadOnlyList<FlowProblem> Problems(Flow flow, IReadOnlySet<string> teams, Func<string, string, bool> hasPrompt)
    {
        var problems = new List<FlowProblem>();
        if (!teams.Contains(flow.DefaultTeam))
        {
            problems.Add(new("team_unknown", ProblemWeight.Error, null, flow.DefaultTeam));
        }

        if (!flow.Nodes.ContainsKey(flow.Start))
        {
            problems.Add(new("start_missing", ProblemWeight.Error, null, flow.Start));
            return problems;
        }

        foreach (var (name, verb) in flow.Nodes)
        {
            problems.AddRange(verb.Exits.Where(e => !flow.Nodes.ContainsKey(e.To))
                .Select(e => new FlowProblem("node_missing", ProblemWeight.Error, name, e.To)));
            problems.AddRange(verb.Teams.Where(t => !teams.Contains(t))
                .Select(t => new FlowProblem("team_unknown", ProblemWeight.Error, name, t)));
            problems.AddRange(verb.Prompts.Distinct().Where(p => !Languages.All(l => hasPrompt(p, l)))
                .Select(p => new FlowProblem("prompt_missing", ProblemWeight.Warning, name, p)));
            problems.AddRange(verb.Mistakes.Select(m => new FlowProblem(m.Code, ProblemWeight.Error, name, m.What)));
        }

        var reached = Reached(flow);
        problems.AddRange(flow.Nodes.Keys.Where(n => !reached.Contains(n)).Select(n => new FlowProblem("node_unreachable", ProblemWeight.Warning, n, null)));
        problems.AddRange(flow.Nodes.Keys.Where(n => reached.Contains(n) && LoopsInSilence(flow, n))
            .Select(n => new FlowProblem("loop_without_input", ProblemWeight.Error, n, null)));
        return problems;
    }

    private static HashSet<string> Reached(Flow flow)
    {
        var reached = new HashSet<string>();
        var next = new Stack<string>([flow.Start]);
        while (next.TryPop(out var name))
        {
            if (reached.Add(name) && flow.Nodes.TryGetValue(name, out var verb))
            {
                foreach (var exit in verb.Exits)
                {
                    next.Push(exit.To);
                }
            }
        }

        return reached;
    }

    /// <summary>Whether a way leads from the node to itself on which the caller is never asked anything.</summary>
    private static bool LoopsInSilence(Flow flow, string start)
    {
        var seen = new HashSet<string>();
        var next = new Stack<string>([start]);
        while (next.TryPop(out var name))
        {
            if (!flow.Nodes.TryGetValue(name, out var verb) || verb.WaitsForCaller)
            {
                continue;
            }

            foreach (var exit in verb.Exits)
            {
                if (exit.To == start)
                {
                    return true;
                }

                if (seen.Add(exit.To))
                {
                    next.Push(exit.To);
                }
            }
        }

        return false;
    }
}
