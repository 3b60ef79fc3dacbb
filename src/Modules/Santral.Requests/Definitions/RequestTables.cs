using Santral.Contracts.Definitions;

namespace Santral.Requests.Definitions;

/// <summary>The definition tables that requests and contacts choose from, with the rows an installation starts with.</summary>
public static class RequestTables
{
    private const string CallCentre = "call_centre";
    private const string Warranty = "warranty";

    public static IReadOnlyList<DefinitionTable> All { get; } =
    [
        new(DefinitionTables.InteractionCategories, CallCentre, 10, 1, ["W-D01"])
        {
            StartsWith =
            [
                Row("information_request", "Bilgi Talebi", "Informationsfråga", "Information request"),
                Row("complaint", "Şikâyet", "Klagomål", "Complaint"),
                Row("fault_report", "Arıza Bildirimi", "Felanmälan", "Fault report"),
                Row("request_follow_up", "Başvuru Takibi", "Uppföljning av ärende", "Follow-up of a request"),
                Row("sales_question", "Satış Görüşmesi", "Försäljningssamtal", "Sales talk"),
                Row("thanks_suggestion", "Teşekkür ve Öneri", "Beröm och förslag", "Thanks and suggestions"),
                Row("appointment_talk", "Randevu", "Tidsbokning", "Appointment"),
                Row("wrong_number", "Yanlış Arama", "Felringning", "Wrong number"),
            ],
        },
        new(DefinitionTables.ContactMethods, CallCentre, 20, 1, ["W-D02"])
        {
            StartsWith =
            [
                Row("phone", "Telefon", "Telefon", "Phone"),
                Row("email", "E-posta", "E-post", "E-mail"),
                Row("sms", "SMS", "SMS", "SMS"),
                Row("letter", "Mektup", "Brev", "Letter"),
                Row("visit", "Yüz yüze", "Besök", "Visit"),
                Row("fax", "Faks", "Fax", "Fax"),
            ],
        },
        new(DefinitionTables.Priorities, CallCentre, 30, 1, ["W-D03"])
        {
            Columns =
            [
                new DefinitionColumn("colour", DefinitionColumnKind.Colour, IsRequired: true),
                new DefinitionColumn("isDefault", DefinitionColumnKind.YesNo) { IsExclusive = true },
            ],
            StartsWith =
            [
                Priority("low", "Düşük", "Låg", "Low", "#6b7280"),
                Priority("normal", "Normal", "Normal", "Normal", "#0b6670", isDefault: true),
                Priority("high", "Yüksek", "Hög", "High", "#b45309"),
                Priority("urgent", "Acil", "Akut", "Urgent", "#b91c1c"),
            ],
        },
        new(DefinitionTables.RequestCategories, CallCentre, 40, 3, ["W-D05", "W-D06", "W-D07"])
        {
            CarriesFields = true,
            StartsWith = [.. InternetCategories.Requests, .. ApplianceCategories.Requests, .. MunicipalCategories.Requests, .. PlainCategories.Requests],
        },
        new(DefinitionTables.ServiceCategories, "service", 110, 3, ["W-D10", "W-D11", "W-D12"])
        {
            CarriesFields = true,
            StartsWith = [.. InternetCategories.Service, .. ApplianceCategories.Service, .. MunicipalCategories.Service, .. PlainCategories.Service],
        },
        new(DefinitionTables.ReturnCategories, Warranty, 230, 1, ["W-D20"])
        {
            StartsWith =
            [
                Row("withdrawal_right", "Cayma hakkı", "Ångerrätt", "Right of withdrawal"),
                Row("defective_goods", "Ayıplı ürün", "Felaktig vara", "Defective goods"),
                Row("wrong_delivery", "Yanlış gönderim", "Felleverans", "Wrong delivery"),
                Row("transport_damage", "Taşıma hasarı", "Transportskada", "Transport damage"),
                Row("surplus", "Fazla sipariş", "För mycket beställt", "Ordered too much"),
            ],
        },
        new(DefinitionTables.ReturnRejections, Warranty, 240, 1, ["W-D21"])
        {
            StartsWith =
            [
                Row("period_over", "İade süresi geçmiş", "Returtiden har gått ut", "Return period is over"),
                Row("user_damage", "Kullanıcı hatası", "Skada av användaren", "Damage by the user"),
                Row("incomplete", "Ürün eksik", "Varan är inte komplett", "Goods incomplete"),
                Row("used_up", "Kullanılmış ürün", "Varan är använd", "Goods were used"),
                Row("no_proof", "Satış belgesi yok", "Kvitto saknas", "No proof of purchase"),
                Row("not_ours", "Bizden alınmamış", "Inte köpt av oss", "Not bought from us"),
            ],
        },
    ];

    private static StartingDefinition Row(string code, string tr, string sv, string en) => new(code, new Names(tr, sv, en));

    private static StartingDefinition Priority(string code, string tr, string sv, string en, string colour, bool isDefault = false)
        => Row(code, tr, sv, en) with
        {
            Values = isDefault
                ? new Dictionary<string, string> { ["colour"] = colour, ["isDefault"] = "true" }
                : new Dictionary<string, string> { ["colour"] = colour },
        };
}
