using System.Collections.Concurrent;

namespace Santral.Identity.Data;

/// <summary>Remembers what the database said for a short while, and forgets at once when told so, even while somebody is just reading.</summary>
internal sealed class ShortMemory<TValue>(TimeProvider clock, TimeSpan keep)
    where TValue : class
{
    private const int Most = 20_000;

    private readonly ConcurrentDictionary<string, (TValue Value, long Since)> _entries = new();
    private int _forgotten;

    public async ValueTask<TValue?> RecallAsync(string key, Func<Task<TValue?>> read)
    {
        if (_entries.TryGetValue(key, out var known) && clock.GetElapsedTime(known.Since) < keep)
        {
            return known.Value;
        }

        var before = Volatile.Read(ref _forgotten);
        var since = clock.GetTimestamp();
        if (await read() is not { } value)
        {
            _entries.TryRemove(key, out _);
            return null;
        }

        if (_entries.Count >= Most)
        {
            _entries.Clear();
        }

        _entries[key] = (value, since);
        if (Volatile.Read(ref _forgotten) != before)
        {
            // Something was revoked between the reading and the remembering; this one may be it.
            _entries.TryRemove(key, out _);
        }

        return value;
    }

    public void Forget(Func<TValue, bool> which)
    {
        Interlocked.Increment(ref _forgotten);
        foreach (var (key, entry) in _entries)
        {
            if (which(entry.Value))
            {
                _entries.TryRemove(key, out _);
            }
        }
    }
}
