namespace Santral.Identity.Data;

/// <summary>
/// One at a time for the same thing: two sign-ins for one name may not both be "the fifth wrong one", two people may not take one name.
/// The process is the only writer, so turns in memory suffice.
/// </summary>
internal sealed class Turns : IDisposable
{
    private readonly SemaphoreSlim[] _lanes = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

    public async Task<IDisposable> TakeAsync(string thing, CancellationToken stop)
    {
        var lane = _lanes[(uint)thing.GetHashCode(StringComparison.Ordinal) % _lanes.Length];
        await lane.WaitAsync(stop);
        return new Turn(lane);
    }

    public void Dispose()
    {
        foreach (var lane in _lanes)
        {
            lane.Dispose();
        }
    }

    private sealed class Turn(SemaphoreSlim lane) : IDisposable
    {
        public void Dispose() => lane.Release();
    }
}
