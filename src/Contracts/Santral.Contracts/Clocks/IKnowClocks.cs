using Santral.Contracts.Definitions;
using Santral.Contracts.Queues;

namespace Santral.Contracts.Clocks;

/// <summary>Which promise a clock measures: the first answer to the customer, or the end of his matter.</summary>
public enum ClockKind
{
    Response,
    Resolution,
}

/// <summary>What decides target and calendar of a clock: the most exact target that fits wins, the team's calendar before the unit's.</summary>
public sealed record ClockSubject(string Unit, DefinitionId? Priority, DefinitionId? Category, TeamId? Team);

/// <summary>A stretch in which the clock stood still.</summary>
/// <param name="Until">Null while it stands.</param>
public sealed record Pause(DateTimeOffset From, DateTimeOffset? Until, PauseReason Reason = PauseReason.Waiting);

public enum PauseReason
{
    /// <summary>Waiting for the customer or somebody else outside.</summary>
    Waiting,

    /// <summary>Resolved, until it was opened again: what was left is left again.</summary>
    Resolved,
}

/// <summary>When something is due.</summary>
/// <param name="DueAt">Null while the clock stands still before its target is used up: then only <see cref="Left"/> is known.</param>
/// <param name="WarnAt">When four fifths of the working time are used; null while that is not known.</param>
/// <param name="Used">Working time from the start to now, without pauses; goes on after the due time.</param>
/// <param name="Left">Below zero when late.</param>
public sealed record ClockAnswer(TimeSpan Target, DateTimeOffset? DueAt, DateTimeOffset? WarnAt, TimeSpan Used, TimeSpan Left);

/// <summary>The target that won and the calendar that counts; each null part of a target fits everything.</summary>
/// <param name="Category">The category the target names; the request's own may lie below it.</param>
/// <param name="Calendar">Null when the unit has no calendar: then every hour counts.</param>
public sealed record ClockRule(
    Guid TargetId, TimeSpan Target, string? Unit, TeamId? Team, DefinitionId? Priority, DefinitionId? Category, Names? Calendar, string TimeZone);

/// <summary>An answer with its reasons.</summary>
/// <param name="Segments">From the start to the due time, or to now when that is later or unknown; in order, without gaps.</param>
public sealed record ClockExplanation(ClockAnswer Answer, ClockRule Rule, IReadOnlyList<ClockSegment> Segments);

/// <param name="Names">What the holiday is called.</param>
public sealed record ClockSegment(DateTimeOffset From, DateTimeOffset To, ClockSegmentKind Kind, Names? Names = null);

public enum ClockSegmentKind
{
    Counts,
    Closed,
    Break,
    Holiday,
    Waiting,
    Resolved,
}

/// <summary>Where a calendar stands at an instant: open or not, and until when that stays so.</summary>
/// <param name="Until">Null when it never changes.</param>
public sealed record OpenState(bool IsOpen, DateTimeOffset? Until);

/// <summary>Targets and calendars from memory. Pure: the same question gives the same answer until a definition changes.</summary>
public interface IKnowClocks
{
    /// <summary>Null when no target fits: then nothing is due.</summary>
    ClockAnswer? Compute(ClockKind kind, ClockSubject subject, DateTimeOffset start, IReadOnlyList<Pause> pauses, DateTimeOffset now);

    /// <summary>The same with its reasons; null when no target fits.</summary>
    ClockExplanation? Explain(ClockKind kind, ClockSubject subject, DateTimeOffset start, IReadOnlyList<Pause> pauses, DateTimeOffset now);

    /// <summary>Working time between two instants, negative when they stand the other way round.</summary>
    TimeSpan WorkingTime(ClockSubject subject, DateTimeOffset from, DateTimeOffset to);

    OpenState StateAt(ClockSubject subject, DateTimeOffset at);
}

/// <summary>A calendar, a holiday or a target changed: open documents compute their due times again.</summary>
[Fact("clocks.changed", 1)]
public sealed record ClocksChanged(DateTimeOffset At) : IFact;
