namespace Santral.Kernel;

/// <summary>An identity of one kind of thing: a record struct over a UUIDv7, so that two kinds cannot be mixed up.</summary>
public interface IId<TSelf> : IParsable<TSelf>
    where TSelf : struct, IId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);
}

/// <summary>Makes new identities; the instant is given, so that keys sort by creation and tests can repeat them.</summary>
public static class Id
{
    public static TId New<TId>(TimeProvider clock)
        where TId : struct, IId<TId>
        => TId.From(Guid.CreateVersion7(clock.GetUtcNow()));

    /// <summary>Reads an identity from a route or a header; anything that is no UUID is refused by returning false.</summary>
    public static bool TryParse<TId>(string? text, out TId id)
        where TId : struct, IId<TId>
    {
        if (Guid.TryParse(text, out var value))
        {
            id = TId.From(value);
            return true;
        }

        id = default;
        return false;
    }

    public static TId Parse<TId>(string text)
        where TId : struct, IId<TId>
        => TId.From(Guid.Parse(text));
}
