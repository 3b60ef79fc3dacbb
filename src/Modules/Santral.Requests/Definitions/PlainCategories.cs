using Santral.Contracts.Definitions;

namespace Santral.Requests.Definitions;

/// <summary>Categories of a unit of any other trade: enough to begin with, to be changed by those who know the work.</summary>
internal static class PlainCategories
{
    public static IEnumerable<StartingDefinition> Requests { get; } = Branch.Tree(
        StartingDefinition.OtherUnits,
        new("fault", "Ürün Hatası", "Produktfel", "Product fault",
            new("defective", "Arızalı Ürün", "Trasig produkt", "Faulty product",
                new("lid_broken", "Kapak Kırık", "Locket är trasigt", "Cover broken"),
                new("not_working", "Çalışmıyor", "Fungerar inte", "Does not work")),
            new("package", "Ambalaj", "Förpackning", "Packaging"),
            new("missing", "Eksik Parça", "Del saknas", "Part missing")),
        new("interruption", "Hizmet Kesintisi", "Driftavbrott", "Service outage",
            new("no_service", "Hizmet yok", "Ingen tjänst", "No service"),
            new("bad_service", "Yetersiz hizmet", "Bristfällig tjänst", "Poor service")),
        new("invoice", "Fatura", "Faktura", "Billing",
            new("unclear", "Anlaşılmayan kalem", "Oklar fakturarad", "Unclear item"),
            new("payment", "Ödeme", "Betalning", "Payment")),
        new("setup", "Kurulum", "Installation", "Installation"),
        new("return", "İade", "Retur", "Return"));

    public static IEnumerable<StartingDefinition> Service { get; } = Branch.Tree(
        StartingDefinition.OtherUnits,
        new("repair", "Onarım", "Reparation", "Repair",
            new("on_site", "Yerinde", "På plats", "On site"),
            new("in_workshop", "Atölyede", "I verkstad", "In the workshop")),
        new("maintenance", "Bakım", "Underhåll", "Maintenance",
            new("planned", "Planlı", "Planerat", "Planned"),
            new("on_demand", "Talep üzerine", "På begäran", "On demand")),
        new("mounting", "Montaj", "Montering", "Mounting"));
}
