using Santral.Contracts.Queues;

namespace Santral.Processes.Domain;

/// <summary>Who there is to be named: active people as the rules see them, teams, roles.</summary>
public sealed record KnownActors(IReadOnlyCollection<Actor> People, IReadOnlySet<TeamId> Teams, IReadOnlySet<string> Roles)
{
    /// <summary>Whether webhooks may call machines inside the house.</summary>
    public bool InsideAllowed { get; init; }

    /// <summary>How many people it can be; what they are to a document counts as one.</summary>
    public int Count(Actors actors)
        => People.Count(p => actors.Include(p, Nothing)) + (actors.Owner || actors.OwnersTeam ? 1 : 0);

    private static readonly DocumentState Nothing = new("", 0, null, null, null, []);
}

/// <summary>
/// Finds what would leave documents standing: no start, no end, stages nobody reaches or leaves, decisions that lead nowhere,
/// approvals that go round without anybody working, a quorum that cannot be met (D3, W-D04).
/// </summary>
public sealed class DesignCheck(Design design, DocumentKind kind, KnownActors known)
{
    public const int MostProblems = 200;

    /// <summary>Errors first, then in the order of the stages.</summary>
    public IReadOnlyList<Problem> Problems()
        => [.. Whole().Concat(design.Stages.SelectMany(Of)).Concat(Lines()).Concat(new DesignWays(design).Problems())
            .OrderBy(p => p.Severity).Take(MostProblems)];

    private IEnumerable<Problem> Whole()
    {
        if (!design.Stages.Any(s => s is { Kind: StageKind.New, StartsFor: null }))
        {
            yield return Error("no_start");
        }

        if (!design.Stages.Any(IsEnd))
        {
            yield return Error("no_end");
        }

        foreach (var missing in kind.Needs.Where(k => k != StageKind.New && design.Stages.All(s => s.Kind != k)))
        {
            yield return Error("kind_missing", value: Name(missing));
        }

        foreach (var twice in design.Stages.GroupBy(s => s.Code).Where(g => g.Count() > 1))
        {
            yield return Error("code_twice", twice.Key, value: twice.Key);
        }

        foreach (var twice in design.Stages.Where(s => s.Names.Tr.Length > 0).GroupBy(s => Folded.Of(s.Names.Tr)).Where(g => g.Count() > 1))
        {
            yield return Warning("name_twice", twice.Last().Code, value: twice.First().Names.Tr);
        }
    }

    private IEnumerable<Problem> Of(Stage stage)
    {
        string[] missing = [.. new[] { ("tr", stage.Names.Tr), ("sv", stage.Names.Sv), ("en", stage.Names.En) }.Where(n => n.Item2.Length == 0).Select(n => n.Item1)];
        if (missing.Length == 3)
        {
            yield return Error("name_missing", stage.Code);
        }
        else if (missing.Length > 0)
        {
            yield return Warning("name_untranslated", stage.Code, value: string.Join(", ", missing));
        }

        if (!stage.Makers.AreNobody() && known.Count(stage.Makers) == 0)
        {
            yield return Error("makers_empty", stage.Code);
        }

        if (new[] { stage.Makers, stage.Watchers, stage.Approval?.Checkers ?? Actors.Nobody }.Any(NamesSomebodyGone))
        {
            yield return Warning("somebody_gone", stage.Code);
        }

        if (stage is { Kind: StageKind.Waiting, TargetMinutes: null })
        {
            yield return Warning("waits_forever", stage.Code);
        }

        foreach (var problem in Actions(stage).Concat(Approvals(stage)))
        {
            yield return problem;
        }
    }

    private IEnumerable<Problem> Approvals(Stage stage)
    {
        if (stage.Approval is not { } approval)
        {
            yield break;
        }

        var people = known.Count(approval.Checkers);
        if (people == 0)
        {
            yield return Error("checkers_empty", stage.Code);
        }
        else if (approval.Quorum < 1 || (approval.Quorum > people && !approval.Checkers.OwnersTeam))
        {
            yield return Error("quorum_impossible", stage.Code, value: people.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        if (approval.Find(Outcome.Approve) is null && approval.Find(Outcome.ApprovePartly) is null)
        {
            yield return Error("no_approval_offered", stage.Code);
        }

        if (approval.Find(Outcome.Reject) is null && approval.Find(Outcome.Review)?.To is null)
        {
            yield return Warning("no_refusal_offered", stage.Code);
        }

        foreach (var outcome in approval.Outcomes)
        {
            if (outcome.To is { } to && (design.Find(to) is null || to == stage.Code))
            {
                yield return Error("outcome_target_unknown", stage.Code, outcome.Outcome);
            }
            else if (outcome.To is null && outcome.Outcome is Outcome.Approve or Outcome.ApprovePartly or Outcome.Reject)
            {
                yield return Error("outcome_without_target", stage.Code, outcome.Outcome);
            }
        }
    }

    private IEnumerable<Problem> Actions(Stage stage)
    {
        foreach (var action in stage.OnEntry)
        {
            if (action.Kind == EntryActionKind.Webhook)
            {
                if (!WebhookAddress.LooksRight(action.Value))
                {
                    yield return Error("webhook_address", stage.Code, value: action.Value ?? "");
                }
                else if (!known.InsideAllowed && WebhookAddress.IsInside(action.Value))
                {
                    yield return Error("webhook_inside", stage.Code, value: action.Value!);
                }
            }
            else if (action.Kind == EntryActionKind.Assign && action.To.Users.Count + action.To.Teams.Count == 0)
            {
                yield return Error("assign_nobody", stage.Code);
            }
            else if (known.Count(action.To) == 0)
            {
                yield return Error("action_nobody", stage.Code, value: Name(action.Kind));
            }
        }
    }

    private IEnumerable<Problem> Lines()
    {
        foreach (var line in design.Transitions)
        {
            if (design.Find(line.From) is not { } from || design.Find(line.To) is null)
            {
                yield return Error("transition_unknown", design.Find(line.From)?.Code ?? design.Find(line.To)?.Code, value: $"{line.From} → {line.To}");
            }
            else if (line.From == line.To)
            {
                yield return Error("transition_to_itself", line.From);
            }
            else if (from.Approval is { } approval && Passes(approval, design.Find(line.To)!))
            {
                yield return Error("approval_bypassed", line.From, value: line.To);
            }
        }
    }

    /// <summary>Out of an approval by hand one may only take back what was asked: to work on it, not past the checkers.</summary>
    private static bool Passes(Approval approval, Stage to)
        => to.Kind is not (StageKind.New or StageKind.InProgress or StageKind.Waiting)
            || approval.Outcomes.Any(o => o.Outcome is Outcome.Approve or Outcome.ApprovePartly && o.To == to.Code);

    private bool NamesSomebodyGone(Actors actors)
        => actors.Users.Any(u => known.People.All(p => p.Id != u))
            || actors.Teams.Any(t => !known.Teams.Contains(t))
            || actors.Roles.Any(r => !known.Roles.Contains(r));

    internal static bool IsEnd(Stage stage) => stage.Kind is StageKind.Resolved or StageKind.Closed;

    private static string Name<TEnum>(TEnum value)
        where TEnum : struct, Enum
        => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static Problem Error(string code, string? stage = null, Outcome? outcome = null, string? value = null) => new(Severity.Error, code, stage, outcome, value);

    private static Problem Warning(string code, string? stage = null, Outcome? outcome = null, string? value = null) => new(Severity.Warning, code, stage, outcome, value);
}
