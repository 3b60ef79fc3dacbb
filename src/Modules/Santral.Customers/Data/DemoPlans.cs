using Santral.Customers.Domain;

namespace Santral.Customers.Data;

/// <summary>One subscription of the demo.</summary>
/// <param name="Series">Series of the unit's numbers.</param>
internal sealed record DemoPlan(
    string Unit, string Series, string Customer, string Category, string Subject, string? Line, string City, int SinceDays, string Currency, params (string Name, long Minor)[] Lines)
{
    /// <summary>Who is billed when it is another.</summary>
    public string? Payer { get; init; }

    /// <summary>Days from today to its end; null while it has none.</summary>
    public int? ForDays { get; init; }

    public SubscriptionStatus Status { get; init; } = SubscriptionStatus.Active;

    public string? Reason { get; init; }
}

/// <summary>Subscriptions of the demo's three units, and the rules that suggest more.</summary>
internal static class DemoPlans
{
    public static IReadOnlyList<DemoPlan> All { get; } =
    [
        Net("Soft Ltd. Şti.", "internet", "Fiber 500 Kurumsal", "Merkez, Moda Cad. 18", "Kadıköy", 820, ("Fiber 500 Kurumsal", 64_000), ("Sabit IP", 5_000)) with { ForDays = 282 },
        Net("Soft Ltd. Şti.", "internet", "Fiber 100 Kurumsal", "Depo, Orhanlı Mah. 4", "Tuzla", 640, ("Fiber 100 Kurumsal", 39_000)) with { ForDays = 282 },
        Net("Soft Ltd. Şti.", "telephone", "Sabit telefon, 4 hat", "Merkez, Moda Cad. 18", "Kadıköy", 1_074, ("Sabit hat, 4 adet", 11_000)) with { ForDays = 23 },
        Net("Elif Yılmaz", "internet", "Fiber 200 Ev", "Bahariye Cad. 41/6", "İstanbul", 390, ("Fiber 200 Ev", 45_900), ("Modem kirası", 5_900)) with { ForDays = 340 },
        Net("Ayşe Işık", "internet", "Fiber 100 Ev", "Tunalı Hilmi Cad. 77/3", "Ankara", 410, ("Fiber 100 Ev", 38_900)),
        Net("Mehmet Işık", "television", "TV Paket Aile", "Tunalı Hilmi Cad. 77/3", "Ankara", 200, ("TV Paket Aile", 12_900)) with { Payer = "Ayşe Işık" },
        Net("Ege Lojistik A.Ş.", "internet", "Fiber 1000 Kurumsal", "Kemalpaşa OSB 12. Sok. 9", "İzmir", 500, ("Fiber 1000 Kurumsal", 148_000), ("Yedek 5G hat", 19_900)) with { ForDays = 230 },
        Net("İbrahim Şahin", "internet", "Fiber 100 Ev", "Çekirge Mah. 5. Sok. 2", "Bursa", 300, ("Fiber 100 Ev", 38_900))
            with { Status = SubscriptionStatus.Suspended, Reason = "Yazlıkta, ocak ayına kadar dondurdu." },
        Net("Gülşen Öztürk", "internet", "Fiber 50 Ev", "Alsancak 1453. Sok. 8", "İzmir", 700, ("Fiber 50 Ev", 29_900))
            with { Status = SubscriptionStatus.Ended, Reason = "Taşındı." },
        Net("Kemal Aksoy", "internet", "Fiber 500 Ev", "Bağdat Cad. 214/8", "İstanbul", 85, ("Fiber 500 Ev", 62_900)) with { ForDays = 645 },
        Appliance("Tuğba Ergün", "maintenance", "Yıllık bakım, 2 cihaz", "Karşıyaka 1721. Sok. 15", "İzmir", 150, ("Yıllık bakım, 2 cihaz", 9_900)) with { ForDays = 215 },
        Appliance("Mavi Deniz Otelcilik A.Ş.", "maintenance", "Endüstriyel bakım, 14 cihaz", "Gümbet Mah. Sahil Yolu 3", "Bodrum", 60, ("Endüstriyel bakım, 14 cihaz", 145_000), ("Öncelikli servis", 30_000)),
        Appliance("Nermin Yıldırım", "extended_warranty", "Ek garanti, çamaşır makinesi", "Atakum Mah. 22", "Samsun", 40, ("Ek garanti", 4_900)) with { ForDays = 690 },
        Waste("Märta Åkerlund", "waste", "Sophämtning, varannan vecka", "Ekhagsvägen 7", 900, ("Restavfall 190 l", 14_500), ("Matavfall 140 l", 6_000)),
        Waste("Jörgen Öberg", "waste", "Sophämtning, varannan vecka", "Björkvägen 6", 620, ("Restavfall 190 l", 14_500)),
        Waste("Jörgen Öberg", "garden_waste", "Trädgårdskärl, säsong", "Björkvägen 6", 220, ("Trädgårdskärl 370 l", 9_500)),
        Waste("Brf Björken", "waste", "Sophämtning, container", "Björkvägen 1–9", 1_200, ("Container 660 l, 4 st", 186_000), ("Återvinningsrum", 48_000)),
        Waste("Café Ån AB", "waste", "Sophämtning, varje vecka", "Strandgatan 2", 45, ("Restavfall 370 l", 32_000)) with { Payer = "HSB Älven" },
        Waste("Ingrid Sandberg", "waste", "Sophämtning, varannan vecka", "Älvgatan 11", 30, ("Restavfall 190 l", 14_500)),
    ];

    public static IEnumerable<RuleTerms> Rules(Func<string, DefinitionId?> category) =>
    [
        new("internet", category("internet"), "Fiber 100", null, "Fiber 500", new Names("Fiber 500’e geçiş", "Byt till Fiber 500", "Step up to Fiber 500"), new Money(24_000, "TRY"), true),
        new("internet", category("internet"), null, category("telephone"), null, new Names("Sabit telefon", "Fast telefoni", "Landline"), new Money(4_900, "TRY"), true),
        new("appliance", category("maintenance"), null, category("extended_warranty"), null, new Names("Ek garanti", "Förlängd garanti", "Extended warranty"), new Money(4_900, "TRY"), true),
        new("municipal", category("waste"), null, category("garden_waste"), null, new Names("Bahçe atığı kabı", "Trädgårdskärl", "Garden waste bin"), new Money(9_500, "SEK"), true),
    ];

    private static DemoPlan Net(string customer, string category, string subject, string line, string city, int since, params (string Name, long Minor)[] lines)
        => new("internet", "AB", customer, category, subject, line, city, since, "TRY", lines);

    private static DemoPlan Appliance(string customer, string category, string subject, string line, string city, int since, params (string Name, long Minor)[] lines)
        => new("appliance", "ABDK", customer, category, subject, line, city, since, "TRY", lines);

    private static DemoPlan Waste(string customer, string category, string subject, string line, int since, params (string Name, long Minor)[] lines)
        => new("municipal", "ABKF", customer, category, subject, line, "Älvstad", since, "SEK", lines);
}
