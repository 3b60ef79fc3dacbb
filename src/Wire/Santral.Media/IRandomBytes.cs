using System.Security.Cryptography;

namespace Santral.Media;

/// <summary>Where SSRCs, first sequence numbers and ICE passwords come from; a seeded one makes a call reproducible.</summary>
public interface IRandomBytes
{
    void Fill(Span<byte> destination);
}

/// <summary>The operating system's random numbers.</summary>
public sealed class SystemRandomBytes : IRandomBytes
{
    public static SystemRandomBytes Instance { get; } = new();

    public void Fill(Span<byte> destination) => RandomNumberGenerator.Fill(destination);
}
