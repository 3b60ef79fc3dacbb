namespace Santral.Workplace.Domain;

/// <summary>
/// Which open pages show which records, and who watches them in a list. Pure: the driver gives the time and tells who is to be told.
/// Not safe for several threads at once.
/// </summary>
internal sealed class Attendance
{
    /// <summary>A page says every half minute that it is still there; one that fell asleep is gone after two misses.</summary>
    public static readonly TimeSpan LookLasts = TimeSpan.FromSeconds(75);

    /// <summary>Typing is said again while it goes on.</summary>
    public static readonly TimeSpan TypingLasts = TimeSpan.FromSeconds(8);

    public static readonly TimeSpan WatchLasts = TimeSpan.FromMinutes(3);

    /// <summary>A page shows one or two records and a list of some hundreds; more is no page of ours.</summary>
    public const int MostLooks = 20;

    private readonly Dictionary<string, Dictionary<string, Look>> _looks = [];
    private readonly Dictionary<string, HashSet<string>> _looksOf = [];
    private readonly Dictionary<string, Watched> _watches = [];
    private long _order;

    /// <summary>True when others are to be told.</summary>
    public bool Enter(string connection, UserId user, string record, bool types, DateTimeOffset now)
    {
        var pages = _looks.TryGetValue(record, out var known) ? known : _looks[record] = [];
        var mine = _looksOf.TryGetValue(connection, out var records) ? records : _looksOf[connection] = [];
        if (mine.Add(record) && mine.Count > MostLooks)
        {
            mine.Remove(record);
            Tidy(record);
            throw new Refusal("workplace.too_many_records", RefusalKind.Invalid, ("max", MostLooks));
        }

        var before = Summary(record, now);
        var since = pages.TryGetValue(connection, out var old) ? old.Since : now;
        pages[connection] = new Look(user, since, now + LookLasts, types ? now + TypingLasts : null);
        return !before.SequenceEqual(Summary(record, now));
    }

    /// <summary>True when others are to be told.</summary>
    public bool Leave(string connection, string record)
    {
        if (!_looks.TryGetValue(record, out var pages) || !pages.Remove(connection))
        {
            return false;
        }

        if (_looksOf.TryGetValue(connection, out var mine) && mine.Remove(record) && mine.Count == 0)
        {
            _looksOf.Remove(connection);
        }

        Tidy(record);
        return true;
    }

    /// <summary>The records others are to be told about.</summary>
    public IReadOnlyList<string> Gone(string connection)
    {
        _watches.Remove(connection);
        var records = _looksOf.GetValueOrDefault(connection, []).ToList();
        records.ForEach(r => Leave(connection, r));
        return records;
    }

    public void Watch(string connection, IEnumerable<string> records, DateTimeOffset now) => _watches[connection] = new Watched([.. records], now + WatchLasts);

    /// <summary>Who is there, one entry for each person however many pages.</summary>
    public IReadOnlyList<Visitor> On(string record, DateTimeOffset now)
        => _looks.TryGetValue(record, out var pages)
            ? [.. pages.Values.Where(l => l.Until > now).GroupBy(l => l.User)
                .Select(g => new Visitor(g.Key, g.Any(l => l.TypesUntil > now), g.Min(l => l.Since)))
                .OrderBy(v => v.Since).ThenBy(v => v.User.Value)]
            : [];

    /// <summary>The connections that show the record, alone or in a list.</summary>
    public IReadOnlyList<string> Audience(string record, DateTimeOffset now)
        => [.. _looks.GetValueOrDefault(record, []).Keys
            .Union(_watches.Where(w => w.Value.Until > now && w.Value.Records.Contains(record)).Select(w => w.Key))];

    /// <summary>Takes out what was not said again; the records others are to be told about.</summary>
    public IReadOnlyList<string> Expire(DateTimeOffset now)
    {
        foreach (var watch in _watches.Where(w => w.Value.Until <= now).ToList())
        {
            _watches.Remove(watch.Key);
        }

        var changed = new List<string>();
        foreach (var (record, pages) in _looks.ToList())
        {
            var isChanged = false;
            foreach (var (connection, look) in pages.ToList())
            {
                if (look.Until <= now)
                {
                    Leave(connection, record);
                    isChanged = true;
                }
                else if (look.TypesUntil <= now)
                {
                    pages[connection] = look with { TypesUntil = null };
                    isChanged = true;
                }
            }

            if (isChanged)
            {
                changed.Add(record);
            }
        }

        return changed;
    }

    /// <summary>Grows with each telling of any record: a reader drops what is older than what he has.</summary>
    public long NextOrder() => ++_order;

    private List<(UserId User, bool Types)> Summary(string record, DateTimeOffset now) => [.. On(record, now).Select(v => (v.User, v.Types))];

    private void Tidy(string record)
    {
        if (_looks.TryGetValue(record, out var pages) && pages.Count == 0)
        {
            _looks.Remove(record);
        }
    }

    private sealed record Look(UserId User, DateTimeOffset Since, DateTimeOffset Until, DateTimeOffset? TypesUntil);

    private sealed record Watched(HashSet<string> Records, DateTimeOffset Until);
}

/// <summary>A person on a record.</summary>
internal sealed record Visitor(UserId User, bool Types, DateTimeOffset Since);
