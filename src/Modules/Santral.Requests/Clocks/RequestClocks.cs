using Santral.Contracts.Clocks;
using Santral.Requests.Domain;

namespace Santral.Requests.Clocks;

/// <summary>
/// What was promised to the customer: a first answer and the end of the matter (W-D03, P-13). Kept in columns of the request, so that
/// lists filter and sort by them, but no part of its version: a warning makes nobody's open form stale.
/// </summary>
public sealed class RequestClocks
{
    /// <summary>Sorts after every real due time, the same on both databases.</summary>
    public static readonly DateTimeOffset Never = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public OneClock Response { get; private set; } = new();

    public OneClock Resolution { get; private set; } = new();

    /// <summary>The next promise that is still open; <see cref="Never"/> when there is none.</summary>
    public DateTimeOffset DueAt { get; private set; } = Never;

    /// <summary>The next instant at which people are to be warned or told.</summary>
    public DateTimeOffset? AlarmAt { get; private set; }

    /// <summary>As <see cref="StandingTimes"/> writes them.</summary>
    public string Standing { get; private set; } = "";

    public IReadOnlyList<Pause> Pauses => StandingTimes.Read(Standing);

    /// <summary>The customer was answered. The first answer counts; an answer before the request was opened counts as given at once.</summary>
    internal void Answer(DateTimeOffset at, DateTimeOffset openedAt) => Response.Meet(at > openedAt ? at : openedAt);

    /// <summary>Waiting stops the clock for a while; an end stops it until somebody opens the request again.</summary>
    internal void Enter(StageKind stage, DateTimeOffset at)
    {
        PauseReason? reason = stage switch
        {
            StageKind.Waiting => PauseReason.Waiting,
            StageKind.Resolved or StageKind.Closed or StageKind.Rejected => PauseReason.Resolved,
            _ => null,
        };
        var pauses = Pauses.ToList();
        var last = pauses.LastOrDefault();
        if (last is { Until: null } && last.Reason != reason)
        {
            pauses[^1] = last with { Until = at };
        }

        if (reason is { } why && (last is not { Until: null } || last.Reason != why))
        {
            pauses.Add(new Pause(at, null, why));
        }

        Standing = StandingTimes.Write(pauses.Where(p => p.Until is not { } until || until > p.From));
        if (reason == PauseReason.Resolved)
        {
            Response.Meet(at);
            Resolution.Meet(at);
        }
        else
        {
            Resolution.Reopen();
        }
    }

    /// <param name="isAside">Followed elsewhere: nothing is due here.</param>
    internal void Reckon(IKnowClocks clocks, ClockSubject subject, DateTimeOffset openedAt, bool isDefinition, bool isAside, DateTimeOffset now)
    {
        // Waiting for the customer does not excuse from answering him first.
        Response.Follow(clocks.Compute(ClockKind.Response, subject, openedAt, [], now), isDefinition, now);
        Resolution.Follow(clocks.Compute(ClockKind.Resolution, subject, openedAt, Pauses, now), isDefinition, now);
        Sum();
        if (isAside)
        {
            (DueAt, AlarmAt) = (Never, null);
        }
    }

    internal void Warned(ClockKind kind, DateTimeOffset now)
    {
        Of(kind).Warned(now);
        Sum();
    }

    internal void Escalated(ClockKind kind, DateTimeOffset now)
    {
        Of(kind).Escalated(now);
        Sum();
    }

    internal OneClock Of(ClockKind kind) => kind == ClockKind.Response ? Response : Resolution;

    private void Sum()
    {
        DueAt = Earlier(Response.IsOpen ? Response.DueAt : null, Resolution.IsOpen ? Resolution.DueAt : null) ?? Never;
        AlarmAt = Earlier(Response.AlarmAt, Resolution.AlarmAt);
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other)
        => one is null ? other : other is null || one < other ? one : other;
}
