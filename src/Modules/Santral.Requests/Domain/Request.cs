using System.Globalization;
using Santral.Contracts.Search;
using Santral.Requests.Search;

namespace Santral.Requests.Domain;

/// <summary>
/// A customer's matter with a number. It is stored empty the moment the customer makes contact (M-04) and filled in while he speaks.
/// </summary>
public sealed partial class Request : Aggregate, INumbered, IAudited
{
    public const int LongestSubject = 200;
    public const int LongestText = 8000;
    public const int LongestComment = 1000;

    private readonly List<StageMove> _moves = [];
    private CallId? _openedInCall;

    private Request()
    {
    }

    public RequestId Id { get; private set; }

    /// <summary>Code of the business unit it belongs to.</summary>
    public string Unit { get; private set; } = "";

    public string NumberSeries { get; private set; } = "";

    public string? Number { get; private set; }

    /// <summary>Year and running number as one value, because `ÇB-26-9999` sorts after `ÇB-26-10000` as a text.</summary>
    public long NumberOrder { get; private set; }

    /// <summary>Null until somebody knows what the customer wants.</summary>
    public RequestKind? Kind { get; private set; }

    public string Subject { get; private set; } = "";

    public string Text { get; private set; } = "";

    /// <summary>How the customer wants to be answered.</summary>
    public ContactMethodId? ContactMethodId { get; private set; }

    public RequestPriority Priority { get; private set; } = RequestPriority.Normal;

    public CustomerId? CustomerId { get; private set; }

    public UserId? OwnerId { get; private set; }

    public TeamId? TeamId { get; private set; }

    public string StageCode { get; private set; } = "";

    public StageKind StageKind { get; private set; }

    /// <summary>The way the first contact came; null when it was opened at the desk without one.</summary>
    public Channel? Channel { get; private set; }

    public UserId? OpenedBy { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public DateTimeOffset? ResolvedAt { get; private set; }

    /// <summary>The Idempotency-Key it was opened with: the same click sent twice is one request.</summary>
    [Unaudited]
    public string? OpeningKey { get; private set; }

    /// <summary>What was asked for with that key.</summary>
    [Unaudited]
    public string? OpeningAsked { get; private set; }

    public RequestSearch Search { get; private set; } = new();

    public IReadOnlyList<StageMove> Moves => _moves;

    public Guid AuditId => Id.Value;

    /// <summary>A closed or rejected request is history: reopen it to change it.</summary>
    public bool IsOver => StageKind is StageKind.Closed or StageKind.Rejected;

    public static Request Open(RequestId id, Opening opening, UnitStages stages, UserId? by, DateTimeOffset now)
    {
        var first = stages.First(StageKind.New);
        var request = new Request
        {
            Id = id,
            Unit = opening.Unit,
            NumberSeries = opening.Series,
            CustomerId = opening.CustomerId,
            Channel = opening.Channel,
            StageCode = first.Code,
            StageKind = first.Kind,
            OpenedBy = by,
            OpenedAt = now,
            ChangedAt = now,
            OpeningKey = opening.Key,
            OpeningAsked = opening.Key is null ? null : opening.Asked,
            _openedInCall = opening.CallId,
        };
        request.Search.Follow(request, opening.CustomerName);
        return request;
    }

    /// <summary>The number is there with the save that stores the request, and so is the news of it.</summary>
    public void TakeNumber(string number)
    {
        Number = number;
        var parts = number.Split('-');
        NumberOrder = (long.Parse(parts[^2], CultureInfo.InvariantCulture) * 1_000_000_000) + long.Parse(parts[^1], CultureInfo.InvariantCulture);
        Search.TakeNumber(number);
        Raise(new FindableChanged(FindableRequests.Code, Id.Value));
        Raise(new RequestOpened(Id, number, Unit, _openedInCall, CustomerId, OpenedBy, OpenedAt));
    }

    public void Describe(Description description, UnitStages stages, UserId? by, DateTimeOffset now)
    {
        if (IsOver && Kind != RequestKind.Comment)
        {
            throw new Refusal("requests.request_over", RefusalKind.State, ("number", Number));
        }

        var wasComment = Kind == RequestKind.Comment;
        (Kind, Subject, Text) = (description.Kind, description.Subject, description.Text);
        (ContactMethodId, CustomerId, Priority) = (description.ContactMethodId, description.CustomerId, description.Priority);
        Search.Follow(this, description.CustomerName);

        // Who writes up what he opened has it in hand until he passes it on.
        if (OwnerId is null && by is not null && by == OpenedBy && StageKind == StageKind.New)
        {
            OwnerId = by;
        }

        FollowKind(wasComment, stages, by, now);
        Changed("described", now);
    }

    public void MoveTo(Stage next, string? comment, UnitStages stages, UserId? by, DateTimeOffset now)
    {
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

    public void GiveTo(UserId? owner, DateTimeOffset now)
    {
        OwnerId = owner;
        Changed("owner", now);
    }

    public void PassTo(TeamId? team, DateTimeOffset now)
    {
        TeamId = team;
        Changed("team", now);
    }

    /// <summary>A comment is heard and thereby done (D6); one that turns out to be more starts anew.</summary>
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
    }

    private void Changed(string change, DateTimeOffset now)
    {
        ChangedAt = now;

        // Without a number it is not stored yet, and RequestOpened tells it all.
        if (Number is not null)
        {
            Raise(new FindableChanged(FindableRequests.Code, Id.Value));
            Raise(new RequestChanged(Id, Number, change));
        }
    }
}

/// <summary>What a new request is made of: where it belongs, and what is known without asking anybody.</summary>
/// <param name="Key">The Idempotency-Key, if the client sent one.</param>
public sealed record Opening(
    string Unit, string Series, CallId? CallId, CustomerId? CustomerId, string? CustomerName, Channel? Channel, string? Key = null)
{
    public string Asked => $"{Unit}|{CallId}|{CustomerId}";
}

/// <summary>What an agent writes about a request.</summary>
public sealed record Description(
    RequestKind? Kind,
    string Subject,
    string Text,
    ContactMethodId? ContactMethodId,
    CustomerId? CustomerId,
    string? CustomerName,
    RequestPriority Priority);
