using Santral.Customers.Domain;

namespace Santral.Customers.Data;

/// <summary>Invented people and firms of the demo. Swedish numbers are from the series kept free for fiction (PTS: 070-1740605 … 699, 08-46500400 … 499).</summary>
internal static class DemoPeople
{
    public const string Soft = "Soft Ltd. Şti.";
    public const string SoftNumber = "100200";
    public const string SoftServicePassword = "4321";

    public static IReadOnlyList<CustomerDetails> All { get; } =
    [
        Turkish("Elif", "Yılmaz", "İstanbul", "+905321112233", "elif.yilmaz@ornek.example", "Akşamları aranmak istiyor."),
        Turkish("Ayşe", "Işık", "Ankara", "+905320000001", "ayse.isik@ornek.example", "Numarayı eşiyle ortak kullanıyor."),
        Turkish("Mehmet", "Işık", "Ankara", "+905320000001", null, "Numarayı eşiyle ortak kullanıyor."),
        Company(
            Soft, "İstanbul", "4810058590", "Kadıköy", "+902123334400",
            new ContactEntry(null, "Selin Kaya", "Bilgi işlem sorumlusu", "selin.kaya@soft.example", [new PhoneEntry(PhoneNumber.Parse("+902123334455", null), PhoneKind.Work, true)]),
            new ContactEntry(null, "Oğuz Çınar", "Genel müdür", "oguz.cinar@soft.example", [])),
        Turkish("İbrahim", "Şahin", "Bursa", "+905335550102", "ibrahim.sahin@ornek.example"),
        Turkish("Gülşen", "Öztürk", "İzmir", "+905425550103", "gulsen.ozturk@ornek.example"),
        Turkish("Çağlar", "Doğan", "Antalya", "+905435550104", null),
        Turkish("Şule", "Aydın", "Eskişehir", "+905365550105", "sule.aydin@ornek.example"),
        Turkish("Yiğit", "Güneş", "Trabzon", "+905375550106", "yigit.gunes@ornek.example", "İşitme güçlüğü var, yavaş konuşun."),
        Turkish("Ümit", "Korkmaz", "Gaziantep", "+905385550107", null),
        Turkish("Zeynep", "Ağaoğlu", "Muğla", "+905395550108", "zeynep.agaoglu@ornek.example"),
        Turkish("Işıl", "İnan", "Çanakkale", "+905055550109", "isil.inan@ornek.example"),
        Turkish("Hüseyin", "Çelik", "Konya", "+905065550110", null),
        Turkish("Nurgül", "Sağlam", "Kayseri", "+905075550111", "nurgul.saglam@ornek.example"),
        Company(
            "Ege Lojistik A.Ş.", "İzmir", "3240158741", "Bornova", "+902325550142",
            new ContactEntry(null, "Merve Uçar", "Operasyon müdürü", "merve.ucar@egelojistik.example", [new PhoneEntry(PhoneNumber.Parse("+902325550143", null), PhoneKind.Work, true)])),
        Company(
            "Çınar Mobilya San. ve Tic. Ltd. Şti.", "İnegöl", "2510364482", "İnegöl", "+902245550160",
            new ContactEntry(null, "Faruk Yıldız", "Muhasebe", "muhasebe@cinarmobilya.example", [])),
        Prospect("Deniz", "Erşahin", "+905445550171"),
        Swedish("Märta", "Åkerlund", "Ekhagsvägen 7, port B", "+46701740605", "marta.akerlund@exempel.example"),
        Swedish("Jörgen", "Öberg", "Björkvägen 6", "+46701740606", "jorgen.oberg@exempel.example"),
        Swedish("Åsa", "Nyström", "Björkvägen 9", "+46701740607", "asa.nystrom@exempel.example"),
        Swedish("Pär", "Sjögren", "Kärrstigen 12", "+46701740608", null),
        Swedish("Göran", "Ålund", "Älvgatan 3", "+46701740609", "goran.alund@exempel.example"),
        Swedish("Yasemin", "Åström", "Ågatan 21", "+46701740610", "yasemin.astrom@exempel.example"),
        Swedish("Björn", "Törnqvist", "Gråbergsvägen 4", "+46701740611", null),
        Swedish("Malin", "Hörnell", "Åsbacken 15", "+46701740612", "malin.hornell@exempel.example"),
        Swedish("Ulla", "Mårtensson", "Torget 2", "+46701740613", null),
        SwedishCompany(
            "Brf Björken", "7696001234", "+46846500400",
            new ContactEntry(null, "Lars Kjellström", "Ordförande", "styrelsen@brfbjorken.example", [new PhoneEntry(PhoneNumber.Parse("+46701740614", null), PhoneKind.Mobile, true)])),
        SwedishCompany(
            "HSB Älven", "7020005678", "+46846500401",
            new ContactEntry(null, "Elin Sjöö", "Förvaltare", "elin.sjoo@hsbalven.example", [])),
    ];

    private static CustomerDetails Turkish(string first, string last, string city, string phone, string? email, string? note = null)
        => Person(CustomerKind.Individual, first, last, "tr", city, null, phone, email, note);

    private static CustomerDetails Prospect(string first, string last, string phone)
        => Person(CustomerKind.Prospect, first, last, "tr", null, null, phone, null, "Fiber tarifelerini sordu.");

    private static CustomerDetails Swedish(string first, string last, string address, string phone, string? email)
        => Person(CustomerKind.Individual, first, last, "sv", "Älvstad", address, phone, email, null);

    private static CustomerDetails Person(
        CustomerKind kind, string first, string last, string language, string? city, string? address, string phone, string? email, string? note)
        => new(
            kind, first, last, null, language, null, null, address, city, note,
            [new PhoneEntry(PhoneNumber.Parse(phone, null), PhoneKind.Mobile, true)], email is null ? [] : [email], []);

    private static CustomerDetails Company(string name, string city, string tax, string taxOffice, string phone, params ContactEntry[] contacts)
        => new(
            CustomerKind.Corporate, null, null, name, "tr", tax, taxOffice, null, city, null,
            [new PhoneEntry(PhoneNumber.Parse(phone, null), PhoneKind.Work, true)], [], contacts);

    private static CustomerDetails SwedishCompany(string name, string tax, string phone, params ContactEntry[] contacts)
        => new(
            CustomerKind.Corporate, null, null, name, "sv", tax, null, null, "Älvstad", null,
            [new PhoneEntry(PhoneNumber.Parse(phone, null), PhoneKind.Work, true)], [], contacts);
}
