using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Santral.Identity.Domain;

/// <summary>Time-based one-time codes: RFC 6238 over HOTP (RFC 4226 §5.3), thirty-second steps, six digits, SHA-1, as authenticator apps expect.</summary>
internal static class Totp
{
    public const int StepSeconds = 30;
    public const int Digits = 6;

    /// <summary>RFC 4226 §4 R6 recommends 160 bits.</summary>
    public const int SecretBytes = 20;

    public static long StepAt(DateTimeOffset now) => now.ToUnixTimeSeconds() / StepSeconds;

    public static string Code(ReadOnlySpan<byte> secret, long step) => Code(secret, step, Digits, HashAlgorithmName.SHA1);

    public static string Code(ReadOnlySpan<byte> secret, long step, int digits, HashAlgorithmName algorithm)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> mac = stackalloc byte[64];
        mac = mac[..CryptographicOperations.HmacData(algorithm, secret, counter, mac)];

        // RFC 4226 §5.3: dynamic truncation.
        var offset = mac[^1] & 0x0F;
        var number = BinaryPrimitives.ReadInt32BigEndian(mac[offset..]) & 0x7FFF_FFFF;
        return (number % (int)Math.Pow(10, digits)).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    /// <summary>
    /// The step a code belongs to: one step either side is allowed for slow fingers and clocks that differ (RFC 6238 §5.2),
    /// and no step up to <paramref name="lastUsed"/>, because a code counts once. Null when the code is wrong.
    /// </summary>
    public static long? Match(ReadOnlySpan<byte> secret, string code, DateTimeOffset now, long lastUsed)
    {
        var typed = new string([.. code.Where(c => !char.IsWhiteSpace(c))]);
        if (typed.Length != Digits || !typed.All(char.IsAsciiDigit))
        {
            return null;
        }

        var current = StepAt(now);
        long? match = null;
        for (var step = current - 1; step <= current + 1; step++)
        {
            var same = CryptographicOperations.FixedTimeEquals(
                System.Text.Encoding.ASCII.GetBytes(Code(secret, step)),
                System.Text.Encoding.ASCII.GetBytes(typed));
            if (same && step > lastUsed)
            {
                match = step;
            }
        }

        return match;
    }

    /// <summary>The address an authenticator app reads from the picture (the key URI format of Google Authenticator).</summary>
    public static string Uri(string issuer, string account, string secret)
        => $"otpauth://totp/{System.Uri.EscapeDataString(issuer)}:{System.Uri.EscapeDataString(account)}"
            + $"?secret={secret}&issuer={System.Uri.EscapeDataString(issuer)}&algorithm=SHA1&digits={Digits}&period={StepSeconds}";
}
