using Santral.Contracts.Queues;

namespace Santral.Contracts.Processes;

/// <summary>
/// One published version of the stages of a kind of document in a unit (D3). What may happen to a document is decided here and nowhere else:
/// <see cref="Offers"/> lists it, <see cref="Decide"/> does it or refuses.
/// </summary>
/// <param name="Document">Kind of document: `request`.</param>
/// <param name="Unit">Code of the business unit.</param>
/// <param name="Version">0 for the stages a unit begins with.</param>
/// <param name="WritePermission">Without it nobody moves or edits a document, whoever is named; a checker needs only to be named.</param>
public sealed partial record Process(
    string Document, string Unit, int Version, string WritePermission, IReadOnlyList<Stage> Stages, IReadOnlyList<Transition> Transitions)
{
    /// <summary>The first stage of a kind; publishing makes sure that the kinds a document needs are there.</summary>
    public Stage First(StageKind kind) => Stages.First(s => s.Kind == kind);

    public Stage? Find(string code) => Stages.FirstOrDefault(s => s.Code == code);

    /// <summary>Where a document begins that comes in on this channel (`email`); null for all others.</summary>
    public Stage Start(string? channel = null)
        => Stages.FirstOrDefault(s => s.Kind == StageKind.New && s.StartsFor is not null && s.StartsFor == channel)
            ?? Stages.FirstOrDefault(s => s.Kind == StageKind.New && s.StartsFor is null)
            ?? First(StageKind.New);
}

/// <param name="Makers">Who may take a document here and work on it while it is here; nobody named means everybody who may write.</param>
/// <param name="Approval">There when <paramref name="Kind"/> is approval.</param>
/// <param name="Watchers">Who is told when a document arrives here or a checker warns.</param>
/// <param name="Comment">In an approval stage: on which decisions; elsewhere `always` means when the document is taken here.</param>
/// <param name="StartsFor">For a stage of kind new: the channel whose documents begin here (`email`, H-08); null for all others.</param>
public sealed record Stage(
    string Code,
    StageKind Kind,
    Names Names,
    Actors Makers,
    Approval? Approval,
    Actors Watchers,
    CommentDuty Comment,
    IReadOnlyList<EntryAction> OnEntry,
    string? StartsFor,
    int? TargetMinutes,
    int X,
    int Y)
{
    public static Stage Of(string code, StageKind kind, Names names, int x = 0, int y = 0)
        => new(code, kind, names, Actors.Nobody, null, Actors.Nobody, CommentDuty.Never, [], null, null, x, y);
}

/// <param name="Names">Only where the name of the next stage does not say it.</param>
public sealed record Transition(string From, string To, Names? Names);

/// <summary>People by name, by team, by role, or by what they are to the document.</summary>
public sealed record Actors(
    IReadOnlyList<UserId> Users, IReadOnlyList<TeamId> Teams, IReadOnlyList<string> Roles, bool Owner = false, bool OwnersTeam = false)
{
    public static readonly Actors Nobody = new([], [], []);

    public bool AreNobody() => Users.Count == 0 && Teams.Count == 0 && Roles.Count == 0 && !Owner && !OwnersTeam;

    public bool Include(Actor actor, DocumentState document)
        => actor.Id is { } id
            && (Users.Contains(id)
                || Teams.Any(actor.Teams.Contains)
                || Roles.Any(actor.Roles.Contains)
                || (Owner && document.OwnerId == id)
                || (OwnersTeam && document.TeamId is { } team && actor.Teams.Contains(team)));
}

/// <summary>Who decides, how many of them are enough, and which decisions they have.</summary>
public sealed record Approval(Actors Checkers, int Quorum, IReadOnlyList<AllowedOutcome> Outcomes)
{
    public AllowedOutcome? Find(Outcome outcome) => Outcomes.FirstOrDefault(o => o.Outcome == outcome);
}

/// <param name="To">Where it leads. A review without a target stays, a warning always stays; the others are not offered without one.</param>
public sealed record AllowedOutcome(Outcome Outcome, string? To);

/// <summary>What a checker may decide (P-16 … P-19).</summary>
public enum Outcome
{
    Approve,

    /// <summary>Less than was asked for: quantities, an amount, or in words what part.</summary>
    ApprovePartly,

    Reject,

    /// <summary>A word to those who work on it, without deciding.</summary>
    Review,

    /// <summary>Stays, and tells the watchers.</summary>
    Warn,
}

public enum CommentDuty
{
    Never,

    /// <summary>Every decision but a full approval.</summary>
    UnlessApproved,

    Always,
}

/// <summary>Something that happens by itself when a document arrives.</summary>
/// <param name="To">Whom it concerns: whose it becomes, who is told.</param>
/// <param name="Value">Text code of a mail, address of a webhook.</param>
public sealed record EntryAction(EntryActionKind Kind, Actors To, string? Value);

public enum EntryActionKind
{
    Assign,
    Notify,
    Mail,
    Webhook,
}
