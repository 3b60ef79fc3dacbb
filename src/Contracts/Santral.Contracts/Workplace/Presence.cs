namespace Santral.Contracts.Workplace;

/// <summary>
/// A kind of record that people can see each other on. Registered scoped by the record's module; the workplace asks it with the rights
/// of who looks, and shows the others only on records it answers with.
/// </summary>
public interface IShowRecord
{
    /// <summary>First part of a record's name: `request` in `request:…`.</summary>
    string Kind { get; }

    /// <summary>Those of the asked records that the current user may read.</summary>
    Task<IReadOnlySet<Guid>> VisibleAsync(IReadOnlyCollection<Guid> records, CancellationToken stop);
}

/// <summary>A person who has the record open now; several tabs are one person.</summary>
public sealed record PresentPerson(UserId Id, string Name, bool Types, DateTimeOffset Since);

/// <summary>Who is on one record. A reader keeps the highest <paramref name="Order"/> he has seen.</summary>
/// <param name="Record">`request:…`.</param>
public sealed record RecordPresence(string Record, long Order, IReadOnlyList<PresentPerson> People)
{
    /// <summary>Topic of the live news; its version is 0 because each connection hears of its own records.</summary>
    public const string Topic = "presence";
}

/// <summary>Who looks and who types, live; called by the hub with the rights of its caller. Everything expires unless it is said again.</summary>
public interface IPresences
{
    /// <summary>The connection shows the record, or still shows it; the answer is who is there.</summary>
    Task<RecordPresence> LookAsync(string connection, string record, bool types, CancellationToken stop);

    /// <summary>The connection shows these records in a list and wants to know who is on them; what it may not read is left out.</summary>
    Task<IReadOnlyList<RecordPresence>> WatchAsync(string connection, IReadOnlyCollection<string> records, CancellationToken stop);

    void Leave(string connection, string record);

    /// <summary>The connection is closed.</summary>
    void Gone(string connection);
}
