namespace Santral.Customers.Domain;

/// <summary>The numbers by which Turkey knows firms and persons, with their check digits.</summary>
public static class TurkishNumbers
{
    /// <summary>Vergi kimlik numarası: ten digits, the last computed from the nine before it.</summary>
    public static bool IsTaxNumber(string digits)
    {
        if (digits.Length != 10 || !digits.All(char.IsAsciiDigit))
        {
            return false;
        }

        var sum = 0;
        for (var place = 0; place < 9; place++)
        {
            var moved = (Digit(digits, place) + 9 - place) % 10;
            var weighed = moved * (1 << (9 - place)) % 9;
            sum += moved != 0 && weighed == 0 ? 9 : weighed;
        }

        return (10 - (sum % 10)) % 10 == Digit(digits, 9);
    }

    /// <summary>T.C. kimlik numarası: eleven digits, the first not zero, two check digits. A sole trader is taxed under it.</summary>
    public static bool IsIdentityNumber(string digits)
    {
        if (digits.Length != 11 || digits[0] == '0' || !digits.All(char.IsAsciiDigit))
        {
            return false;
        }

        var odd = Digit(digits, 0) + Digit(digits, 2) + Digit(digits, 4) + Digit(digits, 6) + Digit(digits, 8);
        var even = Digit(digits, 1) + Digit(digits, 3) + Digit(digits, 5) + Digit(digits, 7);
        var tenth = ((odd * 7) - even) % 10;
        tenth = tenth < 0 ? tenth + 10 : tenth;
        return Digit(digits, 9) == tenth && Digit(digits, 10) == (odd + even + tenth) % 10;
    }

    private static int Digit(string digits, int place) => digits[place] - '0';
}
