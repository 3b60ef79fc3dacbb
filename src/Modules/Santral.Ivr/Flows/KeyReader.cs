using System.Text;

namespace Santral.Ivr.Flows;

internal enum KeyEntryKind
{
    /// <summary>Ended by `#`.</summary>
    Complete,

    /// <summary>Nothing, or digits that were never ended by `#`.</summary>
    Silence,

    /// <summary>`*`: out of here.</summary>
    Star,
}

/// <summary>What a caller keyed up to `#`; never logged.</summary>
internal readonly record struct KeyEntry(KeyEntryKind Kind, string Digits)
{
    public override string ToString() => Kind.ToString();
}

/// <summary>Reads digits up to `#`, typed ahead or one by one.</summary>
internal static class KeyReader
{
    /// <summary>Digits beyond this are read but not kept: the entry is wrong anyway, and its rest must not fall into the next question.</summary>
    public const int Longest = 32;

    public static async Task<KeyEntry> ReadAsync(FlowRun run, TimeSpan first, TimeSpan next)
    {
        var digits = new StringBuilder();
        var wait = first;
        while (await run.Line.ReadKeyAsync(wait, run.HungUp) is { } key)
        {
            switch (key)
            {
                case '#':
                    return new KeyEntry(KeyEntryKind.Complete, digits.ToString());
                case '*':
                    return new KeyEntry(KeyEntryKind.Star, "");
                case >= '0' and <= '9' when digits.Length < Longest:
                    digits.Append(key);
                    break;
            }

            wait = next;
        }

        return new KeyEntry(KeyEntryKind.Silence, "");
    }
}
