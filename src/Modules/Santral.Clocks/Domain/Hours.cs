using System.Globalization;

namespace Santral.Clocks.Domain;

/// <summary>Blocks as one readable line, which is also what the audit trail shows: `Monday 09:00-12:30; Friday 22:00-30:00`. Beyond 24:00 is the next date.</summary>
internal static class Hours
{
    public static string Write(IEnumerable<WeekBlock> week)
        => string.Join("; ", week.OrderBy(b => ((int)b.Day + 6) % 7).ThenBy(b => b.Opens).Select(b => $"{b.Day} {Write(b.Block)}"));

    public static string Write(IEnumerable<Block> blocks) => string.Join("; ", blocks.OrderBy(b => b.Opens).Select(Write));

    public static IReadOnlyList<WeekBlock> ReadWeek(string text)
        => [.. Parts(text).Select(part => part.Split(' ')).Select(words => ReadOne(words[1]) is var block ? new WeekBlock(Enum.Parse<DayOfWeek>(words[0]), block.Opens, block.Closes) : default)];

    public static IReadOnlyList<Block> ReadBlocks(string text) => [.. Parts(text).Select(ReadOne)];

    private static string[] Parts(string text) => text.Split("; ", StringSplitOptions.RemoveEmptyEntries);

    private static string Write(Block block) => $"{Clock(block.Opens)}-{Clock(block.Closes)}";

    private static Block ReadOne(string text) => text.Split('-') is var ends ? new Block(Minutes(ends[0]), Minutes(ends[1])) : default;

    private static string Clock(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");

    private static int Minutes(string clock)
        => (int.Parse(clock[..2], CultureInfo.InvariantCulture) * 60) + int.Parse(clock[3..], CultureInfo.InvariantCulture);
}
