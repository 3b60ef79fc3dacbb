using Santral.Contracts.Calls;
using Santral.Contracts.Queues;

namespace Santral.Queues.Domain;

internal enum CallerState
{
    Waiting,
    Offered,
    Talking,
}

/// <summary>One caller as the board moves him.</summary>
internal sealed class BoardCaller(CallId call, TeamId team, int priority, DateTimeOffset place, DateTimeOffset now, long sequence)
{
    public CallId Call { get; } = call;

    public TeamId Team { get; } = team;

    public CallerState State { get; set; } = CallerState.Waiting;

    public DateTimeOffset WaitingSince { get; set; } = now;

    /// <summary>He was offered already or lost his agent: he stays before everyone who was not.</summary>
    public bool AtHead { get; set; }

    /// <summary>Set when he is meant for one agent alone.</summary>
    public UserId? Only { get; init; }

    /// <summary>He comes back to the agent who sent him away.</summary>
    public bool IsReturned { get; init; }

    public UserId? Agent { get; set; }

    /// <summary>The team of the agent he was handed over to; the queue he came by stays his.</summary>
    public TeamId? MovedTo { get; set; }

    /// <summary>The first wait has been counted for the service level.</summary>
    public bool Counted { get; set; }

    /// <summary>Agents who rejected him or could not be rung, and until when they are passed over for him.</summary>
    public Dictionary<UserId, DateTimeOffset> PassedOver { get; } = [];

    public static int Compare(BoardCaller a, BoardCaller b)
    {
        var head = b.AtHead.CompareTo(a.AtHead);
        if (head != 0)
        {
            return head;
        }

        var byPriority = b.Priority.CompareTo(a.Priority);
        if (byPriority != 0)
        {
            return byPriority;
        }

        var byPlace = a.Place.CompareTo(b.Place);
        return byPlace != 0 ? byPlace : a.Sequence.CompareTo(b.Sequence);
    }

    private int Priority { get; } = priority;

    private DateTimeOffset Place { get; } = place;

    private long Sequence { get; } = sequence;
}

/// <summary>A team's queue at one instant.</summary>
public sealed record TeamPicture(TeamId Team, int Waiting, DateTimeOffset? LongestWaitSince, int AgentsReady, int AgentsTalking);
