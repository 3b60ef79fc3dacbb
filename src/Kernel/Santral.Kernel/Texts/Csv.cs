using System.Text;

namespace Santral.Kernel;

/// <summary>
/// CSV (RFC 4180) for spreadsheets: a semicolon, because they read commas as decimal marks in Turkish and Swedish; and no cell that a
/// spreadsheet would take for a formula (OWASP, CSV injection).
/// </summary>
public static class Csv
{
    private const string Formula = "=+-@\t\r";

    /// <summary>One line without its end.</summary>
    public static string Line(IEnumerable<string?> values) => string.Join(';', values.Select(Cell));

    private static string Cell(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return "";
        }

        // Full-width signs are formulas too in East Asian spreadsheets.
        var first = value.Normalize(NormalizationForm.FormKC).TrimStart(' ', '\n');
        var safe = first.Length > 0 && Formula.Contains(first[0], StringComparison.Ordinal) ? $"'{value}" : value;
        return safe.AsSpan().IndexOfAny(";\"\n\r,") >= 0 || safe[0] == '\'' ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
