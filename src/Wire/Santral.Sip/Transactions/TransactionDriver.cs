using Santral.Sip.Messages;
using Santral.Sip.Transports;

namespace Santral.Sip.Transactions;

/// <summary>The mutable part of a transaction: state, timers, last message. It asks the table and performs the effects; nothing else may.</summary>
internal abstract class TransactionDriver(TransactionLayer layer, SipFlow flow)
{
    private readonly Lock _gate = new();
    private int _state;
    private ReadOnlyMemory<byte> _last;
    private TimerQueue.Entry? _repeat;
    private TimerQueue.Entry? _end;
    private TimeSpan _interval;

    public SipFlow Flow { get; private protected set; } = flow;

    protected TransactionLayer Layer { get; } = layer;

    /// <summary>The number of the table's Terminated state.</summary>
    protected abstract int Terminated { get; }

    protected abstract int TransportError { get; }

    public int State => _state;

    public bool IsOver => _state == Terminated;

    public void TransportFailed()
    {
        lock (_gate)
        {
            if (!IsOver && !TakeOtherWay())
            {
                Feed(TransportError, null);
            }
        }
    }

    /// <summary>Ends it without a word: nobody waits for its outcome any more (RFC 3261 §9.1).</summary>
    public void Abandon()
    {
        lock (_gate)
        {
            if (IsOver)
            {
                return;
            }

            _repeat?.Cancel();
            _end?.Cancel();
            _state = Terminated;
            Forget();
        }
    }

    protected abstract (int Next, Do Effects) Step(int state, int input);

    /// <summary>The input that a timer gives when it runs out.</summary>
    protected abstract int TimerInput(Do timer);

    protected abstract void ToUser(SipMessage message);

    protected abstract void Tell(bool timeout);

    protected virtual SipRequest? AckFor(SipMessage message) => null;

    protected abstract void Forget();

    /// <summary>Called under the lock when the way is gone: true when the message is on another way already.</summary>
    protected virtual bool TakeOtherWay() => false;

    protected void Feed(int input, SipMessage? message)
    {
        lock (_gate)
        {
            if (IsOver)
            {
                return;
            }

            var (next, effects) = Step(_state, input);
            _state = next;
            Perform(effects, message);
            if (IsOver)
            {
                Forget();
            }
        }
    }

    protected void Begin(Do effects, SipMessage message)
    {
        lock (_gate)
        {
            Perform(effects, message);
            if (IsOver)
            {
                Forget();
            }
        }
    }

    private void Perform(Do effects, SipMessage? message)
    {
        if ((effects & Do.Impossible) != 0)
        {
            Layer.Counters.Add(SipCounter.ImpossibleTransition);
            return;
        }

        if ((effects & Do.StopTimers) != 0)
        {
            _repeat?.Cancel();
            _end?.Cancel();
        }

        if ((effects & Do.StopRepeat) != 0)
        {
            _repeat?.Cancel();
        }

        var sent = true;
        if ((effects & Do.Send) != 0)
        {
            _last = message!.ToBytes();
            sent = Flow.TrySend(_last);
        }

        if ((effects & Do.SendAgain) != 0 && !_last.IsEmpty)
        {
            sent = Flow.TrySend(_last);
        }

        if ((effects & Do.SendAck) != 0 && AckFor(message!) is { } ack)
        {
            sent = Flow.TrySend(ack.ToBytes());
        }

        SetRepeat(effects);
        SetEnd(effects);
        if ((effects & Do.ToUser) != 0)
        {
            ToUser(message!);
        }

        if ((effects & (Do.TellTimeout | Do.TellTransport)) != 0)
        {
            var timeout = (effects & Do.TellTimeout) != 0;
            Layer.Counters.Add(timeout ? SipCounter.TransactionTimeouts : SipCounter.SendFailed);
            Tell(timeout);
        }

        if (!sent)
        {
            // A dead flow is found out at once instead of after 32 s (§17.1.4).
            TransportFailed();
        }
    }

    private void SetRepeat(Do effects)
    {
        const Do All = Do.StartA | Do.DoubleA | Do.StartE | Do.DoubleE | Do.SlowE | Do.StartG | Do.DoubleG;
        if ((effects & All) == 0 || Flow.IsReliable)
        {
            return;
        }

        var timers = Layer.Timers;
        _interval = (effects & All) switch
        {
            Do.StartA or Do.StartE or Do.StartG => timers.T1,
            Do.DoubleA => 2 * _interval,
            Do.SlowE => timers.T2,
            _ => Min(2 * _interval, timers.T2),
        };
        _repeat?.Cancel();
        var timer = effects & All;
        _repeat = Layer.Queue.Set(_interval, () => Feed(TimerInput(timer), null));
    }

    private void SetEnd(Do effects)
    {
        const Do All = Do.StartB | Do.StartD | Do.StartF | Do.StartH | Do.StartI | Do.StartJ | Do.StartK | Do.StartL | Do.StartM;
        var timer = effects & All;
        if (timer == 0)
        {
            return;
        }

        var timers = Layer.Timers;
        var after = timer switch
        {
            Do.StartD => Flow.IsReliable ? TimeSpan.Zero : timers.D,
            Do.StartI or Do.StartK => Flow.IsReliable ? TimeSpan.Zero : timers.T4,
            Do.StartJ => Flow.IsReliable ? TimeSpan.Zero : timers.GiveUp,
            _ => timers.GiveUp,
        };
        _end?.Cancel();
        _end = Layer.Queue.Set(after, () => Feed(TimerInput(timer), null));
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
