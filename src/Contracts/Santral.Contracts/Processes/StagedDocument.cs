using Santral.Contracts.Queues;

namespace Santral.Contracts.Processes;

/// <summary>
/// A document that stands in a stage. It moves only by the rules of its process; who, when, from, to and why, the votes,
/// what is told to whom and the audit trail are one save (D3). Load it with <see cref="Votes"/> of its round before deciding.
/// </summary>
public abstract class StagedDocument<TId> : Aggregate
    where TId : struct, IId<TId>
{
    private readonly List<StageMove<TId>> _moves = [];
    private readonly List<StageVote<TId>> _votes = [];

    public string StageCode { get; private set; } = "";

    public StageKind StageKind { get; private set; }

    public DateTimeOffset StageSince { get; private set; }

    /// <summary>How often it came to an approval.</summary>
    public int ApprovalRound { get; private set; }

    /// <summary>Who brought it to the approval it is in.</summary>
    public UserId? ApprovalRequestedBy { get; private set; }

    /// <summary>Changes with each vote, so that two votes at once are two saves of which one is stale: none is overlooked when they are counted.</summary>
    public int ApprovalVotes { get; private set; }

    public IReadOnlyList<StageMove<TId>> Moves => _moves;

    public IReadOnlyList<StageVote<TId>> Votes => _votes;

    /// <summary>What the rules must know of it.</summary>
    public DocumentState State
    {
        get
        {
            var face = Face;
            return new DocumentState(
                StageCode,
                ApprovalRound,
                face.OwnerId,
                face.TeamId,
                ApprovalRequestedBy,
                [.. _votes.Where(v => v.Round == ApprovalRound).OrderBy(v => v.At).Select(v => v.ToBallot())]);
        }
    }

    /// <summary>How it shows itself to those who are told of it.</summary>
    protected abstract StagedFace<TId> Face { get; }

    /// <summary>Whether there is something to tell yet: nobody is told of a document without a number.</summary>
    protected virtual bool IsTold => Face.Number is not null;

    /// <summary>An entry action gives it to a person or a team.</summary>
    protected abstract void AssignOnEntry(UserId? owner, TeamId? team, DateTimeOffset now);

    /// <summary>After each change of stage: the document's own dates follow.</summary>
    protected virtual void Moved(Stage to, UserId? by, DateTimeOffset now)
    {
    }

    protected void Begin(Stage first, DateTimeOffset now) => (StageCode, StageKind, StageSince) = (first.Code, first.Kind, now);

    /// <summary>Does what the person wants, or refuses.</summary>
    protected Decided Do(Process process, Act act, Actor actor, IReadOnlyCollection<Actor> people, DateTimeOffset now)
    {
        var decided = process.Decide(State, actor, act, people);
        if (decided.Outcome is { } outcome)
        {
            _votes.Add(new StageVote<TId>(Guid.CreateVersion7(now), Face.Id, ApprovalRound, actor.Id!.Value, outcome, decided.Comment, decided.Part, now));
            ApprovalVotes++;
            Tell(StageNews.OfVote(Face.Told(process), decided, State, actor, people, now));
        }

        if (decided.To is { } to)
        {
            Take(process, to, decided, actor, people, now);
        }

        return decided;
    }

    /// <summary>A move that a rule of the business makes, not a person's choice: a comment closes, a merge is taken back.</summary>
    protected void MoveByRule(Process process, Stage to, string? comment, Actor actor, IReadOnlyCollection<Actor> people, DateTimeOffset now)
        => Take(process, to, new Decided(process.Find(StageCode), to, null, comment, null), actor, people, now);

    /// <summary>A new version gave its stage another meaning.</summary>
    protected void TakeMeaning(Stage stage, DateTimeOffset now)
    {
        StageKind = stage.Kind;
        Moved(stage, null, now);
    }

    private void Take(Process process, Stage to, Decided decided, Actor actor, IReadOnlyCollection<Actor> people, DateTimeOffset now)
    {
        var move = new StageMove<TId>(Guid.CreateVersion7(now), Face.Id, StageCode, to.Code, decided.Outcome, decided.Comment, decided.Part, actor.Id, now);
        _moves.Add(move);
        (StageCode, StageKind, StageSince) = (to.Code, to.Kind, now);
        if (to.Approval is not null)
        {
            ApprovalRound++;
            ApprovalRequestedBy = actor.Id;
        }

        foreach (var action in to.OnEntry.Where(a => a.Kind == EntryActionKind.Assign))
        {
            AssignOnEntry(action.To.Users.Count > 0 ? action.To.Users[0] : null, action.To.Teams.Count > 0 ? action.To.Teams[0] : null, now);
        }

        Moved(to, actor.Id, now);
        Tell(StageNews.OfArrival(Face.Told(process), process, decided, State, move.Id, actor, people, now));
    }

    private void Tell(IEnumerable<IFact> facts)
    {
        if (!IsTold)
        {
            return;
        }

        foreach (var fact in facts)
        {
            Raise(fact);
        }
    }
}

/// <summary>How a document shows itself.</summary>
/// <param name="Path">Where it is in the web app: `/requests/…`.</param>
public sealed record StagedFace<TId>(TId Id, string? Number, string Subject, string Path, UserId? OwnerId, TeamId? TeamId)
    where TId : struct, IId<TId>
{
    internal StagedReference Told(Process process) => new(process.Document, process.Unit, Id.Value, Number ?? "", Subject, Path);
}

/// <summary>One change of stage: who, when, from, to, by which decision, and why (D3).</summary>
public sealed class StageMove<TId>
    where TId : struct, IId<TId>
{
    private StageMove()
    {
    }

    internal StageMove(Guid id, TId document, string from, string to, Outcome? outcome, string? comment, string? part, UserId? by, DateTimeOffset at)
        => (Id, DocumentId, From, To, Outcome, Comment, Part, By, At) = (id, document, from, to, outcome, comment, part, by, at);

    public Guid Id { get; private set; }

    public TId DocumentId { get; private set; }

    public string From { get; private set; } = "";

    public string To { get; private set; } = "";

    /// <summary>The decision that moved it; null for a move by hand.</summary>
    public Outcome? Outcome { get; private set; }

    public string? Comment { get; private set; }

    /// <summary>What was approved, when not all was.</summary>
    public string? Part { get; private set; }

    /// <summary>Null when the system acted.</summary>
    public UserId? By { get; private set; }

    public DateTimeOffset At { get; private set; }
}

/// <summary>What one checker decided in one round of an approval.</summary>
public sealed class StageVote<TId>
    where TId : struct, IId<TId>
{
    private StageVote()
    {
    }

    internal StageVote(Guid id, TId document, int round, UserId by, Outcome outcome, string? comment, string? part, DateTimeOffset at)
        => (Id, DocumentId, Round, By, Outcome, Comment, Part, At) = (id, document, round, by, outcome, comment, part, at);

    public Guid Id { get; private set; }

    public TId DocumentId { get; private set; }

    public int Round { get; private set; }

    public UserId By { get; private set; }

    public Outcome Outcome { get; private set; }

    public string? Comment { get; private set; }

    public string? Part { get; private set; }

    public DateTimeOffset At { get; private set; }

    public Ballot ToBallot() => new(By, Outcome, Comment, Part, At);
}
