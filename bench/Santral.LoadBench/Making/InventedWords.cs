namespace Santral.LoadBench.Making;

/// <summary>Invented people, firms, streets and devices; many are met often, most seldom, some once.</summary>
internal static class InventedWords
{
    private static readonly string[] TurkishFirst =
    [
        "Ayşe", "Mehmet", "Fatma", "Mustafa", "Emine", "Ahmet", "Zeynep", "Ali", "Elif", "Hüseyin", "Hatice", "Hasan", "Merve", "İbrahim", "Esra", "Murat",
        "Büşra", "Yusuf", "Özlem", "Ömer", "Sevgi", "Gökhan", "Şule", "Çağlar", "Nazlı", "Ümit", "Işıl", "Kağan", "Tuğçe", "Barış", "Gülşen", "Onur", "Dilek", "Serkan",
        "Pınar", "Volkan", "Nurcan", "Cem", "Aslı", "Tolga", "Songül", "Erdem", "İpek", "Koray", "Sibel", "Levent", "Yasemin", "Uğur", "Hülya", "Taner",
    ];

    private static readonly string[] TurkishBegin =
    [
        "Kara", "Ak", "Demir", "Taş", "Yıl", "Öz", "Gün", "Çelik", "Koç", "Er", "Tek", "Şen", "Bal", "Ay", "Dağ", "Su", "Gök", "Ulu", "Bay", "Kurt", "Can", "Tok", "Bulut", "Sarı", "Yüce", "Kılıç", "Altın", "Boz", "Aslan", "Deniz",
    ];

    private static readonly string[] TurkishEnd =
    [
        "", "kaya", "oğlu", "soy", "türk", "man", "demir", "taş", "gil", "er", "bay", "doğan", "tepe", "çı", "han", "alp", "kan", "su", "el", "yürek", "yol", "gün", "baş", "sever",
    ];

    private static readonly string[] SwedishFirst =
    [
        "Anna", "Lars", "Maria", "Mikael", "Karin", "Anders", "Åsa", "Johan", "Eva", "Per", "Kristina", "Erik", "Lena", "Göran", "Sara", "Björn", "Malin", "Håkan",
        "Elin", "Oskar", "Ingrid", "Nils", "Ulla", "Pär", "Linnéa", "Sören", "Märta", "Jörgen", "Ylva", "Måns",
    ];

    private static readonly string[] SwedishBegin =
        ["Berg", "Lind", "Sten", "Ek", "Sand", "Ny", "Ny", "Hag", "Sjö", "Ström", "Dal", "Björk", "Å", "Öst", "Norr", "Söder", "Gran", "Lund", "Holm", "Rosen", "Back", "Häll"];

    private static readonly string[] SwedishEnd =
        ["ström", "qvist", "dahl", "berg", "man", "gren", "lund", "holm", "blad", "stedt", "mark", "ås", "fors", "by", "löf", "vik", "ros"];

    private static readonly string[] TurkishStreet = ["Çınar", "Gül", "Atatürk", "İnönü", "Menekşe", "Yıldız", "Barbaros", "Fevzi Çakmak", "Lale", "Akasya", "Zambak", "Cumhuriyet", "Mimar Sinan", "Ihlamur", "Bağlar"];

    private static readonly string[] SwedishStreet = ["Björkvägen", "Älvgatan", "Åsbacken", "Skolgatan", "Kärrstigen", "Gråbergsvägen", "Torggatan", "Kyrkvägen", "Ekhagsvägen", "Ängsstigen", "Bruksgatan"];

    private static readonly string[] Cities = ["İstanbul", "Ankara", "İzmir", "Bursa", "Antalya", "Adana", "Konya", "Gaziantep", "Kayseri", "Samsun", "Eskişehir", "Trabzon", "Muğla", "Denizli", "Şanlıurfa"];

    private static readonly string[] Trades = ["Gıda", "Tekstil", "Otomotiv", "Lojistik", "Yapı", "Turizm", "Mobilya", "Kimya", "Elektrik", "Tarım", "Matbaa", "Sigorta"];

    private static readonly string[] SwedishTrades = ["Bygg", "Måleri", "Fastigheter", "Transport", "Trädgård", "El", "Livs", "Plåt"];

    public static string First(Chance chance, bool isSwedish) => chance.Often(isSwedish ? SwedishFirst : TurkishFirst);

    public static string Last(Chance chance, bool isSwedish)
        => isSwedish ? chance.Often(SwedishBegin) + chance.Of(SwedishEnd) : chance.Often(TurkishBegin) + chance.Of(TurkishEnd);

    public static string Firm(Chance chance, bool isSwedish)
        => isSwedish ? $"{Last(chance, true)}s {chance.Of(SwedishTrades)} AB" : $"{Last(chance, false)} {chance.Of(Trades)} {(chance.Percent(70) ? "Ltd. Şti." : "A.Ş.")}";

    public static string Street(Chance chance, bool isSwedish)
        => isSwedish ? $"{chance.Often(SwedishStreet)} {1 + chance.Below(120)}" : $"{chance.Often(TurkishStreet)} {(chance.Percent(60) ? "Sokak" : "Cad.")} {1 + chance.Below(240)}/{1 + chance.Below(30)}";

    public static string City(Chance chance, bool isSwedish) => isSwedish ? "Älvstad" : chance.Often(Cities);

    public static string Serial(Chance chance) => $"{(char)('A' + chance.Below(26))}{(char)('A' + chance.Below(26))}{chance.Below(10_000_000):0000000}";

    /// <summary>Fills the places of a text: `{street}`, `{serial}`.</summary>
    public static string Filled(string text, Chance chance, bool isSwedish)
    {
        if (!text.Contains('{', StringComparison.Ordinal))
        {
            return text;
        }

        return text
            .Replace("{street}", Street(chance, isSwedish), StringComparison.Ordinal)
            .Replace("{city}", City(chance, isSwedish), StringComparison.Ordinal)
            .Replace("{serial}", Serial(chance), StringComparison.Ordinal)
            .Replace("{person}", $"{First(chance, isSwedish)} {Last(chance, isSwedish)}", StringComparison.Ordinal)
            .Replace("{n}", $"{1 + chance.Below(40)}", StringComparison.Ordinal)
            .Replace("{amount}", $"{50 + chance.Below(4950)}", StringComparison.Ordinal)
            .Replace("{hour}", $"{8 + chance.Below(11)}.{chance.Below(6)}0", StringComparison.Ordinal);
    }
}
