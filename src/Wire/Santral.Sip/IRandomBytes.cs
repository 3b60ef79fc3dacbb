using System.Security.Cryptography;

namespace Santral.Sip;

/// <summary>The only source of chance in the stack; a seeded one makes a whole call reproducible byte for byte.</summary>
public interface IRandomBytes
{
    void Fill(Span<byte> target);
}

/// <summary>The operating system's cryptographic random source: tags, branches and nonces must not be guessable.</summary>
public sealed class SystemRandomBytes : IRandomBytes
{
    public void Fill(Span<byte> target) => RandomNumberGenerator.Fill(target);
}

/// <summary>Tokens made of random bytes, as RFC 3261 wants them: 128 bits in a branch, at least 32 in a tag (§8.1.1.7, §19.3).</summary>
internal static class RandomToken
{
    public static string Hex(this IRandomBytes random, int bytes)
    {
        Span<byte> chance = stackalloc byte[bytes];
        random.Fill(chance);
        return Convert.ToHexStringLower(chance);
    }
}
