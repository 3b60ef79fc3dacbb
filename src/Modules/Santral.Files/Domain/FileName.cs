namespace Santral.Files.Domain;

/// <summary>Names of files as they are shown and offered for saving: one line, without folders, fit for every system.</summary>
internal static class FileName
{
    public const int Longest = 200;

    private const string Refused = "<>:\"/\\|?*";

    /// <summary>`../../x.pdf` gives `x.pdf`; what has no name left is called `file`.</summary>
    public static string Clean(string? given)
    {
        var line = Typed.Line(given) ?? "";

        // Turned letters make "exe.fdp" of "pdf.exe".
        line = string.Concat(line[(line.LastIndexOfAny(['/', '\\']) + 1)..].Where(c => !Refused.Contains(c, StringComparison.Ordinal) && !IsTurning(c))).Trim(' ', '.');
        if (line.Length == 0)
        {
            return "file";
        }

        if (line.Length <= Longest)
        {
            return line;
        }

        var ending = Path.GetExtension(line) is { Length: <= 12 } few ? few : "";
        var kept = line[..(Longest - ending.Length)];
        return (char.IsHighSurrogate(kept[^1]) ? kept[..^1] : kept) + ending;
    }

    private static bool IsTurning(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F';
}
