using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Santral.Kernel;

/// <summary>
/// A telephone number in E.164 form (`+905321112233`). `0532 111 22 33`, `905321112233` and `+90 532 111 22 33`
/// are the same number where the region is TR; short codes and withheld numbers are no phone numbers (I-02, I-03).
/// </summary>
[JsonConverter(typeof(Json))]
public readonly record struct PhoneNumber : IParsable<PhoneNumber>
{
    /// <summary>E.164 allows at most fifteen digits; below eight nothing outside a country can be reached.</summary>
    public const int MaxDigits = 15;
    private const int MinDigits = 8;

    private readonly string? _value;

    private PhoneNumber(string value) => _value = value;

    public string Value => _value ?? "";

    /// <summary>Reads a number as people and trunks write it; <paramref name="region"/> (`TR`, `SE`) explains a national form.</summary>
    public static bool TryRead(string? text, string region, out PhoneNumber number)
    {
        number = default;
        if (string.IsNullOrWhiteSpace(text) || text.Length > 40 || !OnlyNumberSigns(text))
        {
            return false;
        }

        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        var international = text.TrimStart().StartsWith('+') ? digits
            : digits.StartsWith("00", StringComparison.Ordinal) ? digits[2..]
            : Numbering.ToInternational(digits, region);
        if (international is null || international.Length is < MinDigits or > MaxDigits || international[0] == '0')
        {
            return false;
        }

        if (!Numbering.LengthFits(international))
        {
            return false;
        }

        number = new PhoneNumber("+" + international);
        return true;
    }

    public static PhoneNumber Parse(string s, IFormatProvider? provider)
        => TryParse(s, provider, out var number) ? number : throw new FormatException("Not a phone number in E.164 form.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PhoneNumber result)
    {
        result = default;
        return s is ['+', ..] && TryRead(s, "", out result);
    }

    public override string ToString() => Value;

    /// <summary>Whether it is a number of this region (`TR`, `SE`).</summary>
    public bool IsIn(string region) => Numbering.ToNational(Value.TrimStart('+'), region) is not null;

    /// <summary>As it is dialled within its own region (`05321112233`); null when it is a number of another one.</summary>
    public string? ToNational(string region) => Numbering.ToNational(Value.TrimStart('+'), region);

    private static bool OnlyNumberSigns(string text)
        => text.All(c => char.IsAsciiDigit(c) || c is ' ' or '-' or '(' or ')' or '.' or '/' or '+' or '\u00a0')
            && text.LastIndexOf('+') <= text.Length - text.TrimStart().Length;

    private sealed class Json : JsonConverter<PhoneNumber>
    {
        public override PhoneNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            => TryParse(reader.GetString(), null, out var number) ? number : throw new JsonException("Not a phone number in E.164 form.");

        public override void Write(Utf8JsonWriter writer, PhoneNumber value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}
