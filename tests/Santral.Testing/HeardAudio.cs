namespace Santral.Testing;

/// <summary>What an endpoint has heard, and a way to wait until it hears something.</summary>
public sealed class HeardAudio
{
    private const int WindowSamples = 1600; // 200 ms
    private readonly Lock _lock = new();
    private readonly List<short> _samples = [];
    private readonly List<Waiter> _waiters = [];

    private sealed record Waiter(Func<short[], bool> Enough, int From, TaskCompletionSource Done);

    public short[] All()
    {
        lock (_lock)
        {
            return [.. _samples];
        }
    }

    public void Add(ReadOnlySpan<short> samples)
    {
        lock (_lock)
        {
            _samples.AddRange(samples);
            foreach (var waiter in _waiters.ToArray())
            {
                if (_samples.Count - waiter.From >= WindowSamples && waiter.Enough([.. _samples[^WindowSamples..]]))
                {
                    _waiters.Remove(waiter);
                    waiter.Done.TrySetResult();
                }
            }
        }
    }

    /// <summary>Ends when the last 200 ms, all heard after this call, are enough.</summary>
    public async Task UntilAsync(Func<short[], bool> enough, string what, TimeSpan? within = null)
    {
        var waiter = new Waiter(enough, 0, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (_lock)
        {
            _waiters.Add(waiter with { From = _samples.Count });
            waiter = _waiters[^1];
        }

        try
        {
            await waiter.Done.Task.WaitAsync(within ?? TimeSpan.FromSeconds(20));
        }
        catch (TimeoutException)
        {
            var last = All();
            last = last.Length > WindowSamples ? last[^WindowSamples..] : last;
            throw new TimeoutException($"Not heard: {what}; heard {All().Length} samples, the last with RMS {Goertzel.Rms(last):F0}");
        }
    }

    public Task UntilToneAsync(int hz, double share = 0.8, TimeSpan? within = null) =>
        UntilAsync(window => Goertzel.Share(window, hz) >= share, $"{hz} Hz", within);

    public Task UntilSilenceAsync(TimeSpan? within = null) => UntilAsync(static window => Goertzel.Rms(window) < 20, "silence", within);
}
