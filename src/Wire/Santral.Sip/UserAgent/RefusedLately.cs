using System.Collections.Concurrent;
using Santral.Sip.Transactions;

namespace Santral.Sip.UserAgent;

/// <summary>
/// INVITEs refused without a transaction. A repeat of one must be refused again even when there is room by now: its sender has
/// acknowledged the refusal, and a call made of the repeat would ring for nobody.
/// </summary>
internal sealed class RefusedLately(TimeProvider clock, TimeSpan life)
{
    // When there are more, forgetting them all costs at worst a call that its caller has left.
    private const int Most = 20_000;

    private readonly ConcurrentDictionary<ServerKey, long> _since = new();

    // Counting the dictionary would take all its locks, in the one moment when there is no time for it.
    private int _added;

    public bool Has(ServerKey key) => _since.TryGetValue(key, out var since) && clock.GetElapsedTime(since) < life;

    public void Add(ServerKey key)
    {
        if (Interlocked.Increment(ref _added) >= Most)
        {
            _since.Clear();
            Interlocked.Exchange(ref _added, 0);
        }

        _since.TryAdd(key, clock.GetTimestamp());
    }
}
