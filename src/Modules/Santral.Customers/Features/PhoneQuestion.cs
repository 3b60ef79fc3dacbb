namespace Santral.Customers.Features;

/// <summary>A search that looks like a telephone number: whole (one number in E.164) or a part of one.</summary>
internal sealed record PhoneQuestion(PhoneNumber? Exact, string Digits)
{
    // Fewer digits are a house number or the start of a customer number, and match half of all numbers.
    private const int FewestDigits = 3;

    /// <summary>Null when the question is no number.</summary>
    public static PhoneQuestion? Read(string? text, IEnumerable<string> regions)
    {
        if (string.IsNullOrWhiteSpace(text) || !text.All(c => char.IsAsciiDigit(c) || c is ' ' or '-' or '(' or ')' or '.' or '/' or '+'))
        {
            return null;
        }

        foreach (var region in regions.Distinct())
        {
            if (PhoneNumber.TryRead(text, region, out var number))
            {
                return new PhoneQuestion(number, number.Value[1..]);
            }
        }

        // A trunk zero stands in no E.164 number.
        var digits = string.Concat(text.Where(char.IsAsciiDigit)).TrimStart('0');
        return digits.Length >= FewestDigits ? new PhoneQuestion(null, digits) : null;
    }
}
