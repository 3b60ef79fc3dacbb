namespace Santral.Clocks.Domain;

/// <summary>A stretch of work in minutes after local midnight; beyond 1440 it goes on into the next date (22:00–06:00 is 1320–1800).</summary>
public readonly record struct Block(int Opens, int Closes)
{
    public const int Day = 24 * 60;

    public int Minutes => Closes - Opens;

    /// <summary>Blocks that touch are allowed; what overlaps, is empty or is longer than a day is not.</summary>
    public static bool AreSound(IReadOnlyList<Block> blocks)
    {
        var ordered = blocks.OrderBy(b => b.Opens).ToList();
        return ordered.TrueForAll(b => b.Opens is >= 0 and < Day && b.Closes > b.Opens && b.Closes <= b.Opens + Day)
            && ordered.Zip(ordered.Skip(1)).All(pair => pair.First.Closes <= pair.Second.Opens);
    }
}

/// <summary>A block of one weekday.</summary>
public readonly record struct WeekBlock(DayOfWeek Day, int Opens, int Closes)
{
    public Block Block => new(Opens, Closes);
}
