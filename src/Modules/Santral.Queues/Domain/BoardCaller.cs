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
internal sealed class BoardCaller(CallId call, TeamId team, DateTimeOffset place, DateTimeOffset now, long sequence)
{
    public CallId Call { get; } = call;

    public TeamId Team { get; set; } = team;

    public CallerState State { get; set; } = CallerState.Waiting;

    public DateTimeOffset WaitingSince { get; set; } = now;

    /// <summary>He was offered already or lost his agent: he stays before everyone who was not.</summary>
    public bool AtHead { get; set; }

    /// <summary>Set when he is meant for one agent alone.</summary>
    public UserId? Only { get; init; }

    /// <summary>He comes back to the agent who sent him away.</summary>
    public bool IsReturned { get; init; }

    /// <summary>A promise to call back: nobody is on the line.</summary>
    public bool IsCallback { get; init; }

    public Skills Skills { get; init; } = Skills.None;

    /// <summary>The agent who knows him: offered to that one alone until <see cref="PreferredUntil"/>, while that one is available.</summary>
    public UserId? Preferred { get; set; }

    public DateTimeOffset PreferredUntil { get; init; }

    /// <summary>It is time to go to the overflow team, as soon as that one can take him.</summary>
    public bool OverflowDue { get; set; }

    public bool HasOverflowed { get; set; }

    /// <summary>The time of his skills is over: whoever is there takes him.</summary>
    public bool TakesAnybody { get; set; }

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

        var byPlace = a.Place.CompareTo(b.Place);
        return byPlace != 0 ? byPlace : a.Sequence.CompareTo(b.Sequence);
    }

    /// <summary>When his wait counts from: earlier than he came by every head start, so that nobody is starved by it.</summary>
    internal DateTimeOffset Place { get; } = place;

    private long Sequence { get; } = sequence;
}

/// <summary>A team's queue at one instant.</summary>
public sealed record TeamPicture(TeamId Team, int Waiting, DateTimeOffset? LongestWaitSince, int AgentsReady, int AgentsTalking, int Callbacks = 0);
