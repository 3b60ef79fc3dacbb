namespace Santral.Requests.Clocks;

/// <summary>Wakes the alarm when something is due before the instant it sleeps to, and the computing when definitions changed.</summary>
public sealed class ClockBell
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _rung = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DateTimeOffset _sleepsTo = DateTimeOffset.MaxValue;

    /// <summary>Something is to be done at <paramref name="at"/>.</summary>
    public void RingBy(DateTimeOffset at)
    {
        lock (_lock)
        {
            if (at < _sleepsTo)
            {
                _sleepsTo = DateTimeOffset.MinValue;
                _rung.TrySetResult();
            }
        }
    }

    /// <summary>Before looking what is next: what rings from here on is not missed.</summary>
    internal Task Listen()
    {
        lock (_lock)
        {
            _rung = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _sleepsTo = DateTimeOffset.MaxValue;
            return _rung.Task;
        }
    }

    /// <summary>From now on only what is earlier wakes.</summary>
    internal void SleepTo(DateTimeOffset at)
    {
        lock (_lock)
        {
            if (_sleepsTo != DateTimeOffset.MinValue)
            {
                _sleepsTo = at;
            }
        }
    }
}
