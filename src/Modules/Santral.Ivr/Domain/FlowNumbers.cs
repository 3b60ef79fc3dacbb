using Santral.Ivr.Flows;

namespace Santral.Ivr.Domain;

/// <summary>The numbers that lead to a flow, as a person types them: E.164 or national form, and short codes of two to six digits.</summary>
internal static class FlowNumbers
{
    public const int Most = 50;

    private const int ShortestCode = 2;
    private const int LongestCode = 6;

    /// <summary>Each once, in E.164 or as the short code; a number of another flow is refused, because a caller can reach only one.</summary>
    /// <param name="region">Of the unit, for the national form.</param>
    /// <param name="code">Whose numbers they are to be.</param>
    public static IReadOnlyList<string> ReadOrRefuse(IReadOnlyList<string> typed, string region, string code, FlowLibrary library)
    {
        var numbers = typed.Select(t => Typed.Line(t)).OfType<string>().Select(t => Read(t, region)).Distinct().ToList();
        if (numbers.Count > Most)
        {
            throw new Refusal("ivr.numbers_too_many", RefusalKind.Invalid, ("max", Most));
        }

        foreach (var number in numbers)
        {
            if (library.FlowFor(number) is { } other && other.Code != code)
            {
                throw new Refusal("ivr.number_taken", RefusalKind.State, ("number", number), ("flow", other.Code));
            }
        }

        return numbers;
    }

    private static string Read(string text, string region)
    {
        if (text.Length is >= ShortestCode and <= LongestCode && text.All(char.IsAsciiDigit))
        {
            return text;
        }

        return PhoneNumber.TryRead(text, region, out var number) ? number.Value : throw new Refusal("ivr.number_wrong", RefusalKind.Invalid, ("number", text));
    }
}
