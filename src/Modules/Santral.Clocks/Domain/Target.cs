namespace Santral.Clocks.Domain;

/// <summary>
/// How soon the customer is promised an answer and an end, for what it fits: a category and all below it, a team, a priority, a unit.
/// What it leaves open fits everything; a time it leaves open is left to the next exact target.
/// </summary>
public sealed class Target : Aggregate, IAudited
{
    /// <summary>More than two hundred working days are no promise.</summary>
    public const int MostMinutes = 100_000;

    private Target()
    {
    }

    public TargetId Id { get; private set; }

    public string? Unit { get; private set; }

    public TeamId? TeamId { get; private set; }

    public DefinitionId? PriorityId { get; private set; }

    public DefinitionId? CategoryId { get; private set; }

    public int? ResponseMinutes { get; private set; }

    public int? ResolutionMinutes { get; private set; }

    /// <summary>What it fits, as one text: databases take two nulls for different.</summary>
    [Unaudited]
    public string Key { get; private set; } = "";

    public Guid AuditId => Id.Value;

    public TargetScope Scope => new(Unit, TeamId, PriorityId, CategoryId);

    public static Target Set(TargetId id, TargetScope scope, int? response, int? resolution, DateTimeOffset now)
    {
        var target = new Target { Id = id };
        target.Change(scope, response, resolution, now);
        return target;
    }

    public void Change(TargetScope scope, int? response, int? resolution, DateTimeOffset now)
    {
        if (response is null && resolution is null)
        {
            throw new Refusal("clocks.target_empty", RefusalKind.Invalid);
        }

        if (response is < 1 or > MostMinutes || resolution is < 1 or > MostMinutes)
        {
            throw new Refusal("clocks.target_minutes", RefusalKind.Invalid, ("max", MostMinutes));
        }

        if (response > resolution)
        {
            throw new Refusal("clocks.answer_after_end", RefusalKind.Invalid);
        }

        (Unit, TeamId, PriorityId, CategoryId) = (scope.Unit, scope.TeamId, scope.PriorityId, scope.CategoryId);
        (ResponseMinutes, ResolutionMinutes) = (response, resolution);
        Key = scope.Key;
        Raise(new ClocksChanged(now));
    }

    public void End(DateTimeOffset now) => Raise(new ClocksChanged(now));
}

/// <summary>What a target fits; null fits everything.</summary>
public sealed record TargetScope(string? Unit, TeamId? TeamId, DefinitionId? PriorityId, DefinitionId? CategoryId)
{
    public string Key => $"{Unit}|{TeamId}|{PriorityId}|{CategoryId}";
}
