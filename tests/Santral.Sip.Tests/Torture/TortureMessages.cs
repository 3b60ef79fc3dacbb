using System.Globalization;
using System.Text;

namespace Santral.Sip.Tests.Torture;

/// <summary>The messages of RFC 4475, written in the RFC's own notation: allOneLine, repeat and hex.</summary>
internal static class TortureMessages
{
    public static IReadOnlyDictionary<string, byte[]> All { get; } = Load();

    private static Dictionary<string, byte[]> Load()
    {
        using var stream = typeof(TortureMessages).Assembly.GetManifestResourceStream("rfc4475.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var found = new Dictionary<string, byte[]>();
        foreach (var part in reader.ReadToEnd().Split("=== ", StringSplitOptions.RemoveEmptyEntries))
        {
            var end = part.IndexOf('\n', StringComparison.Ordinal);
            var name = part[..end].Split(' ')[0];
            if (name != "end")
            {
                found[name] = Expand(part[(end + 1)..]);
            }
        }

        return found;
    }

    private static byte[] Expand(string text)
    {
        var flat = new StringBuilder();
        var joining = false;
        foreach (var line in text.Split('\n')[..^1])
        {
            switch (line)
            {
                case "<allOneLine>":
                    joining = true;
                    break;
                case "</allOneLine>":
                    joining = false;
                    flat.Append("\r\n");
                    break;
                default:
                    flat.Append(line).Append(joining ? "" : "\r\n");
                    break;
            }
        }

        return Hex(Repeat(flat.ToString()));
    }

    private static string Repeat(string text)
    {
        const string Open = "<repeat count=";
        while (text.IndexOf(Open, StringComparison.Ordinal) is >= 0 and var start)
        {
            var close = text.IndexOf('>', start);
            var end = text.IndexOf("</repeat>", close, StringComparison.Ordinal);
            var count = int.Parse(text[(start + Open.Length)..close], CultureInfo.InvariantCulture);
            text = text[..start] + string.Concat(Enumerable.Repeat(text[(close + 1)..end], count)) + text[(end + 9)..];
        }

        return text;
    }

    private static byte[] Hex(string text)
    {
        var bytes = new List<byte>();
        while (text.IndexOf("<hex>", StringComparison.Ordinal) is >= 0 and var start)
        {
            var end = text.IndexOf("</hex>", start, StringComparison.Ordinal);
            bytes.AddRange(Encoding.ASCII.GetBytes(text[..start]));
            bytes.AddRange(Convert.FromHexString(text[(start + 5)..end]));
            text = text[(end + 6)..];
        }

        bytes.AddRange(Encoding.ASCII.GetBytes(text));
        return [.. bytes];
    }
}
