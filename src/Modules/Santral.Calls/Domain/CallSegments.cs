using Santral.Contracts.Calls;

namespace Santral.Calls.Domain;

public enum SegmentKind
{
    /// <summary>Greeting, menus, read-out.</summary>
    SelfService,
    Waiting,
    Ringing,
    Talk,
    Hold,
    Verification,
    Consult,
    Conference,

    /// <summary>Music while the agent's audio is away.</summary>
    AgentAway,
    Message,
}

/// <summary>What the caller was in, from when to when.</summary>
/// <param name="To">Null while it lasts.</param>
/// <param name="Agent">With whom; for <see cref="SegmentKind.Ringing"/> at whom it rang, for <see cref="SegmentKind.Consult"/> who was asked.</param>
/// <param name="Team">Code.</param>
public sealed record Segment(SegmentKind Kind, DateTimeOffset From, DateTimeOffset? To, UserId? Agent, string? Team);

/// <summary>
/// Reads the segments of a call out of its trace, which is only ever added to: each event that changes what the caller is in ends one segment and begins the next.
/// They follow one another without a gap from arrival to end.
/// </summary>
public static class CallSegments
{
    public static IReadOnlyList<Segment> Of(IReadOnlyList<CallEvent> events, DateTimeOffset arrivedAt, DateTimeOffset? endedAt)
    {
        var done = new List<Segment>();
        var now = new Segment(SegmentKind.SelfService, arrivedAt, null, null, null);
        (UserId? Agent, string? Team) with = (null, null);
        foreach (var happened in events)
        {
            if (happened.Kind == CallEventKind.Connected)
            {
                with = (happened.Agent, happened.Team);
            }

            if (Next(happened, now, with) is { } next)
            {
                Close(done, now, happened.At);
                now = next;
            }
        }

        Close(done, now, endedAt);
        return done;
    }

    private static Segment? Next(CallEvent happened, Segment now, (UserId? Agent, string? Team) with)
    {
        return happened.Kind switch
        {
            CallEventKind.Queued or CallEventKind.Rejected or CallEventKind.NoAnswer or CallEventKind.Withdrawn or CallEventKind.Transferred => Waits(),
            CallEventKind.Unreachable when now.Kind == SegmentKind.Ringing => Waits(),
            CallEventKind.Offered => About(SegmentKind.Ringing),
            CallEventKind.ConsultBegan => About(SegmentKind.Consult),
            CallEventKind.Conference => About(SegmentKind.Conference),
            CallEventKind.MessageBegan => About(SegmentKind.Message),
            CallEventKind.Held => With(SegmentKind.Hold),
            CallEventKind.SentToVerification => With(SegmentKind.Verification),
            CallEventKind.AgentLost => With(SegmentKind.AgentAway),
            CallEventKind.Connected or CallEventKind.Resumed or CallEventKind.BackFromVerification or CallEventKind.AgentBack or CallEventKind.ConsultEnded
                => With(SegmentKind.Talk),

            // Waiting ended without an agent: he is in the flow again.
            CallEventKind.Menu when now.Kind != SegmentKind.SelfService => new Segment(SegmentKind.SelfService, happened.At, null, null, null),
            _ => null,
        };

        Segment Waits() => new(SegmentKind.Waiting, happened.At, null, null, happened.Team ?? now.Team);

        Segment About(SegmentKind kind) => new(kind, happened.At, null, happened.Agent, happened.Team);

        Segment With(SegmentKind kind) => new(kind, happened.At, null, with.Agent, with.Team);
    }

    /// <summary>What lasted no time at all is left out.</summary>
    private static void Close(List<Segment> done, Segment now, DateTimeOffset? at)
    {
        if (at is null || at > now.From)
        {
            done.Add(now with { To = at });
        }
    }
}
