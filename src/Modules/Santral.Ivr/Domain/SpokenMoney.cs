using System.Globalization;

namespace Santral.Ivr.Domain;

/// <summary>An amount as it is said: `249 lira 90 kuruş`, `1 krona 50 öre`, `20 euros`.</summary>
public static class SpokenMoney
{
    private sealed record Words(string One, string Many, string MinorOne, string MinorMany);

    public static string Of(Money money, string language)
    {
        var words = WordsOf(money.Currency, language);
        var (major, minor) = Math.DivRem(Math.Abs(money.Minor), 100);
        var text = major > 0 || minor == 0 ? Counted(major, words.One, words.Many) : "";
        if (minor > 0)
        {
            text += (text.Length > 0 ? Joint(language) : "") + Counted(minor, words.MinorOne, words.MinorMany);
        }

        return money.Minor < 0 ? $"{Minus(language)} {text}" : text;
    }

    private static string Counted(long count, string one, string many)
        => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");

    private static string Joint(string language) => language switch
    {
        "tr" => " ",
        "sv" => " och ",
        _ => " and ",
    };

    private static string Minus(string language) => language == "tr" ? "eksi" : "minus";

    private static Words WordsOf(string currency, string language) => (currency, language) switch
    {
        ("TRY", "tr") => new("lira", "lira", "kuruş", "kuruş"),
        ("TRY", "sv") => new("turkisk lira", "turkiska lira", "kurus", "kurus"),
        ("TRY", _) => new("lira", "liras", "kurush", "kurush"),
        ("SEK", "tr") => new("İsveç kronu", "İsveç kronu", "öre", "öre"),
        ("SEK", "sv") => new("krona", "kronor", "öre", "öre"),
        ("SEK", _) => new("Swedish krona", "Swedish kronor", "öre", "öre"),
        ("EUR", "tr") => new("avro", "avro", "sent", "sent"),
        ("EUR", "sv") => new("euro", "euro", "cent", "cent"),
        ("EUR", _) => new("euro", "euros", "cent", "cents"),
        ("USD", "tr") => new("dolar", "dolar", "sent", "sent"),
        ("USD", "sv") => new("dollar", "dollar", "cent", "cent"),
        ("USD", _) => new("dollar", "dollars", "cent", "cents"),

        // Every other currency by its letters; its minor unit as a hundredth.
        _ => new(Letters(currency), Letters(currency), "/ 100", "/ 100"),
    };

    private static string Letters(string currency) => string.Join(' ', currency.AsEnumerable());
}
