using System.Text;

namespace Santral.Kernel;

/// <summary>What a person typed or pasted, made fit to be stored: no control signs (PostgreSQL refuses NUL), no half letters, one kind of line end.</summary>
public static class Typed
{
    /// <summary>One line: a name, a subject. Null when nothing is left.</summary>
    public static string? Line(string? text) => Clean(text, keepLines: false) is { Length: > 0 } line ? line : null;

    /// <summary>Several lines: a note. Empty when nothing is left.</summary>
    public static string Lines(string? text) => Clean(text, keepLines: true);

    private static string Clean(string? text, bool keepLines)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' or '\r')
            {
                clean.Append(keepLines ? rune.Value == '\t' ? '\t' : '\n' : ' ');
            }
            else if (!Rune.IsControl(rune))
            {
                clean.Append(rune);
            }
        }

        return clean.ToString().Trim();
    }
}
