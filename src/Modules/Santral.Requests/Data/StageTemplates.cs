using Santral.Requests.Domain;

namespace Santral.Requests.Data;

/// <summary>The stages a new unit starts with, in the words of its trade (D1, D5, D6).</summary>
internal static class StageTemplates
{
    public static IEnumerable<Stage> For(string unit)
        => (unit switch
        {
            "internet" => Internet,
            "appliance" => Appliance,
            "municipal" => Municipal,
            _ => Plain,
        }).Select((s, order) => new Stage(unit, s.Code, s.Kind, s.Names, order));

    private static readonly Template[] Internet =
    [
        new("new", StageKind.New, new Names("Yeni", "Ny", "New")),
        new("examined", StageKind.InProgress, new Names("İnceleniyor", "Undersöks", "Being examined")),
        new("passed_on", StageKind.InProgress, new Names("Yönlendirildi", "Vidarebefordrad", "Passed on")),
        new("waiting_customer", StageKind.Waiting, new Names("Müşteri bekleniyor", "Väntar på kund", "Waiting for customer")),
        new("resolved", StageKind.Resolved, new Names("Çözümlendi", "Löst", "Resolved")),
        new("closed", StageKind.Closed, new Names("Kapandı", "Avslutad", "Closed")),
        new("rejected", StageKind.Rejected, new Names("Reddedildi", "Avvisad", "Rejected")),
    ];

    private static readonly Template[] Appliance =
    [
        new("not_started", StageKind.New, new Names("Başlamadı", "Ej påbörjad", "Not started")),
        new("in_progress", StageKind.InProgress, new Names("Devam ediyor", "Pågår", "In progress")),
        new("waiting_part", StageKind.Waiting, new Names("Parça bekleniyor", "Väntar på reservdel", "Waiting for a part")),
        new("completed", StageKind.Resolved, new Names("Tamamlandı", "Färdig", "Completed")),
        new("closed", StageKind.Closed, new Names("Kapandı", "Avslutad", "Closed")),
        new("rejected", StageKind.Rejected, new Names("Reddedildi", "Avvisad", "Rejected")),
    ];

    private static readonly Template[] Municipal =
    [
        new("new", StageKind.New, new Names("Yeni", "Ny", "New")),
        new("in_progress", StageKind.InProgress, new Names("Sürüyor", "Pågår", "In progress")),
        new("at_provider", StageKind.InProgress, new Names("Tedarikçide", "Hos leverantör", "With the provider")),
        new("waiting_customer", StageKind.Waiting, new Names("Başvuran bekleniyor", "Väntar på kund", "Waiting for customer")),
        new("resolved", StageKind.Resolved, new Names("Çözüldü", "Löst", "Resolved")),
        new("closed", StageKind.Closed, new Names("Kapandı", "Avslutad", "Closed")),
        new("rejected", StageKind.Rejected, new Names("Reddedildi", "Avvisad", "Rejected")),
    ];

    private static readonly Template[] Plain =
    [
        new("new", StageKind.New, new Names("Yeni", "Ny", "New")),
        new("in_progress", StageKind.InProgress, new Names("İşlemde", "Pågår", "In progress")),
        new("waiting", StageKind.Waiting, new Names("Bekliyor", "Väntar", "Waiting")),
        new("resolved", StageKind.Resolved, new Names("Çözüldü", "Löst", "Resolved")),
        new("closed", StageKind.Closed, new Names("Kapandı", "Avslutad", "Closed")),
        new("rejected", StageKind.Rejected, new Names("Reddedildi", "Avvisad", "Rejected")),
    ];

    private sealed record Template(string Code, StageKind Kind, Names Names);
}
