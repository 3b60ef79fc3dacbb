using System.Text;

namespace Santral.Definitions.Domain;

/// <summary>
/// Comma separated values (RFC 4180) as spreadsheets write them: `;` or `,` or tab, found in the first line.
/// A cell that a spreadsheet would run as a formula is written with an apostrophe before it, and read without it.
/// </summary>
public static class CsvText
{
    /// <summary>Turkish and Swedish spreadsheets part cells with it.</summary>
    private const char Separator = ';';

    public static string Write(IEnumerable<IReadOnlyList<string>> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            text.AppendJoin(Separator, line.Select(c => Quoted(Neutral(c)))).Append("\r\n");
        }

        return text.ToString();
    }

    /// <summary>Lines with the number of the text's line each begins on; empty lines are left out.</summary>
    public static IReadOnlyList<CsvLine> Read(string text)
    {
        var lines = new List<CsvLine>();
        var separator = SeparatorOf(text);
        var cells = new List<string>();
        var cell = new StringBuilder();
        var (number, startsAt, isQuoted, wasQuoted) = (1, 1, false, false);
        for (var i = 0; i < text.Length; i++)
        {
            var sign = text[i];
            number += sign == '\n' ? 1 : 0;
            if (isQuoted)
            {
                if (sign != '"')
                {
                    cell.Append(sign);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append('"');
                    i++;
                }
                else
                {
                    isQuoted = false;
                }
            }
            else if (sign == '"' && cell.Length == 0 && !wasQuoted)
            {
                (isQuoted, wasQuoted) = (true, true);
            }
            else if (sign == separator)
            {
                EndCell();
            }
            else if (sign is '\n')
            {
                EndLine();
            }
            else if (sign != '\r')
            {
                cell.Append(sign);
            }
        }

        if (isQuoted)
        {
            throw new Refusal("definitions.csv_quote_open", RefusalKind.Invalid, ("line", startsAt));
        }

        EndLine();
        return lines;

        void EndCell()
        {
            cells.Add(Plain(cell.ToString()).Trim());
            cell.Clear();
            wasQuoted = false;
        }

        void EndLine()
        {
            EndCell();
            if (cells.Exists(c => c.Length > 0))
            {
                lines.Add(new CsvLine(startsAt, [.. cells]));
            }

            cells.Clear();
            startsAt = number;
        }
    }

    private static char SeparatorOf(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var first = end < 0 ? text : text[..end];
        return new[] { ';', ',', '\t' }.MaxBy(s => first.Count(c => c == s));
    }

    private static string Quoted(string cell)
        => cell.Any(c => c is ';' or ',' or '\t' or '"' or '\r' or '\n') || cell.Trim() != cell ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    // Apostrophes already there are counted, so that reading what was written gives the same.
    private static string Neutral(string cell) => IsFormula(cell.TrimStart('\'')) ? "'" + cell : cell;

    private static string Plain(string cell) => cell.StartsWith('\'') && IsFormula(cell.TrimStart('\'')) ? cell[1..] : cell;

    private static bool IsFormula(string cell) => cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r';
}

/// <summary>One line of a file.</summary>
public sealed record CsvLine(int Number, IReadOnlyList<string> Cells);
