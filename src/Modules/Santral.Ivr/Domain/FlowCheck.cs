using Santral.Contracts.Customers;
using Santral.Ivr.Verbs;

namespace Santral.Ivr.Domain;

/// <summary>
/// Finds what is wrong with a flow before a caller does: every problem names its block. Ways are followed for each class of caller by
/// itself, because each hears its own menu (D2).
/// </summary>
public static class FlowCheck
{
    public const int MostProblems = 200;

    private static readonly string[] Languages = ["tr", "sv", "en"];

    /// <summary>Errors first, then in the order of the blocks.</summary>
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

        var ways = new FlowWays(flow);
        problems.AddRange(flow.Nodes.SelectMany(n => (IEnumerable<FlowProblem>)
        [
            .. Settings(n.Key, n.Value, teams),
            .. Exits(flow, n.Key, n.Value),
            .. Words(flow, n.Key, n.Value, hasPrompt),
            .. Callers(ways, n.Key, n.Value, teams),
        ]));
        return [.. problems.OrderByDescending(p => p.Weight).Take(MostProblems)];
    }

    private static IEnumerable<FlowProblem> Settings(string node, Verb verb, IReadOnlySet<string> teams)
    {
        foreach (var team in verb.Teams.Where(t => !teams.Contains(t)))
        {
            yield return Error("team_unknown", node, team);
        }

        foreach (var mistake in verb.Mistakes)
        {
            yield return Error(mistake.Code, node, mistake.What);
        }

        foreach (var doubt in verb.Doubts)
        {
            yield return Warning(doubt.Code, node, doubt.What);
        }
    }

    private static IEnumerable<FlowProblem> Exits(Flow flow, string node, Verb verb)
    {
        foreach (var exit in verb.Exits)
        {
            if (exit.To.Length == 0)
            {
                yield return Error("dead_end", node, exit.On);
            }
            else if (!flow.Nodes.ContainsKey(exit.To))
            {
                yield return Error("node_missing", node, exit.To);
            }
        }
    }

    private static IEnumerable<FlowProblem> Words(Flow flow, string node, Verb verb, Func<string, string, bool> hasPrompt)
    {
        foreach (var prompt in verb.Prompts.Distinct())
        {
            string[] missing = [.. Languages.Where(l => flow.WordsOf(prompt) is { } own ? own.In(l).Length == 0 : !hasPrompt(prompt, l))];
            if (missing.Length == Languages.Length)
            {
                yield return Error("prompt_missing", node, prompt);
            }
            else if (missing.Length > 0)
            {
                yield return Warning("prompt_untranslated", node, string.Join(", ", missing));
            }
        }
    }

    private static IEnumerable<FlowProblem> Callers(FlowWays ways, string node, Verb verb, IReadOnlySet<string> teams)
    {
        var callers = ways.CallersAt(node);
        if (callers.Count == 0)
        {
            yield return Warning("node_unreachable", node);
            yield break;
        }

        if (ways.GoesRoundInSilence(node))
        {
            yield return Error("loop_without_input", node);
        }

        if (verb is Menu { Options.Count: > 0 } menu)
        {
            foreach (var caller in callers.Where(c => !menu.Options.Any(o => o.IsFor(c))))
            {
                yield return Error("menu_empty_for", node, NameOf(caller));
            }

            foreach (var option in menu.Options.Where(o => !callers.Any(o.IsFor)))
            {
                yield return Warning("option_never", node, option.Key.ToString());
            }
        }

        if (verb is ReadInvoice && callers.Contains(CallerClass.Unidentified))
        {
            yield return Warning("invoice_for_unknown", node);
        }

        if (verb is Queue queue && teams.Contains(queue.Team) && ways.ReachesWithoutHours(node, queue.Team))
        {
            yield return Warning("queue_without_hours", node, queue.Team);
        }
    }

    private static string NameOf(CallerClass caller) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(caller.ToString());

    private static FlowProblem Error(string code, string node, string? what = null) => new(code, ProblemWeight.Error, node, what);

    private static FlowProblem Warning(string code, string node, string? what = null) => new(code, ProblemWeight.Warning, node, what);
}
