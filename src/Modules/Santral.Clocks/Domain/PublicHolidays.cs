namespace Santral.Clocks.Domain;

/// <summary>
/// Public holidays to start a calendar with. Turkey: Law 2429 on national and general holidays; the dates of the religious ones as the
/// Presidency of Religious Affairs announces them. Sweden: Lag (1989:253) om allmänna helgdagar, with the three eves on which offices are closed.
/// </summary>
public static class PublicHolidays
{
    public const int FirstYear = 2026;
    public const int LastYear = 2028;

    /// <summary>Where half a holiday begins (Law 2429, article 2: at 13.00).</summary>
    private const int HalfDay = 13 * 60;

    private static readonly (DateOnly First, int Length, Names Eve, Names Day)[] Feasts =
    [
        Ramadan(2026, 3, 20),
        Sacrifice(2026, 5, 27),
        Ramadan(2027, 3, 9),
        Sacrifice(2027, 5, 16),
        Ramadan(2028, 2, 26),
        Sacrifice(2028, 5, 5),
    ];

    public static IReadOnlyList<string> Countries { get; } = ["TR", "SE"];

    /// <param name="week">The calendar's week: half days keep its morning.</param>
    public static IReadOnlyList<SpecialDay> Of(string country, IReadOnlyList<WeekBlock> week) => country switch
    {
        "TR" => [.. Turkey(week)],
        "SE" => [.. Sweden()],
        _ => throw new Refusal("clocks.country_unknown", RefusalKind.Invalid, ("country", country)),
    };

    private static IEnumerable<SpecialDay> Turkey(IReadOnlyList<WeekBlock> week)
    {
        yield return Yearly(1, 1, new("Yılbaşı", "Nyårsdagen", "New Year's Day"));
        yield return Yearly(4, 23, new("Ulusal Egemenlik ve Çocuk Bayramı", "Nationella suveränitetens och barnens dag", "National Sovereignty and Children's Day"));
        yield return Yearly(5, 1, new("Emek ve Dayanışma Günü", "Första maj", "Labour and Solidarity Day"));
        yield return Yearly(5, 19, new("Atatürk'ü Anma, Gençlik ve Spor Bayramı", "Atatürks minnesdag, ungdomens och idrottens dag", "Commemoration of Atatürk, Youth and Sports Day"));
        yield return Yearly(7, 15, new("Demokrasi ve Millî Birlik Günü", "Demokratins och den nationella enhetens dag", "Democracy and National Unity Day"));
        yield return Yearly(8, 30, new("Zafer Bayramı", "Segerdagen", "Victory Day"));
        yield return Yearly(10, 28, new("Cumhuriyet Bayramı arifesi", "Republikens dag, afton", "Republic Day, eve")) with { Blocks = Morning(week) };
        yield return Yearly(10, 29, new("Cumhuriyet Bayramı", "Republikens dag", "Republic Day"));
        foreach (var (first, length, eve, day) in Feasts)
        {
            yield return Dated(first.AddDays(-1), eve) with { Blocks = Morning(week) };
            for (var i = 0; i < length; i++)
            {
                yield return Dated(first.AddDays(i), new Names($"{day.Tr}, {i + 1}. gün", $"{day.Sv}, dag {i + 1}", $"{day.En}, day {i + 1}"));
            }
        }
    }

    private static IEnumerable<SpecialDay> Sweden()
    {
        yield return Yearly(1, 1, new("Yılbaşı", "Nyårsdagen", "New Year's Day"));
        yield return Yearly(1, 6, new("Epifani", "Trettondedag jul", "Epiphany"));
        yield return Yearly(5, 1, new("İşçi Bayramı", "Första maj", "May Day"));
        yield return Yearly(6, 6, new("İsveç Ulusal Günü", "Sveriges nationaldag", "National Day of Sweden"));
        yield return Yearly(12, 24, new("Noel arifesi", "Julafton", "Christmas Eve"));
        yield return Yearly(12, 25, new("Noel", "Juldagen", "Christmas Day"));
        yield return Yearly(12, 26, new("Noel, ikinci gün", "Annandag jul", "Boxing Day"));
        yield return Yearly(12, 31, new("Yılbaşı arifesi", "Nyårsafton", "New Year's Eve"));
        for (var year = FirstYear; year <= LastYear; year++)
        {
            var easter = EasterOf(year);
            yield return Dated(easter.AddDays(-2), new("Kutsal Cuma", "Långfredagen", "Good Friday"));
            yield return Dated(easter, new("Paskalya", "Påskdagen", "Easter Sunday"));
            yield return Dated(easter.AddDays(1), new("Paskalya Pazartesisi", "Annandag påsk", "Easter Monday"));
            yield return Dated(easter.AddDays(39), new("İsa'nın Göğe Yükselişi", "Kristi himmelsfärdsdag", "Ascension Day"));
            yield return Dated(easter.AddDays(49), new("Pentekost", "Pingstdagen", "Whit Sunday"));
            var midsummer = SaturdayFrom(new DateOnly(year, 6, 20));
            yield return Dated(midsummer.AddDays(-1), new("Yaz Dönümü arifesi", "Midsommarafton", "Midsummer Eve"));
            yield return Dated(midsummer, new("Yaz Dönümü", "Midsommardagen", "Midsummer Day"));
            yield return Dated(SaturdayFrom(new DateOnly(year, 10, 31)), new("Azizler Günü", "Alla helgons dag", "All Saints' Day"));
        }
    }

    /// <summary>The Gregorian Easter by the anonymous algorithm (Meeus, Astronomical Algorithms, chapter 8).</summary>
    private static DateOnly EasterOf(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var (d, e, f) = (b / 4, b % 4, (b + 8) / 25);
        var g = (b - f + 1) / 3;
        var h = ((19 * a) + b - d - g + 15) % 30;
        var l = (32 + (2 * e) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var day = h + l - (7 * m) + 114;
        return new DateOnly(year, day / 31, (day % 31) + 1);
    }

    private static DateOnly SaturdayFrom(DateOnly date) => date.AddDays(((int)DayOfWeek.Saturday - (int)date.DayOfWeek + 7) % 7);

    /// <summary>What a working day of this week has before the half holiday begins.</summary>
    private static IReadOnlyList<Block> Morning(IReadOnlyList<WeekBlock> week)
        => [.. week.Where(b => b.Day == week[0].Day && b.Opens < HalfDay).Select(b => new Block(b.Opens, Math.Min(b.Closes, HalfDay)))];

    private static SpecialDay Yearly(int month, int day, Names names) => new(new DateOnly(FirstYear, month, day), true, SpecialDayKind.Holiday, names, []);

    private static SpecialDay Dated(DateOnly date, Names names) => new(date, false, SpecialDayKind.Holiday, names, []);

    private static (DateOnly, int, Names, Names) Ramadan(int year, int month, int day) => (
        new DateOnly(year, month, day), 3, new("Ramazan Bayramı arifesi", "Ramadanfesten, afton", "Ramadan Feast, eve"), new("Ramazan Bayramı", "Ramadanfesten", "Ramadan Feast"));

    private static (DateOnly, int, Names, Names) Sacrifice(int year, int month, int day) => (
        new DateOnly(year, month, day), 4, new("Kurban Bayramı arifesi", "Offerfesten, afton", "Feast of Sacrifice, eve"), new("Kurban Bayramı", "Offerfesten", "Feast of Sacrifice"));
}
