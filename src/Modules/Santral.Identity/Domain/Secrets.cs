using System.Security.Cryptography;
using System.Text;

namespace Santral.Identity.Domain;

/// <summary>Random secrets and the hashes by which they are known again. A secret of 128 bits and more needs no slow hash.</summary>
internal static class Secrets
{
    public const string ApiKeyMark = "sk_";

    /// <summary>How much of an API key is kept readable, so that people can tell their keys apart.</summary>
    public const int ApiKeyPrefixLength = 11;

    public static string NewSessionToken() => Base64Url(32);

    public static string NewApiKey() => ApiKeyMark + Base64Url(32);

    /// <summary>Typed by hand on a phone's small keys: lower case and digits without look-alikes, 96 bits and a little.</summary>
    public static string NewDeskPhoneSecret() => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 20);

    /// <summary>Eighty bits as `ABCD-EFGH-JKLM-NPQR`.</summary>
    public static string NewRecoveryCode()
    {
        var code = RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 16);
        return $"{code[..4]}-{code[4..8]}-{code[8..12]}-{code[12..]}";
    }

    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private static string Base64Url(int bytes)
        => System.Buffers.Text.Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(bytes));
}
