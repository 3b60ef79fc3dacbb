namespace Santral.Requests.Domain;

/// <content>Where it stands, by the process of its unit (D3).</content>
public sealed partial class Request
{
    public DateTimeOffset? ResolvedAt { get; private set; }

    /// <summary>A closed or rejected request is history: reopen it to change it.</summary>
    public bool IsOver => StageKind is StageKind.Closed or StageKind.Rejected;

    protected override StagedFace<RequestId> Face => new(Id, Number, Subject, $"/requests/{Id}", OwnerId, TeamId);

    public void MoveTo(Stage next, string? comment, UnitStages stages, UserId? by, DateTimeOffset now)
    {
        RefuseMerged();
        if (Kind == RequestKind.Comment)
        {
            throw new Refusal("requests.comment_is_done");
        }

        var actor = stages.As(by);
        var isOffered = stages.Process.Offers(State, actor, stages.People).Any(o => o.Outcome is null && o.To == next.Code);
        if (isOffered && next.Kind is StageKind.Resolved or StageKind.Approval && (Kind is null || Subject.Length == 0))
        {
            throw new Refusal("requests.description_needed");
        }

        Do(stages.Process, Act.Move(next.Code, comment), actor, stages.People, now);
        Changed("stage", now);
    }

    /// <summary>A checker decides (P-16 … P-19).</summary>
    public void Decide(Act vote, UnitStages stages, UserId? by, DateTimeOffset now)
    {
        RefuseMerged();
        Do(stages.Process, vote, stages.As(by), stages.People, now);
        Changed("stage", now);
    }

    /// <summary>Its unit published a version without its stage, or with another meaning of it.</summary>
    public void FollowProcess(Stage to, UnitStages stages, DateTimeOffset now)
    {
        if (to.Code == StageCode)
        {
            TakeMeaning(to, now);
        }
        else
        {
            MoveByRule(stages.Process, to, null, Actor.System, stages.People, now);
        }

        Changed("stage", now);
    }

    protected override void AssignOnEntry(UserId? owner, TeamId? team, DateTimeOffset now)
    {
        OwnerId = owner ?? OwnerId;
        TeamId = team ?? TeamId;
    }

    protected override void Moved(Stage to, UserId? by, DateTimeOffset now)
    {
        Clocks.Enter(StageKind, now);
        ResolvedAt = to.Kind switch
        {
            StageKind.Resolved => now,
            StageKind.Closed => ResolvedAt ?? now,
            _ => null,
        };
        TellWatchers("stage", "notice.request_stage", by, now, ("stage", to.Code));
    }

    /// <summary>
    /// A comment is heard and thereby done (D6, M-20); one that turns out to be more starts anew. A question that was answered is in
    /// work again once something is to be done (M-11).
    /// </summary>
    private void FollowKind(RequestKind? before, UnitStages stages, UserId? by, DateTimeOffset now)
    {
        if (Kind == RequestKind.Comment && !IsOver)
        {
            MoveByRule(stages.Process, stages.First(StageKind.Closed), null, stages.As(by), stages.People, now);
        }
        else if (before == RequestKind.Comment && Kind != RequestKind.Comment)
        {
            MoveByRule(stages.Process, stages.First(StageKind.New), null, stages.As(by), stages.People, now);
        }
        else if (before == RequestKind.Information && Kind == RequestKind.Action && StageKind == StageKind.Resolved)
        {
            var open = stages.All.FirstOrDefault(s => s.Kind == StageKind.InProgress) ?? stages.First(StageKind.New);
            MoveByRule(stages.Process, open, null, stages.As(by), stages.People, now);
        }
    }
}
