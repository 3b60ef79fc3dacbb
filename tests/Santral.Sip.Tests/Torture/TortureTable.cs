using System.Globalization;
using Santral.Sip.Messages;

namespace Santral.Sip.Tests.Torture;

/// <summary>What happens to a message over one transport.</summary>
/// <param name="Codes">Status codes of the answers in order; 100 for an INVITE that reaches the application. Empty: nothing is sent.</param>
/// <param name="Proven">The answer once the sender has proven who he is; 0 where nobody asks.</param>
/// <param name="Waits">The rest of the message may still come.</param>
internal sealed record TortureOutcome(IReadOnlyList<int> Codes, bool Closed = false, int Proven = 0, bool Waits = false)
{
    public static TortureOutcome Parse(string text) => text switch
    {
        "silence" => new([]),
        "waits" => new([], Waits: true),
        _ when text.Split(", then ") is [var asked, var proven] => new([Code(asked)], Proven: Code(proven)),
        _ => Listed(text.Split(", ")),
    };

    private static TortureOutcome Listed(string[] parts) => new([.. parts.Where(p => p != "closed").Select(Code)], parts[^1] == "closed");

    private static int Code(string text) => text == "call" ? 100 : int.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>One row of the table in `docs/wire/rfc4475.md`, which is the promise.</summary>
internal sealed record TortureRow(string Section, string Name, SipFaultWhy Why, TortureOutcome Udp, TortureOutcome Tcp)
{
    public static IReadOnlyDictionary<string, TortureRow> All { get; } = Load();

    private static Dictionary<string, TortureRow> Load()
    {
        using var stream = typeof(TortureRow).Assembly.GetManifestResourceStream("rfc4475.md")!;
        using var reader = new StreamReader(stream);
        var rows = new Dictionary<string, TortureRow>();
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith("| 3.", StringComparison.Ordinal))
            {
                continue;
            }

            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            cells.Length.ShouldBe(8, line);
            cells[6].ShouldNotBeEmpty(line);
            var row = new TortureRow(
                cells[1], cells[2].Trim('`'), cells[3] == "whole" ? SipFaultWhy.None : Enum.Parse<SipFaultWhy>(cells[3]), TortureOutcome.Parse(cells[4]), TortureOutcome.Parse(cells[5]));
            rows.Add(row.Name, row);
        }

        return rows;
    }
}
