namespace Santral.Requests.Domain;

/// <content>Where it stands (D3).</content>
public sealed partial class Request
{
    private readonly List<StageMove> _moves = [];

    public string StageCode { get; private set; } = "";

    public StageKind StageKind { get; private set; }

    public DateTimeOffset? ResolvedAt { get; private set; }

    public IReadOnlyList<StageMove> Moves => _moves;

    /// <summary>A closed or rejected request is history: reopen it to change it.</summary>
    public bool IsOver => StageKind is StageKind.Closed or StageKind.Rejected;

    public void MoveTo(Stage next, string? comment, UnitStages stages, UserId? by, DateTimeOffset now)
    {
        RefuseMerged();
        if (!stages.Allows(this, next))
        {
            throw new Refusal("requests.stage_not_allowed", RefusalKind.State, ("from", StageCode), ("to", next.Code));
        }

        if (next.Kind == StageKind.Resolved && (Kind is null || Subject.Length == 0))
        {
            throw new Refusal("requests.description_needed");
        }

        if (next.Kind == StageKind.Rejected && comment is null)
        {
            throw new Refusal("requests.reason_needed", RefusalKind.Invalid);
        }

        Step(next, comment, by, now);
        Changed("stage", now);
    }

    /// <summary>A comment is heard and thereby done (D6, M-20); one that turns out to be more starts anew.</summary>
    private void FollowKind(bool wasComment, UnitStages stages, UserId? by, DateTimeOffset now)
    {
        if (Kind == RequestKind.Comment && !IsOver)
        {
            Step(stages.First(StageKind.Closed), null, by, now);
        }
        else if (wasComment && Kind != RequestKind.Comment)
        {
            Step(stages.First(StageKind.New), null, by, now);
        }
    }

    private void Step(Stage next, string? comment, UserId? by, DateTimeOffset now)
    {
        _moves.Add(new StageMove(Guid.CreateVersion7(now), Id, StageCode, next.Code, comment, by, now));
        (StageCode, StageKind) = (next.Code, next.Kind);
        Clocks.Enter(StageKind, now);
        ResolvedAt = next.Kind switch
        {
            StageKind.Resolved => now,
            StageKind.Closed => ResolvedAt ?? now,
            _ => null,
        };
        TellWatchers("stage", "notice.request_stage", by, now, ("stage", next.Code));
    }
}
