using Santral.Contracts.Calls;
using Santral.Contracts.Customers;
using Santral.Contracts.Queues;

namespace Santral.Calls.Domain;

/// <summary>The lasting record of one call. It exists from the call's arrival, whatever the caller does next (I-01).</summary>
public sealed class CallRecord : Aggregate
{
    private CallRecord()
    {
    }

    public CallId Id { get; private set; }

    public string Unit { get; private set; } = "";

    public string CalledNumber { get; private set; } = "";

    public CallDirection Direction { get; private set; }

    /// <summary>The other side's, E.164; null when withheld.</summary>
    public string? CallingNumber { get; private set; }

    public CallerClass Class { get; private set; }

    public CustomerId? CustomerId { get; private set; }

    /// <summary>Unique: the log is paged by it.</summary>
    public DateTimeOffset ArrivedAt { get; private set; }

    /// <summary>First two-way audio with an agent.</summary>
    public DateTimeOffset? ConnectedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The agent who spoke with the caller last.</summary>
    public UserId? Agent { get; private set; }

    public TeamId? Team { get; private set; }

    public TimeSpan Waited { get; private set; }

    public TimeSpan Talked { get; private set; }

    public CallEndReason? EndReason { get; private set; }

    /// <summary>As Technical Support found (I-22, I-23).</summary>
    public FaultKind? Fault { get; private set; }

    public bool? SolvedOnPhone { get; private set; }

    /// <summary>The process that has the call; only that one may find it left open. Null for calls from before there were several.</summary>
    public string? Node { get; private set; }

    public static CallRecord Arrive(
        CallId id, string unit, string calledNumber, PhoneNumber? callingNumber, CallerClass callerClass, CustomerId? customer, DateTimeOffset at,
        string? node = null, CallDirection direction = CallDirection.Inbound)
    {
        var call = new CallRecord
        {
            Id = id,
            Unit = unit,
            CalledNumber = calledNumber,
            CallingNumber = callingNumber?.Value,
            Class = callerClass,
            CustomerId = customer,
            ArrivedAt = at,
            Node = node,
            Direction = direction,
        };
        call.Raise(new CallArrived(id, unit, calledNumber, callingNumber, callerClass, customer, at, direction));
        return call;
    }

    /// <summary>A second agent may follow when the first was lost in mid-call; the first connection's wait stays.</summary>
    public void Connect(UserId agent, TeamId team, TimeSpan waited, DateTimeOffset at)
    {
        if (EndedAt is not null)
        {
            return;
        }

        Agent = agent;
        Team = team;
        if (ConnectedAt is null)
        {
            ConnectedAt = at;
            Waited = waited;
        }

        Raise(new CallAnswered(Id, agent, team, waited, at));
    }

    public void Find(FaultKind? fault, bool? solved) => (Fault, SolvedOnPhone) = (fault, solved);

    public void Verify(CustomerId account)
    {
        Class = CallerClass.VerifiedCorporate;
        CustomerId = account;
    }

    /// <summary>Ends the record once; what comes later changes nothing.</summary>
    public void End(CallEndReason reason, IReadOnlyList<MenuStep> menuPath, TimeSpan waited, TimeSpan talked, DateTimeOffset at)
    {
        if (EndedAt is not null)
        {
            return;
        }

        EndedAt = at;
        EndReason = reason;
        Talked = talked;
        if (ConnectedAt is null)
        {
            Waited = waited;
        }

        PhoneNumber? calling = PhoneNumber.TryParse(CallingNumber, null, out var number) ? number : null;
        Raise(new CallEnded(
            Id, Unit, CalledNumber, calling, Class, CustomerId, menuPath, Team, Agent, Waited, Talked, reason, ArrivedAt, at, Direction));
    }
}
