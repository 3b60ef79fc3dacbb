namespace Santral.Media.Srtp;

/// <summary>How one profile seals and opens one packet, given its index; one direction, one thread.</summary>
internal abstract class SrtpCipher : IDisposable
{
    /// <summary>What a sealed RTP packet is longer by.</summary>
    internal abstract int RtpOverhead { get; }

    /// <summary>What a sealed RTCP packet is longer by, the index word included.</summary>
    internal abstract int RtcpOverhead { get; }

    internal static SrtpCipher Create(SrtpProfile profile, in SrtpMaster master) => profile switch
    {
        SrtpProfile.AesCm128HmacSha1Tag80 => new SrtpCmCipher(master),
        SrtpProfile.AeadAes128Gcm => new SrtpGcmCipher(master),
        _ => throw new ArgumentOutOfRangeException(nameof(profile)),
    };

    /// <summary>Seals in place and returns the sealed length; the span has room for the overhead.</summary>
    internal abstract int SealRtp(Span<byte> packet, int length, int headerLength, uint ssrc, ulong index);

    /// <summary>Opens in place and returns the plain length, or -1 when the tag is wrong.</summary>
    internal abstract int OpenRtp(Span<byte> packet, int headerLength, uint ssrc, ulong index);

    internal abstract int SealRtcp(Span<byte> packet, int length, uint ssrc, uint index);

    /// <summary>Opens in place; <paramref name="flaggedIndex"/> is the index word as received, with the encryption flag.</summary>
    internal abstract int OpenRtcp(Span<byte> packet, uint ssrc, uint flaggedIndex);

    /// <summary>Where the word with the SRTCP index begins in a sealed packet.</summary>
    internal abstract int RtcpIndexAt(int sealedLength);

    public abstract void Dispose();
}
