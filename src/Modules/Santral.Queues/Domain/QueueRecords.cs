using Santral.Contracts.Queues;

namespace Santral.Queues.Domain;

/// <summary>One wait as the figures need it: a line of the queues' log.</summary>
/// <param name="JoinedAt">The interval it belongs to: a wait counts where it began.</param>
/// <param name="End">Null while he waits, and for those whom a restart cut off.</param>
/// <param name="IsOver">False while he waits.</param>
/// <param name="CameByOverflow">Offered in another queue before: the same caller.</param>
/// <param name="Waited">Whole seconds, from the first queue of the call on when he came by overflow.</param>
public sealed record WaitRecord(TeamId Team, DateTimeOffset JoinedAt, WaitEnd? End, bool IsOver, TimeSpan Waited, bool CameByOverflow = false);

/// <summary>One conversation as the figures need it.</summary>
/// <param name="AnsweredAt">The interval it belongs to.</param>
/// <param name="Talked">With hold, in whole seconds.</param>
/// <param name="WrappedUp">Null while it is written up: until then it is not handled.</param>
public sealed record TalkRecord(TeamId Team, UserId Agent, DateTimeOffset AnsweredAt, TimeSpan Talked, TimeSpan? WrappedUp);

/// <summary>One ring at one agent.</summary>
public sealed record OfferRecord(TeamId Team, UserId Agent, DateTimeOffset OfferedAt, OfferEnd End);

/// <summary>How a ring ended.</summary>
public enum OfferEnd
{
    Answered,
    Rejected,
    NoAnswer,
    Unreachable,

    /// <summary>The caller hung up meanwhile: nobody's fault, so it is no offer that an agent failed to answer.</summary>
    CallerLeft,
}

/// <summary>A stretch of an agent's day in which neither what he wanted nor what he did changed.</summary>
public sealed record SpanRecord(UserId Agent, PresenceState Presence, string? Reason, AgentActivity Activity, TeamId? Team, DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>The part of it that lies in an interval.</summary>
    public TimeSpan Within(DateTimeOffset from, DateTimeOffset until)
    {
        var start = From > from ? From : from;
        var end = Until < until ? Until : until;
        return end > start ? end - start : TimeSpan.Zero;
    }
}
