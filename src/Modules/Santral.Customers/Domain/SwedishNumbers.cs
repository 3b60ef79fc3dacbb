using System.Globalization;

namespace Santral.Customers.Domain;

/// <summary>The numbers by which Sweden knows organisations and persons (Skatteverket; Luhn check digit).</summary>
public static class SwedishNumbers
{
    private const int CoordinationDays = 60;

    /// <summary>Organisationsnummer as ten digits; null when it is none. The third digit is two or more, so that it is nobody's birthday.</summary>
    public static string? ReadOrganisationNumber(string typed)
    {
        var digits = typed.StartsWith("16", StringComparison.Ordinal) && typed.Length == 12 ? typed[2..] : typed;
        return digits.Length == 10 && digits.All(char.IsAsciiDigit) && digits[0] != '0' && digits[2] >= '2' && HasLuhn(digits) ? digits : null;
    }

    /// <summary>
    /// Personnummer or samordningsnummer as twelve digits; null when it is none. Ten digits stand for the last hundred years,
    /// with a plus for the hundred before; a coordination number has sixty added to its day.
    /// </summary>
    public static string? ReadPersonalNumber(string typed, DateOnly today)
    {
        var isOver100 = typed.Contains('+', StringComparison.Ordinal);
        var digits = typed.Replace("-", "", StringComparison.Ordinal).Replace("+", "", StringComparison.Ordinal);
        if (!digits.All(char.IsAsciiDigit) || digits.Length is not (10 or 12))
        {
            return null;
        }

        var whole = digits.Length == 12 ? digits : CenturyOf(digits, isOver100, today) + digits;
        return BirthOf(whole) is { } born && born <= today && HasLuhn(whole[2..]) ? whole : null;
    }

    private static string CenturyOf(string ten, bool isOver100, DateOnly today)
    {
        var year = ((today.Year / 100) * 100) + int.Parse(ten[..2], CultureInfo.InvariantCulture);
        if (BirthOf($"{year:0000}{ten}"[..4] + ten[2..]) is not { } born || born > today)
        {
            year -= 100;
        }

        return (((isOver100 ? year - 100 : year) / 100)).ToString("00", CultureInfo.InvariantCulture);
    }

    private static DateOnly? BirthOf(string twelve)
    {
        var day = int.Parse(twelve.AsSpan(6, 2), NumberStyles.None, CultureInfo.InvariantCulture);
        var text = string.Create(CultureInfo.InvariantCulture, $"{twelve[..6]}{(day > CoordinationDays ? day - CoordinationDays : day):00}");
        return DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born) ? born : null;
    }

    private static bool HasLuhn(string digits)
    {
        var sum = 0;
        for (var place = 0; place < digits.Length; place++)
        {
            var product = (digits[place] - '0') * (place % 2 == 0 ? 2 : 1);
            sum += (product / 10) + (product % 10);
        }

        return sum % 10 == 0;
    }
}
