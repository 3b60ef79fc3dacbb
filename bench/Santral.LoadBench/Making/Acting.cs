namespace Santral.LoadBench.Making;

/// <summary>Who does what is told just now.</summary>
internal sealed class Acting : ICurrentUser
{
    public UserId? Id { get; set; }

    public string Name { get; set; } = "system";

    public string Language => "tr";

    public bool Has(string permission) => true;
}

/// <summary>When what is told just now happens.</summary>
internal sealed class StoryClock : TimeProvider
{
    public DateTimeOffset Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now;
}
