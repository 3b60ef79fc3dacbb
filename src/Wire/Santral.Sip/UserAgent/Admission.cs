using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace Santral.Sip.UserAgent;

/// <summary>How much is taken on before new calls get 503 with Retry-After.</summary>
public sealed record AdmissionLimits
{
    public int ConcurrentCalls { get; init; } = 4_000;

    /// <summary>Calls waiting for the application to take them.</summary>
    public int WaitingCalls { get; init; } = 1_000;

    /// <summary>When the oldest waiting call is older than this, the application is behind and taking more would make all of them late.</summary>
    public TimeSpan QueueAge { get; init; } = TimeSpan.FromMilliseconds(500);

    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(5);
}

/// <summary>Decides on a new INVITE before any work is done for it: without this one stall becomes a storm of repeats.</summary>
internal sealed class Admission(AdmissionLimits limits, TimeProvider clock)
{
    private readonly ConcurrentQueue<Ticket> _waiting = new();
    private int _calls;
    private int _waitingCount;

    /// <summary>One admitted call, from its INVITE to its end.</summary>
    public sealed class Ticket
    {
        internal long Since;
        internal int Taken;
        internal int Ended;
    }

    public int Calls => Volatile.Read(ref _calls);

    public int Waiting => Volatile.Read(ref _waitingCount);

    public bool TryEnter([NotNullWhen(true)] out Ticket? ticket)
    {
        ticket = null;
        while (_waiting.TryPeek(out var first) && Volatile.Read(ref first.Taken) != 0)
        {
            _waiting.TryDequeue(out _);
        }

        if (Waiting >= limits.WaitingCalls || (_waiting.TryPeek(out var oldest) && clock.GetElapsedTime(oldest.Since) > limits.QueueAge)
            || Interlocked.Increment(ref _calls) > limits.ConcurrentCalls && Leave())
        {
            return false;
        }

        ticket = new() { Since = clock.GetTimestamp() };
        Interlocked.Increment(ref _waitingCount);
        _waiting.Enqueue(ticket);
        return true;
    }

    /// <summary>An outgoing call counts, but is never refused: somebody inside asked for it.</summary>
    public Ticket EnterOutgoing()
    {
        Interlocked.Increment(ref _calls);
        return new() { Taken = 1 };
    }

    public void Take(Ticket ticket)
    {
        if (Interlocked.Exchange(ref ticket.Taken, 1) == 0)
        {
            Interlocked.Decrement(ref _waitingCount);
        }
    }

    public void End(Ticket ticket)
    {
        Take(ticket);
        if (Interlocked.Exchange(ref ticket.Ended, 1) == 0)
        {
            Interlocked.Decrement(ref _calls);
        }
    }

    private bool Leave()
    {
        Interlocked.Decrement(ref _calls);
        return true;
    }
}

/// <summary>The application's end of the queue of calls: reading one tells admission that it is being worked on.</summary>
internal sealed class AdmittedCalls(Channel<IncomingCall> channel, Admission admission) : ChannelReader<IncomingCall>
{
    public override bool CanCount => true;

    public override int Count => channel.Reader.Count;

    public override Task Completion => channel.Reader.Completion;

    public override bool TryRead([MaybeNullWhen(false)] out IncomingCall item)
    {
        while (channel.Reader.TryRead(out item))
        {
            admission.Take(item.Ticket);

            // A caller who left before anyone looked is not worth anyone's time.
            if (!item.IsEnded)
            {
                return true;
            }
        }

        return false;
    }

    public override ValueTask<bool> WaitToReadAsync(CancellationToken cancellationToken = default) =>
        channel.Reader.WaitToReadAsync(cancellationToken);
}
