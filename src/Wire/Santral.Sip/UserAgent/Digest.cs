using System.Security.Cryptography;
using System.Text;

namespace Santral.Sip.UserAgent;

/// <summary>Hash functions of a digest.</summary>
public enum DigestAlgorithm
{
    Md5,
    Sha256,
}

/// <summary>The arithmetic of RFC 7616 §3.4.</summary>
public static class Digest
{
    /// <summary>What a server keeps instead of the password: H(user:realm:password).</summary>
    public static string Ha1(DigestAlgorithm algorithm, string user, string realm, string password) =>
        Hash(algorithm, $"{user}:{realm}:{password}");

    internal static string Answer(
        DigestAlgorithm algorithm, string ha1, string method, string uri, string nonce, string count, string cnonce, string qop) =>
        Hash(algorithm, $"{ha1}:{nonce}:{count}:{cnonce}:{qop}:{Hash(algorithm, $"{method}:{uri}")}");

    /// <summary>Without qop, as RFC 2617 clients answer.</summary>
    internal static string AnswerOldStyle(DigestAlgorithm algorithm, string ha1, string method, string uri, string nonce) =>
        Hash(algorithm, $"{ha1}:{nonce}:{Hash(algorithm, $"{method}:{uri}")}");

    internal static string NameOf(DigestAlgorithm algorithm) => algorithm == DigestAlgorithm.Md5 ? "MD5" : "SHA-256";

    internal static bool TryAlgorithm(string? name, out DigestAlgorithm algorithm)
    {
        algorithm = string.Equals(name, "SHA-256", StringComparison.OrdinalIgnoreCase) ? DigestAlgorithm.Sha256 : DigestAlgorithm.Md5;
        return name is null || algorithm == DigestAlgorithm.Sha256 || string.Equals(name, "MD5", StringComparison.OrdinalIgnoreCase);
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5351", Justification = "RFC 3261 §22.4: MD5 is what most desk phones speak; SHA-256 is offered first.")]
    private static string Hash(DigestAlgorithm algorithm, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return Convert.ToHexStringLower(algorithm == DigestAlgorithm.Md5 ? MD5.HashData(bytes) : SHA256.HashData(bytes));
    }
}
