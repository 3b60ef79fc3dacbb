namespace Santral.Media.Srtp;

/// <summary>The SRTP protection profiles we accept (RFC 5764 §4.1.2, RFC 7714 §14.2), by their DTLS number.</summary>
internal enum SrtpProfile
{
    AesCm128HmacSha1Tag80 = 0x0001,
    AeadAes128Gcm = 0x0007,
}

/// <summary>Master key and salt of one direction.</summary>
internal readonly record struct SrtpMaster(byte[] Key, byte[] Salt)
{
    internal const int KeyLength = 16;

    internal static int SaltLength(SrtpProfile profile) => profile == SrtpProfile.AeadAes128Gcm ? 12 : 14;

    // Keys never reach a log by way of the record's text.
    public override string ToString() => "SrtpMaster";
}
