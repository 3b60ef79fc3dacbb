namespace Santral.Customers.Domain;

/// <summary>Reads tax and identity numbers as people write them into the one form they are stored in; wrong check digits are refused.</summary>
public static class NationalNumbers
{
    public const int LongestTax = 20;
    public const int LongestIdentity = 20;

    /// <summary>VKN in Turkey, organisationsnummer in Sweden, elsewhere letters and digits as written. A sole trader's is his identity number.</summary>
    public static string? ReadTax(string country, string? typed)
    {
        if (Plain(typed, "-./") is not { Length: > 0 } plain)
        {
            return null;
        }

        var read = country switch
        {
            "TR" => TurkishNumbers.IsTaxNumber(plain) ? plain : null,

            // The VAT number is the organisation number between SE and 01.
            "SE" => SwedishNumbers.ReadOrganisationNumber(plain is ['S', 'E', .. var number, '0', '1'] && number.Length == 10 ? number : plain),
            _ => IsForeign(plain) ? plain : null,
        };
        return read ?? throw new Refusal("customers.tax_number_invalid", RefusalKind.Invalid, ("taxNumber", Short(typed)));
    }

    /// <summary>TCKN in Turkey, personnummer or samordningsnummer in Sweden. The refusal does not repeat it: refusals are logged.</summary>
    public static string? ReadIdentity(string country, string? typed, DateOnly today)
    {
        if (Plain(typed, ".") is not { Length: > 0 } plain)
        {
            return null;
        }

        var read = country switch
        {
            "TR" => TurkishNumbers.IsIdentityNumber(plain) ? plain : null,
            "SE" => SwedishNumbers.ReadPersonalNumber(plain, today),
            _ => IsForeign(plain) ? plain : null,
        };
        return read ?? throw new Refusal("customers.identity_number_invalid", RefusalKind.Invalid);
    }

    /// <summary>Enough to compare with a card held in the hand, too little to use.</summary>
    public static string? Masked(string? number) => number is null ? null : $"{new string('•', Math.Max(0, number.Length - 2))}{number[^2..]}";

    private static string Plain(string? typed, string without)
        => string.Concat((typed ?? "").Where(c => !char.IsWhiteSpace(c) && !without.Contains(c, StringComparison.Ordinal))).ToUpperInvariant();

    private static bool IsForeign(string text) => text.Length is >= 4 and <= LongestIdentity && text.All(char.IsAsciiLetterOrDigit);

    private static string Short(string? typed) => typed!.Length > 40 ? typed[..40] : typed;
}
