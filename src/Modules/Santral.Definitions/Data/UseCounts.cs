using Microsoft.Extensions.DependencyInjection;

namespace Santral.Definitions.Data;

/// <summary>How many records use each row, summed over the modules that store definitions.</summary>
internal sealed class UseCounts(IEnumerable<ICountDefinitionUses> counters)
{
    public async Task<IReadOnlyDictionary<DefinitionId, long>> CountAsync(string table, IReadOnlyCollection<DefinitionId> ids, CancellationToken stop)
    {
        var sums = ids.ToDictionary(i => i, _ => 0L);
        if (ids.Count == 0)
        {
            return sums;
        }

        foreach (var counter in counters)
        {
            foreach (var (id, count) in await counter.CountAsync(table, ids, stop))
            {
                sums[id] = sums.GetValueOrDefault(id) + count;
            }
        }

        return sums;
    }
}

/// <summary>The same counts a little old: forms show the most used first and ask at every opening.</summary>
internal sealed class RecentUseCounts(IServiceScopeFactory scopes, DefinitionBook book, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<string, (long At, string Mark, IReadOnlyDictionary<DefinitionId, long> Counts)> _counts = [];

    public async Task<IReadOnlyDictionary<DefinitionId, long>> CountAsync(string table, CancellationToken stop)
    {
        await _turn.WaitAsync(stop);
        try
        {
            if (_counts.TryGetValue(table, out var last) && last.Mark == book.Mark && clock.GetElapsedTime(last.At) < GoodFor)
            {
                return last.Counts;
            }

            await using var scope = scopes.CreateAsyncScope();
            var counts = await scope.ServiceProvider.GetRequiredService<UseCounts>().CountAsync(table, [.. book.All(table).Select(d => d.Id)], stop);
            _counts[table] = (clock.GetTimestamp(), book.Mark, counts);
            return counts;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
