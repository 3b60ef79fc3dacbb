using Santral.Contracts.Definitions;
using Santral.Contracts.Queues;

namespace Santral.Contracts.Clocks;

public enum ClockKind
{
    Response,
    Resolution,
}

/// <summary>What decides the target of a clock: the most exact target that fits wins.</summary>
public sealed record ClockSubject(string Unit, DefinitionId? Priority, DefinitionId? Category, TeamId? Team);

/// <summary>A stretch in which the clock stood still: waiting for the customer.</summary>
/// <param name="Until">Null while it stands.</param>
public sealed record Pause(DateTimeOffset From, DateTimeOffset? Until);

/// <summary>When something is due and why: the working stretches that add up to the target.</summary>
/// <param name="DueAt">Null while paused: then only <see cref="Left"/> is known.</param>
/// <param name="WarnAt">When four fifths of the working time are used.</param>
/// <param name="Segments">From the start to the due time, in order, without gaps.</param>
public sealed record ClockAnswer(
    TimeSpan Target, DateTimeOffset? DueAt, DateTimeOffset? WarnAt, TimeSpan Used, TimeSpan Left, string TargetName, IReadOnlyList<ClockSegment> Segments);

public sealed record ClockSegment(DateTimeOffset From, DateTimeOffset To, ClockSegmentKind Kind, string? Name);

public enum ClockSegmentKind
{
    Counts,
    Closed,
    Break,
    Holiday,
    Paused,
}

/// <summary>Targets and calendars from memory. Pure: the same question gives the same answer until a definition changes.</summary>
public interface IKnowClocks
{
    /// <summary>Null when no target fits: then nothing is due.</summary>
    ClockAnswer? Compute(ClockKind kind, ClockSubject subject, DateTimeOffset start, IReadOnlyList<Pause> pauses, DateTimeOffset now);
}

/// <summary>A calendar, a holiday or a target changed: open documents compute their due times again.</summary>
[Fact("clocks.changed", 1)]
public sealed record ClocksChanged(DateTimeOffset At) : IFact;
