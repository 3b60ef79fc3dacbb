namespace Santral.Customers.Domain;

/// <summary>Which record a person's click made, so that the click sent twice makes no second one.</summary>
public sealed class OpenedOnce
{
    public required UserId UserId { get; init; }

    public required string Key { get; init; }

    /// <summary>Digest of what was asked for: no person's data.</summary>
    public required string Asked { get; init; }

    public required Guid Made { get; init; }

    public required DateTimeOffset At { get; init; }
}
