using Santral.Sip.Transactions;

namespace Santral.Sip.Dialogs;

/// <summary>Repeats a 2xx to an INVITE until its ACK comes: T1 doubling to T2, given up after 64*T1 (RFC 3261 §13.3.1.4).</summary>
internal sealed class SuccessRepeater
{
    private readonly TimerQueue _queue;
    private readonly SipTimers _timers;
    private readonly Action _send;
    private readonly Action _giveUp;
    private TimerQueue.Entry? _next;
    private TimerQueue.Entry? _end;
    private TimeSpan _interval;
    private volatile bool _stopped;

    public SuccessRepeater(TimerQueue queue, SipTimers timers, uint cseq, Action send, Action giveUp)
    {
        _queue = queue;
        _timers = timers;
        _send = send;
        _giveUp = giveUp;
        CSeq = cseq;
        _interval = timers.T1;
        _next = queue.Set(_interval, Repeat);
        _end = queue.Set(timers.GiveUp, GiveUp);
    }

    /// <summary>The number of the INVITE, which the ACK repeats.</summary>
    public uint CSeq { get; }

    public void Stop()
    {
        _stopped = true;
        _next?.Cancel();
        _end?.Cancel();
        _next = _end = null;
    }

    private void Repeat()
    {
        if (_stopped)
        {
            return;
        }

        _send();
        _interval = 2 * _interval < _timers.T2 ? 2 * _interval : _timers.T2;
        _next = _queue.Set(_interval, Repeat);
    }

    private void GiveUp()
    {
        if (!_stopped)
        {
            Stop();
            _giveUp();
        }
    }
}
