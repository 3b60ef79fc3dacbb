namespace Santral.Kernel;

/// <summary>Who changed what, when, from which value to which; written in the same save as the change.</summary>
public sealed class AuditRow
{
    public required Guid Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null when the system acted.</summary>
    public required Guid? UserId { get; init; }

    public required string UserName { get; init; }

    /// <summary>The entity's name as in the domain: `Request`.</summary>
    public required string Entity { get; init; }

    public required Guid EntityId { get; init; }

    /// <summary>`added`, `changed`, `deleted`, or an act of its own name (`signed_in`).</summary>
    public required string Act { get; init; }

    /// <summary>JSON: `{"subject":["old","new"]}`.</summary>
    public required string Changes { get; init; }
}

/// <summary>One gapless series of numbers in one year.</summary>
public sealed class NumberSeriesRow
{
    public required string Series { get; init; }

    public required int Year { get; init; }

    public long Last { get; private set; }
}
