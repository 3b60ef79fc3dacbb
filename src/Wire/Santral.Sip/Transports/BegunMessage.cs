namespace Santral.Sip.Transports;

/// <summary>Since when a stream owes us the rest of a message. The reader of the stream writes it, the sweep reads it.</summary>
internal sealed class BegunMessage(TimeProvider clock)
{
    private long _since = long.MinValue;

    /// <summary>Zero when no message is half read. Bytes that drip in do not make it younger.</summary>
    public TimeSpan Age => Interlocked.Read(ref _since) is var since && since == long.MinValue ? TimeSpan.Zero : clock.GetElapsedTime(since);

    /// <param name="whole">Bytes of messages that were complete.</param>
    /// <param name="left">Bytes of the one that is not.</param>
    public void Took(int whole, int left)
    {
        if (left == 0)
        {
            Interlocked.Exchange(ref _since, long.MinValue);
        }
        else if (whole > 0 || Interlocked.Read(ref _since) == long.MinValue)
        {
            Interlocked.Exchange(ref _since, clock.GetTimestamp());
        }
    }
}
