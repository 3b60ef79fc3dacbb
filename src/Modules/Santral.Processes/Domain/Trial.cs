namespace Santral.Processes.Domain;

/// <summary>How a past document would have gone by a draft.</summary>
public enum TrialResult
{
    /// <summary>Nobody could have taken it any further.</summary>
    Stuck,

    /// <summary>It would have ended or passed elsewhere, or through other hands.</summary>
    OtherWay,

    /// <summary>The same way, but past checkers.</summary>
    Approval,

    Same,
}

/// <param name="Really">The stage it was really taken to where the ways part.</param>
/// <param name="Instead">Where the draft takes it; null where it is stuck.</param>
/// <param name="Reason">`no_way`, `needs_approval`, `other_stages`, `other_end`, `not_a_maker`, `comment_due`, `stage_gone`; null for the same way.</param>
/// <param name="ExtraMinutes">The target times of the approvals it would have waited for besides.</param>
public sealed record Tried(PastDocument Document, TrialResult Result, string? Really, string? Instead, string? Reason, int ExtraMinutes);

/// <summary>Replays what people really did with a document against a draft. Changes nothing; the document's own history is what it is compared with.</summary>
public sealed class Trial(Process draft, IKnowActors actors)
{
    private readonly DesignWays _ways = new(new Design(draft.Stages, draft.Transitions));

    public Tried Of(PastDocument document)
    {
        var at = draft.Find(document.FirstStage) ?? draft.Start();
        Tried? first = null;
        foreach (var move in document.Moves)
        {
            var step = Step(document, at, move);
            if (step.Found is { } found)
            {
                first = first is null ? found : Worse(first, found);
                if (found.Result == TrialResult.Stuck)
                {
                    return found;
                }
            }

            at = step.At;
        }

        return first ?? new Tried(document, TrialResult.Same, null, null, null, 0);
    }

    private (Stage At, Tried? Found) Step(PastDocument document, Stage at, PastMove move)
    {
        if (at.Code == move.To)
        {
            return (at, null);
        }

        var to = draft.Find(move.To);
        if (to is not null && draft.Transitions.Any(t => t.From == at.Code && t.To == to.Code))
        {
            return (to, Hindrance(document, to, move));
        }

        // A decision of an approval that is in the draft too: its history is the same.
        if (to is not null && at.Approval?.Outcomes.Any(o => o.To == to.Code) == true && at.Code == move.From)
        {
            return (to, null);
        }

        return to is null ? Elsewhere(document, at, move) : Around(document, at, to);
    }

    /// <summary>The same stage, by other stages.</summary>
    private (Stage At, Tried? Found) Around(PastDocument document, Stage at, Stage to)
    {
        if (_ways.Way(at.Code, code => code == to.Code) is not { } way)
        {
            return OtherEnd(document, at, to.Code);
        }

        var between = way.SkipLast(1).Select(c => draft.Find(c)!).ToList();
        var approvals = between.Append(at).Where(s => s.Approval is not null).ToList();
        var instead = approvals.Count > 0 ? approvals[0] : between.Count > 0 ? between[0] : to;
        return (to, new Tried(
            document,
            approvals.Count > 0 ? TrialResult.Approval : TrialResult.OtherWay,
            to.Code,
            instead.Code,
            approvals.Count > 0 ? "needs_approval" : "other_stages",
            approvals.Sum(a => a.TargetMinutes ?? 0)));
    }

    /// <summary>The stage is gone: the nearest that is left.</summary>
    private (Stage At, Tried? Found) Elsewhere(PastDocument document, Stage at, PastMove move)
        => _ways.Way(at.Code, code => draft.Find(code)!.Approval is null) is [.., var near]
            ? (draft.Find(near)!, new Tried(document, TrialResult.OtherWay, move.To, near, "stage_gone", 0))
            : (at, new Tried(document, TrialResult.Stuck, move.To, null, "no_way", 0));

    private (Stage At, Tried? Found) OtherEnd(PastDocument document, Stage at, string really)
        => _ways.Way(at.Code, code => draft.Find(code)!.Kind is StageKind.Resolved or StageKind.Closed or StageKind.Rejected) is [.., var end]
            ? (draft.Find(end)!, new Tried(document, TrialResult.OtherWay, really, end, "other_end", 0))
            : (at, new Tried(document, TrialResult.Stuck, really, null, "no_way", 0));

    /// <summary>The line is there, but not for this person, or not without a word. Stuck only when it is there for nobody.</summary>
    private Tried? Hindrance(PastDocument document, Stage to, PastMove move)
    {
        var actor = actors.Of(move.By);
        var state = new DocumentState(move.From, 0, move.By, actor.Teams.Select(t => (Contracts.Queues.TeamId?)t).FirstOrDefault(), null, []);
        if (actor.Id is not null && !to.Makers.AreNobody() && !to.Makers.Include(actor, state))
        {
            return to.Makers.Owner || to.Makers.OwnersTeam || actors.All.Any(p => p.Has(draft.WritePermission) && to.Makers.Include(p, state))
                ? new Tried(document, TrialResult.OtherWay, to.Code, to.Code, "not_a_maker", 0)
                : new Tried(document, TrialResult.Stuck, to.Code, null, "not_a_maker", 0);
        }

        return to is { Approval: null, Comment: CommentDuty.Always } && string.IsNullOrWhiteSpace(move.Comment)
            ? new Tried(document, TrialResult.OtherWay, to.Code, to.Code, "comment_due", 0)
            : null;
    }

    private static Tried Worse(Tried one, Tried other)
    {
        var worse = other.Result < one.Result ? other : one;
        return worse with { ExtraMinutes = one.ExtraMinutes + other.ExtraMinutes };
    }
}
