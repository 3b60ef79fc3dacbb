using System.Globalization;
using System.Text.RegularExpressions;

namespace Santral.Contracts.Queues;

/// <summary>
/// What somebody can, or what a caller needs, each with a level of 1 to 5: `sv:3 billing:1`, one readable line in the audit trail. A language is a skill
/// like any other.
/// </summary>
public sealed partial class Skills
{
    public const int Highest = 5;
    public const int Most = 20;
    public const int LongestText = 400;

    public static Skills None { get; } = new(new SortedDictionary<string, int>(StringComparer.Ordinal));

    private readonly SortedDictionary<string, int> _levels;

    private Skills(SortedDictionary<string, int> levels) => _levels = levels;

    public bool IsEmpty => _levels.Count == 0;

    public IReadOnlyDictionary<string, int> Levels => _levels;

    /// <summary>A skill without a level is one of level 1.</summary>
    public static bool TryRead(string? text, out Skills skills)
    {
        var levels = new SortedDictionary<string, int>(StringComparer.Ordinal);
        skills = None;
        foreach (var word in (text ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            var match = Skill().Match(word);
            if (!match.Success)
            {
                return false;
            }

            levels[match.Groups[1].Value] = match.Groups[2].Success ? int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture) : 1;
        }

        if (levels.Count > Most)
        {
            return false;
        }

        skills = levels.Count == 0 ? None : new Skills(levels);
        return true;
    }

    public static Skills Read(string? text) => TryRead(text, out var skills) ? skills : None;

    public Skills With(string code)
    {
        var levels = new SortedDictionary<string, int>(_levels, StringComparer.Ordinal);
        levels.TryAdd(code, 1);
        return new Skills(levels);
    }

    /// <summary>How many of the wanted skills are there at their level.</summary>
    public int Meets(Skills wanted) => wanted._levels.Count(w => _levels.GetValueOrDefault(w.Key) >= w.Value);

    public bool Covers(Skills wanted) => wanted.IsEmpty || Meets(wanted) == wanted._levels.Count;

    public override string ToString() => string.Join(' ', _levels.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Key}:{s.Value}")));

    [GeneratedRegex("^([a-z][a-z0-9_]{0,29})(?::([1-5]))?$")]
    private static partial Regex Skill();
}
