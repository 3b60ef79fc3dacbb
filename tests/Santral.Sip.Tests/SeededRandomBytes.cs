namespace Santral.Sip.Tests;

/// <summary>Chance that repeats: the same seed gives the same tags, branches and nonces.</summary>
public sealed class SeededRandomBytes(int seed) : IRandomBytes
{
    private readonly Random _random = new(seed);

    public void Fill(Span<byte> target)
    {
        lock (_random)
        {
            _random.NextBytes(target);
        }
    }
}
