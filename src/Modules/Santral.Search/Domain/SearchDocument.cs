namespace Santral.Search.Domain;

/// <summary>One record in the index, as a hit shows it.</summary>
public sealed class SearchDocument
{
    public const int ExcerptLength = 240;

    // Of Unicode's private use: FTS5 keeps it in a word, and Words never does.
    private const char Sign = '\uE000';

    private SearchDocument()
    {
    }

    /// <summary>Grows with every record that is new to the index: newer ones are looked at first.</summary>
    public long Sequence { get; private set; }

    public string Kind { get; private set; } = "";

    public Guid RecordId { get; private set; }

    public string? Number { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>The beginning of the text.</summary>
    public string Excerpt { get; private set; } = "";

    public string? Unit { get; private set; }

    public string Path { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    /// <summary>Of everything that is searched: when it is the same, the words need not be written again.</summary>
    public string Digest { get; private set; } = "";

    public static SearchDocument Of(Findable record)
    {
        var document = new SearchDocument { Kind = record.Kind, RecordId = record.Id };
        document.Follow(record);
        return document;
    }

    /// <summary>What stands among its words and says who may see it: its kind, and its kind in its unit.</summary>
    public IReadOnlyList<string> Marks => [MarkOf(Kind), MarkOf(Kind, Unit ?? "")];

    /// <summary>A word of both databases that no text has: it begins with a sign of nobody's alphabet.</summary>
    public static string MarkOf(string kind, string? unit = null) => $"{Sign}{Words.Compact(kind)}{(unit is null ? "" : $"{Sign}{Words.Compact(unit)}")}";

    /// <summary>True when words, keys or marks changed.</summary>
    public bool Follow(Findable record)
    {
        var digest = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(
            $"{record.Number}\n{record.Title}\n{record.Text}\n{string.Join(',', record.Phones)}\n{record.Unit}")));
        var isNew = digest != Digest;
        (Number, Title, Unit, Path, At, Digest) = (record.Number, Cut(record.Title, 200), record.Unit, record.Path, record.At, digest);
        // Its parts are lines: they must not run into one another.
        Excerpt = Cut(string.Join(" · ", record.Text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)), ExcerptLength);
        return isNew;
    }

    // Never through the middle of a letter of two halves.
    private static string Cut(string text, int length)
        => text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}

/// <summary>What a number or a phone number is found by: its beginning, or the beginning of its end.</summary>
public sealed class SearchKey
{
    public const int Longest = 40;

    public required string Key { get; init; }

    public required long Sequence { get; init; }

    /// <summary>`ÇB-26-4812` by `cb264812` and `4812`; `+905321112233` by its digits, by `5321112233` and by `1112233`.</summary>
    public static IEnumerable<string> Of(Findable record)
    {
        var keys = new List<string>();
        if (record.Number is { Length: > 0 } number)
        {
            keys.Add(Words.Compact(number));
            keys.Add(Words.Compact(number.Split('-')[^1]).TrimStart('0'));
        }

        foreach (var phone in record.Phones)
        {
            var digits = string.Concat(phone.Value.Where(char.IsAsciiDigit));
            keys.Add(digits);
            keys.AddRange(((int[])[10, 9, 7]).Where(length => digits.Length > length).Select(length => digits[^length..]));
        }

        return keys.Where(k => k.Length is > 0 and <= Longest).Distinct(StringComparer.Ordinal);
    }
}

/// <summary>A word that stands somewhere, and in how many records it was seen.</summary>
public sealed class SearchTerm
{
    public required string Term { get; init; }

    public required int Uses { get; init; }
}

/// <summary>What is left of a word when a letter is taken out, and the word: how slips are found.</summary>
public sealed class SearchRemain
{
    public required string Remain { get; init; }

    public required string Term { get; init; }
}

/// <summary>With which rules the index was made; with others it is made anew.</summary>
public sealed class SearchState
{
    public int Id { get; init; } = 1;

    public int Rules { get; set; }
}
