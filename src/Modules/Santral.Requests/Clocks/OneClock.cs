using Santral.Contracts.Clocks;

namespace Santral.Requests.Clocks;

/// <summary>One promise of a request: until when, and whether it was kept. What is due is computed, never typed.</summary>
public sealed class OneClock
{
    /// <summary>Null when nothing is promised.</summary>
    public TimeSpan? Target { get; private set; }

    /// <summary>Null while nothing is promised, or while the clock stands still in time.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    public DateTimeOffset? WarnAt { get; private set; }

    /// <summary>Working time left while the clock stands still.</summary>
    public TimeSpan? Left { get; private set; }

    /// <summary>When the promise was kept, late or not.</summary>
    public DateTimeOffset? MetAt { get; private set; }

    /// <summary>When people were warned of this due time; a due time that moves ahead may warn again.</summary>
    public DateTimeOffset? WarnedAt { get; private set; }

    public DateTimeOffset? EscalatedAt { get; private set; }

    public bool IsOpen => MetAt is null;

    /// <summary>The next instant at which people are to be told something.</summary>
    public DateTimeOffset? AlarmAt => !IsOpen ? null
        : WarnedAt is null && EscalatedAt is null && WarnAt is not null ? WarnAt
        : EscalatedAt is null ? DueAt
        : null;

    public bool IsLateAt(DateTimeOffset now) => DueAt is { } due && due <= (MetAt ?? now);

    internal void Meet(DateTimeOffset at) => MetAt ??= at;

    internal void Reopen() => MetAt = null;

    /// <summary>
    /// Takes over what was computed. A due time already past when the clock is first computed (old records, a first target) tells nobody:
    /// nobody was late, there was no promise yet. The same where a definition moved it (<paramref name="isDefinition"/>).
    /// </summary>
    internal void Follow(ClockAnswer? answer, bool isDefinition, DateTimeOffset now)
    {
        var isQuiet = Target is null || isDefinition;
        (Target, DueAt, WarnAt) = (answer?.Target, answer?.DueAt, answer?.WarnAt);
        Left = answer is { DueAt: null } ? answer.Left : null;
        WarnedAt = Alarm(WarnAt, WarnedAt);
        EscalatedAt = Alarm(DueAt, EscalatedAt);

        DateTimeOffset? Alarm(DateTimeOffset? at, DateTimeOffset? told)
            => at is null ? told
                : at > now ? null
                : told ?? (isQuiet ? at : null);
    }

    internal void Warned(DateTimeOffset now) => WarnedAt = now;

    internal void Escalated(DateTimeOffset now) => (WarnedAt, EscalatedAt) = (WarnedAt ?? now, now);
}
