namespace Santral.Media.Border;

/// <summary>What went wrong between the two processes.</summary>
internal sealed class MediaBorderCounters
{
    private long _malformed;

    /// <summary>Frames that could not be read or were not expected: each is a bug of ours.</summary>
    public long MalformedFrames => Interlocked.Read(ref _malformed);

    public void Malformed() => Interlocked.Increment(ref _malformed);
}
