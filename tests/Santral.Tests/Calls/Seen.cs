namespace Santral.Tests.Calls;

/// <summary>What happened so far, and waiting for what is to happen: no test sleeps.</summary>
internal sealed class Seen<T>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Lock _lock = new();
    private readonly List<T> _all = [];
    private readonly List<(Func<T, bool> Fits, TaskCompletionSource<T> Found)> _waiting = [];

    public IReadOnlyList<T> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _all];
            }
        }
    }

    public void Add(T item)
    {
        lock (_lock)
        {
            _all.Add(item);
            foreach (var waiter in _waiting.Where(w => w.Fits(item)).ToList())
            {
                _waiting.Remove(waiter);
                waiter.Found.TrySetResult(item);
            }
        }
    }

    /// <summary>The first that fits, past or to come.</summary>
    public Task<T> UntilAsync(Func<T, bool> fits, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(fits))] string what = "")
    {
        lock (_lock)
        {
            if (_all.FindIndex(i => fits(i)) is >= 0 and var at)
            {
                return Task.FromResult(_all[at]);
            }

            var found = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((fits, found));
            return WaitAsync(found.Task, what);
        }
    }

    private async Task<T> WaitAsync(Task<T> found, string what)
    {
        try
        {
            return await found.WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"Not seen: {what}. Seen: {string.Join(", ", All)}");
        }
    }
}
