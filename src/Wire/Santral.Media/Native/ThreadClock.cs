namespace Santral.Media.Native;

/// <summary>
/// Waits to an absolute instant of the monotonic clock and asks for priority. An absolute wait on a thread of its own wakes within
/// 0.1 ms; PeriodicTimer was measured 3-5 ms late and drifting.
/// </summary>
internal static unsafe class ThreadClock
{
    internal static void Prepare() => _ = Libc.prctl(Libc.PrSetTimerSlack, 1, 0, 0, 0);

    /// <summary>"fifo" when the system grants SCHED_FIFO, else "nice" when it grants a lower nice value, else "normal".</summary>
    internal static string RaisePriority()
    {
        var priority = 1;
        if (Libc.sched_setscheduler(0, Libc.SchedFifo | Libc.SchedResetOnFork, &priority) == 0)
        {
            return "fifo";
        }

        return Libc.setpriority(0, 0, -11) == 0 ? "nice" : "normal";
    }

    /// <param name="at">Nanoseconds of CLOCK_MONOTONIC, the clock that TimeProvider.System's timestamps count.</param>
    internal static void WaitUntil(long at)
    {
        var spec = stackalloc long[2];
        spec[0] = at / 1_000_000_000;
        spec[1] = at % 1_000_000_000;
        while (Libc.clock_nanosleep(Libc.ClockMonotonic, Libc.TimerAbsolute, spec, null) == Libc.EIntr)
        {
        }
    }
}
