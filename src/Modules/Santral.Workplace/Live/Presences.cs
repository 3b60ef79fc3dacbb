namespace Santral.Workplace.Live;

/// <summary>Lets a connection onto the board with the rights of its person: each kind of record says itself who may read it.</summary>
internal sealed class Presences(PresenceBoard board, IEnumerable<IShowRecord> kinds, ICurrentUser user) : IPresences
{
    private const int MostWatched = 500;

    public async Task<RecordPresence> LookAsync(string connection, string record, bool types, CancellationToken stop)
    {
        var seen = await VisibleAsync([record], stop);
        return seen.Count == 1
            ? board.Enter(connection, user.IdOrRefuse(), seen[0], types)
            : throw new Refusal("workplace.record_unknown", RefusalKind.Unknown);
    }

    public async Task<IReadOnlyList<RecordPresence>> WatchAsync(string connection, IReadOnlyCollection<string> records, CancellationToken stop)
    {
        if (records.Count > MostWatched)
        {
            throw new Refusal("workplace.too_many_records", RefusalKind.Invalid, ("max", MostWatched));
        }

        return board.Watch(connection, await VisibleAsync(records, stop));
    }

    public void Leave(string connection, string record) => board.Leave(connection, record);

    public void Gone(string connection) => board.Gone(connection);

    /// <summary>Written in one way only, so that two spellings of an id are not two records.</summary>
    private async Task<List<string>> VisibleAsync(IEnumerable<string> records, CancellationToken stop)
    {
        var asked = records.Select(Parse).OfType<(string Kind, Guid Id)>().Distinct().ToLookup(r => r.Kind, r => r.Id);
        var visible = new List<string>();
        foreach (var kind in kinds.Where(k => asked.Contains(k.Kind)))
        {
            visible.AddRange((await kind.VisibleAsync([.. asked[kind.Kind]], stop)).Select(id => $"{kind.Kind}:{id}"));
        }

        return visible;
    }

    private static (string Kind, Guid Id)? Parse(string? record)
        => record?.Split(':') is [var kind, var id] && Guid.TryParse(id, out var guid) ? (kind, guid) : null;
}
