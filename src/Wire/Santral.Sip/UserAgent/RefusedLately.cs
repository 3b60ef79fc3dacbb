using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
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

    // By a short hash: the keys themselves are as long as a stranger makes them.
    private readonly ConcurrentDictionary<ulong, long> _since = new();

    // Counting the dictionary would take all its locks, in the one moment when there is no time for it.
    private int _added;
    private long _newest = clock.GetTimestamp();

    internal int Count => _since.Count;

    public bool Has(ServerKey key) =>
        Volatile.Read(ref _added) > 0 && _since.TryGetValue(Short(key), out var since) && clock.GetElapsedTime(since) < life;

    public void Add(ServerKey key)
    {
        var now = clock.GetTimestamp();
        if (Interlocked.Increment(ref _added) >= Most || clock.GetElapsedTime(Interlocked.Exchange(ref _newest, now), now) >= life)
        {
            _since.Clear();
            Interlocked.Exchange(ref _added, 1);
        }

        _since.TryAdd(Short(key), now);
    }

    private static ulong Short(ServerKey key) => BinaryPrimitives.ReadUInt64LittleEndian(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', key.Branch, key.SentBy, key.Method))));
}
