namespace Santral.Sip.Transactions;

/// <summary>All timers of a stack on one timer of the <see cref="TimeProvider"/>: ten thousand calls cost one operating system timer.</summary>
internal sealed class TimerQueue : IDisposable
{
    // The system's timers take 49 days at most and throw above; a wake in between only arms again.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromHours(1);

    private readonly TimeProvider _clock;
    private readonly ITimer _timer;
    private readonly PriorityQueue<Entry, long> _entries = new();
    private readonly Lock _gate = new();
    private long _armedFor = long.MaxValue;
    private bool _closed;

    public TimerQueue(TimeProvider clock)
    {
        _clock = clock;
        _timer = clock.CreateTimer(static self => ((TimerQueue)self!).Fire(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public TimeProvider Clock => _clock;

    /// <summary>A timer that was set; it runs once unless cancelled.</summary>
    public sealed class Entry(Action action)
    {
        private Action? _action = action;

        public void Cancel() => _action = null;

        internal void Run() => Interlocked.Exchange(ref _action, null)?.Invoke();
    }

    public Entry Set(TimeSpan after, Action action)
    {
        var entry = new Entry(action);
        var due = _clock.GetTimestamp() + (long)(after.TotalSeconds * _clock.TimestampFrequency);
        lock (_gate)
        {
            if (_closed)
            {
                return entry;
            }

            _entries.Enqueue(entry, due);
            if (due < _armedFor)
            {
                Arm(due);
            }
        }

        return entry;
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            _entries.Clear();
        }

        _timer.Dispose();
    }

    private void Fire()
    {
        while (true)
        {
            Entry entry;
            lock (_gate)
            {
                if (_closed || !_entries.TryPeek(out var next, out var due))
                {
                    _armedFor = long.MaxValue;
                    return;
                }

                if (due > _clock.GetTimestamp())
                {
                    Arm(due);
                    return;
                }

                _entries.Dequeue();
                entry = next;
            }

            // Outside the lock: the action sends and takes a transaction's own lock.
            entry.Run();
        }
    }

    private void Arm(long due)
    {
        _armedFor = due;
        var left = TimeSpan.FromSeconds((due - _clock.GetTimestamp()) / (double)_clock.TimestampFrequency);

        // Whole milliseconds, rounded up: the system's timers have no finer grain and an early wake would only arm again.
        var sleep = TimeSpan.FromMilliseconds(Math.Clamp(Math.Ceiling(left.TotalMilliseconds), 0, LongestSleep.TotalMilliseconds));
        _timer.Change(sleep, Timeout.InfiniteTimeSpan);
    }
}
