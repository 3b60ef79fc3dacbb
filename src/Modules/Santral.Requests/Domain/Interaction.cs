using System.Text.Json;

namespace Santral.Requests.Domain;

/// <summary>
/// One contact on one channel (D1). Every call is one, also when nobody opened a request: volumes count contacts (M-03).
/// The facts of a call may come late; each writes what it knows and forgets nothing.
/// </summary>
public sealed class Interaction : Aggregate
{
    private Interaction()
    {
    }

    public Interaction(CallId call, DateTimeOffset startedAt)
    {
        Id = call.Value;
        CallId = call;
        Channel = Channel.Phone;
        StartedAt = startedAt;
    }

    /// <summary>For a call the call's own id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Null on other channels than the telephone.</summary>
    public CallId? CallId { get; private set; }

    public Channel Channel { get; private set; }

    /// <summary>Who called whom; of other channels it says nothing.</summary>
    public CallDirection Direction { get; private set; }

    public string Unit { get; private set; } = "";

    public string? CalledNumber { get; private set; }

    /// <summary>Null when withheld.</summary>
    public PhoneNumber? CallingNumber { get; private set; }

    public CallerClass CallerClass { get; private set; }

    public CustomerId? CustomerId { get; private set; }

    public UserId? AgentId { get; private set; }

    public TeamId? TeamId { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public TimeSpan Waited { get; private set; }

    public TimeSpan Talked { get; private set; }

    public CallEndReason? EndReason { get; private set; }

    /// <summary>What it was about (W-D01); a call has none until somebody says so.</summary>
    public DefinitionId? CategoryId { get; private set; }

    /// <summary>How the contact was made, in the operator's own words (W-D02); a call's is the telephone.</summary>
    public DefinitionId? MethodId { get; private set; }

    /// <summary>The request a written-down contact was about; calls are linked by <see cref="LinkedCall"/>.</summary>
    public RequestId? RequestId { get; private set; }

    /// <summary>What was said, for a contact somebody wrote down.</summary>
    public string Text { get; private set; } = "";

    /// <summary>What the customer was answered by itself (P-15); empty where he was not.</summary>
    public string AutomaticAnswer { get; private set; } = "";

    /// <summary>The caller's way through the menu as JSON: it is only ever read whole.</summary>
    public string MenuPathJson { get; private set; } = "[]";

    public IReadOnlyList<MenuStep> MenuPath => JsonSerializer.Deserialize<MenuStep[]>(MenuPathJson, SantralJson.Options) ?? [];

    /// <summary>A contact that was no call, as an agent writes it down. Without a category it is not saved (W-D01).</summary>
    public static Interaction WriteDown(Guid id, string unit, Channel channel, CustomerId? customer, RequestId? request, Matter matter, UserId? by, DateTimeOffset now) => new()
    {
        Id = id,
        Channel = channel,
        Unit = unit,
        CustomerId = customer,
        RequestId = request,
        CategoryId = matter.CategoryId,
        MethodId = matter.MethodId,
        Text = matter.Text,
        AgentId = by,
        StartedAt = now,
        EndedAt = now,
    };

    /// <summary>A letter that came; what it was about nobody has said yet.</summary>
    public static Interaction ByLetter(Guid letter, Channel channel, string unit, CustomerId? customer, RequestId request, DateTimeOffset at) => new()
    {
        Id = letter,
        Channel = channel,
        Unit = unit,
        CustomerId = customer,
        RequestId = request,
        StartedAt = at,
        EndedAt = at,
    };

    public void AnswerByItself(string text) => AutomaticAnswer = text;

    /// <summary>Says what a contact was about.</summary>
    public void Classify(Matter matter) => (CategoryId, MethodId, Text) = (matter.CategoryId, matter.MethodId, matter.Text);

    public void Arrived(CallArrived fact)
    {
        (Unit, CalledNumber, CallingNumber) = (fact.Unit, fact.CalledNumber, fact.CallingNumber);
        (StartedAt, Direction) = (fact.At, fact.Direction);
        if (EndedAt is null)
        {
            (CallerClass, CustomerId) = (fact.Class, fact.CustomerId);
        }
    }

    public void Answered(CallAnswered fact)
    {
        // A second agent after a lost one: the last who spoke is shown, the wait counts to the first.
        if (AnsweredAt is null)
        {
            (AnsweredAt, Waited) = (fact.At, fact.Waited);
        }

        if (EndedAt is null)
        {
            (AgentId, TeamId) = (fact.Agent, fact.Team);
        }
    }

    public void Ended(CallEnded fact, IEnumerable<(RequestId Id, string Number)> requests)
    {
        (Unit, CalledNumber, CallingNumber, CallerClass, CustomerId) = (fact.Unit, fact.CalledNumber, fact.CallingNumber, fact.Class, fact.CustomerId);
        (AgentId, TeamId, Waited, Talked) = (fact.Agent, fact.Team, fact.Waited, fact.Talked);
        (StartedAt, EndedAt, EndReason) = (fact.ArrivedAt, fact.EndedAt, fact.Reason);
        MenuPathJson = JsonSerializer.Serialize(fact.MenuPath, SantralJson.Options);
        foreach (var request in requests)
        {
            Raise(new RequestChanged(request.Id, request.Number, "call"));
        }
    }
}

/// <summary>What a contact was about, how it was made, and what was said.</summary>
public sealed record Matter(DefinitionId CategoryId, DefinitionId? MethodId, string Text);
