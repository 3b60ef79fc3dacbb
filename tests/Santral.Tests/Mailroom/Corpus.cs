using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Santral.Testing;

/// <summary>
/// The project's own letters, one for each rule and case: `Corpus/*.eml`, and what is to be read in each in `Corpus/expected.json`. A file
/// may say `%{1500*text}%` for a text that often, so that the largest of them are small here.
/// </summary>
internal static partial class Corpus
{
    private static readonly string Folder = FolderOf();

    public static IReadOnlyList<Case> All { get; } = JsonSerializer.Deserialize<List<Case>>(File.ReadAllText(Path.Combine(Folder, "expected.json")), JsonSerializerOptions.Web)!;

    public static byte[] BytesOf(string file) => Encoding.Latin1.GetBytes(Repeated().Replace(
        Encoding.Latin1.GetString(File.ReadAllBytes(Path.Combine(Folder, file + ".eml"))),
        m => new StringBuilder().Insert(0, m.Groups["text"].Value, int.Parse(m.Groups["count"].Value, CultureInfo.InvariantCulture)).ToString()));

    public static IEnumerable<string> Files => Directory.GetFiles(Folder, "*.eml").Select(f => Path.GetFileNameWithoutExtension(f)!);

    /// <summary>Bytes changed, doubled, lost or swapped; the same chance makes the same ones.</summary>
    public static byte[] Mutate(byte[] seed, Random chance)
    {
        var bytes = seed.ToList();
        for (var change = chance.Next(1, 8); change > 0 && bytes.Count > 0; change--)
        {
            var at = chance.Next(bytes.Count);
            switch (chance.Next(6))
            {
                case 0:
                    bytes[at] = (byte)chance.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(chance.Next(80), bytes.Count - at));
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(chance.Next(200), bytes.Count - at)));
                    break;
                case 3:
                    bytes.InsertRange(at, "\r\n\0<>=?;\"--b"u8.ToArray());
                    break;
                case 4:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    var other = chance.Next(bytes.Count);
                    (bytes[at], bytes[other]) = (bytes[other], bytes[at]);
                    break;
            }
        }

        return [.. bytes];
    }

    private static string FolderOf([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Corpus");

    [GeneratedRegex(@"%\{(?<count>\d+)\*(?<text>.*?)\}%", RegexOptions.Singleline)]
    private static partial Regex Repeated();

    /// <summary>What is to be read in one letter; what it does not name is not asked.</summary>
    internal sealed class Case
    {
        public string File { get; init; } = "";

        public string Rule { get; init; } = "";

        /// <summary>Everything else: a name of what is looked at, and what it is to be.</summary>
        [System.Text.Json.Serialization.JsonExtensionData]
        public Dictionary<string, JsonElement> Expected { get; init; } = [];
    }
}
