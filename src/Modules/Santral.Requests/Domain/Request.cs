using System.Globalization;
using Santral.Contracts.Search;
using Santral.Requests.Data;

namespace Santral.Requests.Domain;

/// <summary>
/// A customer's matter with a number. It is stored empty the moment the customer makes contact (M-04) and filled in while he speaks.
/// </summary>
public sealed partial class Request : StagedDocument<RequestId>, INumbered, IAudited
{
    public const int LongestSubject = 200;
    public const int LongestText = 8000;
    public const int LongestComment = 1000;
    public const int LongestProduct = 120;

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

    /// <summary>The most exact known row of the category tree (W-D05 … W-D07).</summary>
    public DefinitionId? CategoryId { get; private set; }

    /// <summary>Answers to the extra fields of the category, as JSON.</summary>
    public string Answers { get; private set; } = StoredAnswers.None;

    public DefinitionId? PriorityId { get; private set; }

    /// <summary>How the customer wants to be answered (W-D02).</summary>
    public DefinitionId? ContactMethodId { get; private set; }

    public CustomerId? CustomerId { get; private set; }

    public SubscriptionId? SubscriptionId { get; private set; }

    /// <summary>Product and serial number as the customer says them.</summary>
    public string? Product { get; private set; }

    /// <summary>What the customer was told: the section of an information request (M-07, P-04).</summary>
    public string Answer { get; private set; } = "";

    /// <summary>What is to be done, where, and by when it is wanted: the section of an action request (M-05).</summary>
    public string Work { get; private set; } = "";

    public string? Place { get; private set; }

    public DateOnly? WantedOn { get; private set; }

    /// <summary>The way the first contact came; null when it was opened at the desk without one (M-02).</summary>
    public Channel? Channel { get; private set; }

    public UserId? OpenedBy { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>The Idempotency-Key it was opened with: the same click sent twice is one request.</summary>
    [Unaudited]
    public string? OpeningKey { get; private set; }

    /// <summary>What was asked for with that key.</summary>
    [Unaudited]
    public string? OpeningAsked { get; private set; }

    public RequestSearch Search { get; private set; } = new();

    public Guid AuditId => Id.Value;

    /// <summary>Work orders are for what is to be done: not for a question or a comment (M-10, M-20).</summary>
    public bool CanHaveWorkOrder => Kind == RequestKind.Action && !IsOver && MergedIntoId is null;

    public static Request Open(RequestId id, Opening opening, UnitStages stages, UserId? by, DateTimeOffset now)
    {
        var request = new Request
        {
            Id = id,
            Unit = opening.Unit,
            NumberSeries = opening.Series,
            CustomerId = opening.CustomerId,
            PriorityId = opening.PriorityId,
            TeamId = opening.TeamId,
            ContactMethodId = opening.ContactMethodId,
            Channel = opening.Channel,
            OpenedBy = by,
            OpenedAt = now,
            ChangedAt = now,
            OpeningKey = opening.Key,
            OpeningAsked = opening.Key is null ? null : opening.Asked,
            _openedInCall = opening.CallId,
        };
        request.Begin(stages.StartOf(opening.Channel), now);
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
        RefuseMerged();
        if (IsOver && Kind != RequestKind.Comment)
        {
            throw new Refusal("requests.request_over", RefusalKind.State, ("number", Number));
        }

        stages.Process.EditOrRefuse(State, stages.As(by));
        var before = Kind;
        (Kind, Subject, Text) = (description.Kind, description.Subject, description.Text);
        (CategoryId, Answers) = (description.CategoryId, StoredAnswers.Write(description.Answers));
        (PriorityId, ContactMethodId) = (description.PriorityId, description.ContactMethodId);
        (CustomerId, SubscriptionId, Product) = (description.CustomerId, description.SubscriptionId, description.Product);
        (Answer, Work, Place, WantedOn) =
            (description.Sections.Answer, description.Sections.Work, description.Sections.Place, description.Sections.WantedOn);
        Search.Follow(this, description.CustomerName);

        // Who writes up what he opened has it in hand until he passes it on.
        if (OwnerId is null && by is not null && by == OpenedBy && StageKind == StageKind.New)
        {
            OwnerId = by;
        }

        FollowKind(before, stages, by, now);
        Changed("described", now);
    }

    /// <summary>Only the priority, as bulk acts set it.</summary>
    public void Hurry(DefinitionId priority, DateTimeOffset now)
    {
        RefuseMerged();
        PriorityId = priority;
        Changed("described", now);
    }

    private void Changed(string change, DateTimeOffset now)
    {
        ChangedAt = now;
        Tell(change);
    }

    /// <summary>News for open screens. Without a number it is not stored yet, and RequestOpened tells it all.</summary>
    private void Tell(string change)
    {
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
    string Unit,
    string Series,
    CallId? CallId,
    CustomerId? CustomerId,
    string? CustomerName,
    Channel? Channel,
    DefinitionId? PriorityId = null,
    string? Key = null)
{
    /// <summary>Whose queue the caller waited in: who took the call looks after the matter until it is passed on.</summary>
    public TeamId? TeamId { get; init; }

    /// <summary>Who calls is called back, until he says otherwise.</summary>
    public DefinitionId? ContactMethodId { get; init; }

    public string Asked => $"{Unit}|{CallId}|{CustomerId}|{Channel}";
}
