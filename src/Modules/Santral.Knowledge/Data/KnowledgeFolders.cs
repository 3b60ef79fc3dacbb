namespace Santral.Knowledge.Data;

/// <summary>The folders of the tree: a definition table like any other, so that names, order and units are kept in one place.</summary>
internal static class KnowledgeFolders
{
    public const string Table = "knowledge_folders";

    public static DefinitionTable Definition { get; } = new(Table, "call_centre", 90, 1, [])
    {
        StartsWith =
        [
            Row("technical_support", "Teknik destek", "Teknisk support", "Technical support", "internet"),
            Row("set_up", "Kurulum", "Installation", "Set-up", "internet"),
            Row("invoice", "Fatura", "Faktura", "Invoice", "internet"),
            Row("corporate", "Kurumsal doğrulama", "Företagsverifiering", "Corporate verification", "internet"),
            Row("repair", "Arıza ve onarım", "Fel och reparation", "Faults and repair", "appliance"),
            Row("warranty_and_returns", "Garanti ve iade", "Garanti och retur", "Warranty and returns", "appliance"),
            Row("collection", "Hämtning", "Hämtning", "Collection", "municipal"),
            Row("recycling", "Återvinning", "Återvinning", "Recycling", "municipal"),
            Row("general", "Genel", "Allmänt", "General", null),
        ],
    };

    private static StartingDefinition Row(string code, string tr, string sv, string en, string? unit)
        => new(code, new Names(unit == "municipal" ? Municipal(code) : tr, sv, en), Unit: unit);

    private static string Municipal(string code) => code == "collection" ? "Çöp toplama" : "Geri dönüşüm";
}
