using Santral.Sip.Messages;

namespace Santral.Sip;

/// <summary>What is counted besides the faults of messages.</summary>
public enum SipCounter
{
    Received,
    Sent,
    SendFailed,
    KeepAlive,
    InvitesSeen,
    RepeatsAbsorbed,
    RefusedByAdmission,
    RefusedByRule,

    /// <summary>Requests dropped without an answer: their sender is no trunk and no registered phone.</summary>
    UnknownSource,
    ImpossibleTransition,
    StrayResponses,
    StrayAcks,
    TransactionTimeouts,
    ConnectionsRefused,
    ConnectionsOpened,
    ConnectionsClosed,
    LeniencyUsed,
    FaultsInApplication,

    /// <summary>Requests too long for a datagram that were sent by a stream (RFC 3261 §18.1.1).</summary>
    LongByStream,

    /// <summary>TLS handshakes that came to nothing: no common version, a certificate that is not believed, silence.</summary>
    HandshakesFailed,
}

/// <summary>Counters anyone may read while the stack runs.</summary>
public sealed class SipCounters
{
    private readonly long[] _counts = new long[Enum.GetValues<SipCounter>().Length];
    private readonly long[] _faults = new long[Enum.GetValues<SipFaultWhy>().Length];

    public long this[SipCounter counter] => Interlocked.Read(ref _counts[(int)counter]);

    public long this[SipFaultWhy why] => Interlocked.Read(ref _faults[(int)why]);

    /// <summary>Malformed messages of every kind.</summary>
    public long Malformed
    {
        get
        {
            var sum = 0L;
            for (var i = 0; i < _faults.Length; i++)
            {
                sum += Interlocked.Read(ref _faults[i]);
            }

            return sum;
        }
    }

    internal void Add(SipCounter counter) => Interlocked.Increment(ref _counts[(int)counter]);

    internal void Add(SipFaultWhy why) => Interlocked.Increment(ref _faults[(int)why]);
}
