using Santral.Contracts.Processes;

namespace Santral.Requests.Definitions;

/// <summary>The stages the requests of a unit begin with, in the words of its trade (D1, D5, D6); a supervisor draws his own from there (W-D04).</summary>
public static class RequestProcesses
{
    public const string Document = "request";

    private const int Column = 240;
    private const int Row = 130;

    public static DocumentKind Kind { get; } = new(
        Document,
        RequestsPermissions.Write,
        ["W-D04"],
        [StageKind.New, StageKind.InProgress, StageKind.Resolved, StageKind.Closed, StageKind.Rejected],
        StartingOf);

    public static Process StartingOf(string unit)
    {
        var stages = (unit switch
        {
            "internet" => Internet,
            "appliance" => Appliance,
            "municipal" => Municipal,
            _ => Plain,
        }).ToList();
        var transitions = stages.SelectMany(from => stages.Where(to => to != from && MayFollow(from, to)).Select(to => new Transition(from.Code, to.Code, null)));
        return new Process(Document, unit, 0, RequestsPermissions.Write, stages, [.. transitions]);
    }

    private static Stage[] Internet =>
    [
        At("new", StageKind.New, new Names("Yeni", "Ny", "New"), 0, 1),
        At("examined", StageKind.InProgress, new Names("İnceleniyor", "Undersöks", "Being examined"), 1, 1),
        At("passed_on", StageKind.InProgress, new Names("Yönlendirildi", "Vidarebefordrad", "Passed on"), 2, 0),
        At("waiting_customer", StageKind.Waiting, new Names("Müşteri bekleniyor", "Väntar på kund", "Waiting for customer"), 1, 2) with { TargetMinutes = 10080 },
        At("resolved", StageKind.Resolved, new Names("Çözümlendi", "Löst", "Resolved"), 3, 1),
        At("closed", StageKind.Closed, new Names("Kapandı", "Avslutad", "Closed"), 3, 2),
        At("rejected", StageKind.Rejected, new Names("Reddedildi", "Avvisad", "Rejected"), 3, 3),
    ];

    // A request that came by mail is listened to first (H-08): then it has not started, or it is in progress.
    private static Stage[] Appliance =>
    [
        At("not_started", StageKind.New, new Names("Başlamadı", "Ej påbörjad", "Not started"), 1, 0),
        At("mail_listening", StageKind.New, new Names("E-posta dinleme", "E-postbevakning", "Listening to mail"), 0, 1) with { StartsFor = "email" },
        At("in_progress", StageKind.InProgress, new Names("Devam ediyor", "Pågår", "In progress"), 1, 1),
        At("waiting_part", StageKind.Waiting, new Names("Parça bekleniyor", "Väntar på reservdel", "Waiting for a part"), 1, 2) with { TargetMinutes = 20160 },
        At("completed", StageKind.Resolved, new Names("Tamamlandı", "Färdig", "Completed"), 2, 1),
        At("closed", StageKind.Closed, new Names("Kapandı", "Avslutad", "Closed"), 2, 2),
        At("rejected", StageKind.Rejected, new Names("Reddedildi", "Avvisad", "Rejected"), 2, 3),
    ];

    private static Stage[] Municipal =>
    [
        At("new", StageKind.New, new Names("Yeni", "Ny", "New"), 0, 1),
        At("in_progress", StageKind.InProgress, new Names("Sürüyor", "Pågår", "In progress"), 1, 1),
        At("at_provider", StageKind.InProgress, new Names("Tedarikçide", "Hos leverantör", "With the provider"), 2, 0),
        At("waiting_customer", StageKind.Waiting, new Names("Başvuran bekleniyor", "Väntar på kund", "Waiting for customer"), 1, 2) with { TargetMinutes = 10080 },
        At("resolved", StageKind.Resolved, new Names("Çözüldü", "Löst", "Resolved"), 3, 1),
        At("closed", StageKind.Closed, new Names("Kapandı", "Avslutad", "Closed"), 3, 2),
        At("rejected", StageKind.Rejected, new Names("Reddedildi", "Avvisad", "Rejected"), 3, 3),
    ];

    private static Stage[] Plain =>
    [
        At("new", StageKind.New, new Names("Yeni", "Ny", "New"), 0, 1),
        At("in_progress", StageKind.InProgress, new Names("İşlemde", "Pågår", "In progress"), 1, 1),
        At("waiting", StageKind.Waiting, new Names("Bekliyor", "Väntar", "Waiting"), 1, 2) with { TargetMinutes = 10080 },
        At("resolved", StageKind.Resolved, new Names("Çözüldü", "Löst", "Resolved"), 2, 1),
        At("closed", StageKind.Closed, new Names("Kapandı", "Avslutad", "Closed"), 2, 2),
        At("rejected", StageKind.Rejected, new Names("Reddedildi", "Avvisad", "Rejected"), 2, 3),
    ];

    private static Stage At(string code, StageKind kind, Names names, int column, int row) => Stage.Of(code, kind, names, column * Column, row * Row);

    private static bool MayFollow(Stage from, Stage to)
        => from.StartsFor is null
            ? to.StartsFor is null && KindMayFollow(from.Kind, to.Kind)
            : (to.Kind == StageKind.New && to.StartsFor is null) || to.Kind == StageKind.InProgress;

    private static bool KindMayFollow(StageKind from, StageKind to) => (from, to) switch
    {
        (StageKind.New, StageKind.InProgress or StageKind.Waiting or StageKind.Resolved or StageKind.Rejected) => true,
        (StageKind.InProgress, StageKind.InProgress or StageKind.Waiting or StageKind.Resolved or StageKind.Rejected) => true,
        (StageKind.Waiting, StageKind.Waiting or StageKind.InProgress or StageKind.Resolved or StageKind.Rejected) => true,
        (StageKind.Resolved, StageKind.Closed or StageKind.InProgress) => true,
        (StageKind.Closed or StageKind.Rejected, StageKind.InProgress) => true,
        _ => false,
    };
}
