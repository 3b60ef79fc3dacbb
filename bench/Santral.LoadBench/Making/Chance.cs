namespace Santral.LoadBench.Making;

/// <summary>The same choices again from the same seed.</summary>
internal sealed class Chance(int seed)
{
    private readonly Random _random = new(seed);

    public int Below(int limit) => _random.Next(limit);

    public bool Percent(double share) => _random.NextDouble() * 100 < share;

    public T Of<T>(IReadOnlyList<T> all) => all[_random.Next(all.Count)];

    /// <summary>A few are met all the time, most of them seldom: as with matters, customers and words.</summary>
    public T Often<T>(IReadOnlyList<T> all) => all[(int)(all.Count * Math.Pow(_random.NextDouble(), 2.5))];

    public T Weighted<T>(IReadOnlyList<(T Value, int Weight)> all)
    {
        var at = _random.Next(all.Sum(a => a.Weight));
        foreach (var (value, weight) in all)
        {
            at -= weight;
            if (at < 0)
            {
                return value;
            }
        }

        return all[^1].Value;
    }

    /// <summary>Mostly short, sometimes very long.</summary>
    public TimeSpan About(TimeSpan mean) => mean * -Math.Log(1 - _random.NextDouble());
}
