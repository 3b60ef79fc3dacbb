using Santral.LoadBench.Making;

namespace Santral.LoadBench.Driving;

/// <summary>What agents ask of the list and of the search box: common things and rare ones, right and with a slip.</summary>
internal static class Questions
{
    public static readonly string[] Lists =
    [
        "", "", "unit=mine&stage=open", "unit=mine&stage=open", "owner=me&stage=open", "owner=none&stage=open", "sort=-changed", "stage=open&sort=due", "stage=waiting", "sort=-number", "sort=opened",
    ];

    public static readonly string[] Filters =
    [
        "priority=urgent", "priority=low,normal&stage=open", "kind=comment", "kind=information&opened=week", "stage=rejected", "stage=closed&sort=-changed",
        "due=overdue", "due=soon", "due=today&priority=high", "resolved=week", "opened=today", "merged=yes", "watched=me", "owner=none&kind=action&priority=high",
        "tag=kampanya", "tag=grannar", "tag=vip&stage=open", "team=mine&stage=open", "team=none&stage=closed", "category=none",
        "text=internet", "text=buzdolab", "text=modem%20kirmizi", "text=zzqqxx",
    ];

    private static readonly string[] Common = ["internet", "fatura", "buzdolabı", "modem", "bağlantı", "kärl", "garanti", "makinesi", "hız", "nakil"];

    private static readonly string[] Several = ["modem kırmızı", "çamaşır makinesi sallanıyor", "fatura yüksek", "klima su akıtıyor", "grovsopor soffa", "akşamları hız düşüyor", "kargoya verildi"];

    private static readonly string[] Endings = ["faturalarımız", "modemden", "buzdolabının", "makineler", "kärlen", "ambalajlar"];

    private static readonly string[] Slips = ["internt", "fatrua", "buzdolbı", "cızırtti", "gatubelysnign", "teşekür", "abonelk", "modmen"];

    public static (string What, string Text) Search(Chance chance, IReadOnlyList<string> numbers) => chance.Below(10) switch
    {
        0 or 1 => ("common", chance.Of(Common)),
        2 => ("several", chance.Of(Several)),
        3 => ("endings", chance.Of(Endings)),
        4 => ("slip", chance.Of(Slips)),
        5 when numbers.Count > 0 => ("number", chance.Of(numbers)),
        6 => ("phone", $"0500 {chance.Below(20):000} {chance.Below(100):00} {chance.Below(100):00}"),
        7 => ("name", $"{InventedWords.First(chance, false)} {InventedWords.Last(chance, false)}"),
        8 => ("typing", chance.Of(Common)[..3]),
        _ => ("rare", InventedWords.Serial(chance)),
    };
}
