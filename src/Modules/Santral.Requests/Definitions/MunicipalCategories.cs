using Santral.Contracts.Definitions;

namespace Santral.Requests.Definitions;

/// <summary>What inhabitants report to the municipality, and what its field crews and contractors are sent for.</summary>
internal static class MunicipalCategories
{
    private const string Unit = "municipal";

    public static IEnumerable<StartingDefinition> Requests { get; } = Branch.Tree(
        Unit,
        new("waste", "Atık ve geri dönüşüm", "Avfall & återvinning", "Waste and recycling",
            new("collection", "Çöp toplama", "Sophämtning", "Waste collection",
                new("bin_not_emptied", "Kap boşaltılmadı", "Kärl ej tömt", "Bin not emptied") { Fields = [BinKind, MissedOn] },
                new("collection_day", "Toplama günü", "Hämtningsdag", "Collection day"),
                new("bulky_waste", "Hacimli atık", "Grovavfall", "Bulky waste")),
            new("bins", "Kaplar", "Sopkärl", "Bins",
                new("bin_broken", "Kırık kap veya kapak", "Trasigt kärl eller lock", "Broken bin or lid") { Fields = [BinKind] },
                new("bin_size", "Kap boyu değişikliği", "Byte av kärlstorlek", "Change of bin size"),
                new("bin_label", "Yanlış etiket", "Fel etikett", "Wrong label")),
            new("sorting", "Ayrıştırma", "Sortering", "Sorting",
                new("what_goes_where", "Ne nereye atılır", "Vad hör hemma var", "What goes where"),
                new("recycling_centre", "Geri dönüşüm merkezi", "Återvinningscentral", "Recycling centre")),
            new("septic", "Fosseptik boşaltma", "Slamtömning", "Septic emptying")),
        new("streets", "Yollar ve ulaşım", "Gator & trafik", "Streets and traffic",
            new("street_light", "Sokak aydınlatması", "Gatubelysning", "Street lighting",
                new("light_out", "Lamba yanmıyor", "Släckt lampa", "Light out"),
                new("pole_damaged", "Hasarlı direk", "Skadad stolpe", "Damaged pole")),
            new("road_surface", "Yol yüzeyi", "Vägbana", "Road surface",
                new("pothole", "Çukur", "Potthål", "Pothole"),
                new("slippery", "Kaygan yol", "Halka", "Slippery road"),
                new("snow", "Kar temizliği", "Snöröjning", "Snow clearing")),
            new("cycle_path", "Bisiklet ve yaya yolu", "Gång- och cykelväg", "Cycle and foot path")),
        new("parks", "Parklar ve doğa", "Park & natur", "Parks and nature",
            new("trees", "Ağaçlar", "Träd", "Trees",
                new("tree_fallen", "Devrilen ağaç", "Fallet träd", "Fallen tree"),
                new("tree_pruning", "Budama", "Beskärning", "Pruning")),
            new("playground", "Oyun alanı", "Lekplats", "Playground"),
            new("littering", "Çevre kirliliği", "Nedskräpning", "Littering",
                new("graffiti", "Duvar yazısı", "Klotter", "Graffiti"),
                new("glass", "Kırık cam", "Krossat glas", "Broken glass")),
            new("pests", "Haşere", "Skadedjur", "Pests")),
        new("fees", "Ücret ve fatura", "Avgift & faktura", "Fees and invoices",
            new("fee_question", "Ücret sorusu", "Fråga om avgift", "Question about a fee"),
            new("paid_twice", "Çift ödeme", "Dubbelbetalning", "Paid twice")),
        new("water", "Su ve kanalizasyon", "Vatten & avlopp", "Water and sewage",
            new("water_leak", "Su kaçağı", "Vattenläcka", "Water leak"),
            new("water_cut", "Su kesintisi", "Vattenavbrott", "Water cut"),
            new("sewage_blocked", "Tıkalı kanal", "Stopp i avlopp", "Blocked sewer")));

    public static IEnumerable<StartingDefinition> Service { get; } = Branch.Tree(
        Unit,
        new("extra_collection", "Ek toplama", "Extra hämtning", "Extra collection",
            new("household_collection", "Evsel atık", "Hushållsavfall", "Household waste",
                new("one_bin", "Tek kap", "Ett kärl", "One bin"),
                new("whole_street", "Bütün sokak", "Hela gatan", "Whole street")),
            new("bulky_collection", "Büyük eşya alımı", "Hämtning av vitvaror", "Appliance pick-up")),
        new("bin_service", "Kap hizmeti", "Kärlservice", "Bin service",
            new("bin_exchange", "Kap değişimi", "Kärlbyte", "Bin exchange"),
            new("bin_repair", "Kap onarımı", "Reparation av kärl", "Bin repair")),
        new("street_service", "Yol bakımı", "Gatuunderhåll", "Street maintenance",
            new("light_repair", "Aydınlatma onarımı", "Reparation av belysning", "Lighting repair"),
            new("surface_repair", "Kaplama onarımı", "Lagning av vägbana", "Surface repair")),
        new("park_service", "Park bakımı", "Parkskötsel", "Park maintenance",
            new("tree_removal", "Ağaç kaldırma", "Bortforsling av träd", "Tree removal"),
            new("cleaning", "Temizlik", "Städning", "Cleaning")));

    private static FormField BinKind => new(
        "bin_kind", new Names("Kap türü", "Kärltyp", "Kind of bin"), FormFieldKind.List, false,
        [
            new FieldChoice("residual", new Names("Evsel atık", "Restavfall", "Residual waste")),
            new FieldChoice("food", new Names("Yemek atığı", "Matavfall", "Food waste")),
            new FieldChoice("paper", new Names("Kâğıt", "Papper", "Paper")),
            new FieldChoice("packaging", new Names("Ambalaj", "Förpackningar", "Packaging")),
        ]);

    private static FormField MissedOn => new(
        "missed_on", new Names("Beklenen gün", "Ordinarie dag", "Day it was due"), FormFieldKind.Date, false, []);
}
