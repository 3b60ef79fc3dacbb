namespace Santral.Media.Srtp;

/// <summary>Session keys from a master key (RFC 3711 §4.3.1 with a derivation rate of zero; RFC 7714 §11 for GCM).</summary>
internal static class SrtpKeys
{
    internal const byte RtpCipher = 0;
    internal const byte RtpAuthentication = 1;
    internal const byte RtpSalt = 2;
    internal const byte RtcpCipher = 3;
    internal const byte RtcpAuthentication = 4;
    internal const byte RtcpSalt = 5;

    internal static byte[] Derive(in SrtpMaster master, byte label, int length)
    {
        Span<byte> iv = stackalloc byte[16];
        iv.Clear();

        // A GCM salt has 12 bytes; RFC 7714 §11 pads it on the right to the 14 that the derivation takes.
        master.Salt.CopyTo(iv);
        iv[7] ^= label;
        var key = new byte[length];
        using var cipher = new CounterMode(master.Key);
        cipher.Apply(iv, key);
        return key;
    }
}
