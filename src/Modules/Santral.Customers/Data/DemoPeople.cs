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
            "Ege Lojistik A.Ş.", "İzmir", "3240158745", "Bornova", "+902325550142",
            new ContactEntry(null, "Merve Uçar", "Operasyon müdürü", "merve.ucar@egelojistik.example", [new PhoneEntry(PhoneNumber.Parse("+902325550143", null), PhoneKind.Work, true)])),
        Company(
            "Çınar Mobilya San. ve Tic. Ltd. Şti.", "İnegöl", "2510364485", "İnegöl", "+902245550160",
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
            "HSB Älven", "7020005679", "+46846500401",
            new ContactEntry(null, "Elin Sjöö", "Förvaltare", "elin.sjoo@hsbalven.example", [])),
    ];

    /// <summary>Added later, after all others: those keep their numbers.</summary>
    public static IReadOnlyList<CustomerDetails> More { get; } =
    [
        Turkish("Kemal", "Aksoy", "İstanbul", "+905305550201", "kemal.aksoy@ornek.example", null, new PostalAddress("Bağdat Cad. 214/8", "Göztepe", "34730", "İstanbul", "Kadıköy", "TR"))
            with { IdentityNumber = new NewIdentityNumber("10000000146") },
        Turkish("Sevgi", "Aksoy", "İstanbul", "+905305550202", "sevgi.aksoy@ornek.example", null, new PostalAddress("Bağdat Cad. 214/8", "Göztepe", "34730", "İstanbul", "Kadıköy", "TR")),
        Turkish("Tuğba", "Ergün", "İzmir", "+905325550203", "tugba.ergun@ornek.example", "Buzdolabı ve çamaşır makinesi bizden."),
        Turkish("Tugba", "Ergin", "İzmir", "+905325550204", null, "Benzer adlı bir müşteri daha var, karıştırmayın."),
        Turkish("Orhan", "Özdemir", "Adana", "+905335550205", null),
        Turkish("Nermin", "Yıldırım", "Samsun", "+905355550206", "nermin.yildirim@ornek.example"),
        Company(
            "Mavi Deniz Otelcilik A.Ş.", "Bodrum", "4700123450", "Bodrum", "+902525550210",
            new ContactEntry(null, "Aylin Tan", "Satın alma", "aylin.tan@mavideniz.example", [new PhoneEntry(PhoneNumber.Parse("+905375550211", null), PhoneKind.Mobile, true)]),
            new ContactEntry(null, "Cem Uysal", "Teknik müdür", "cem.uysal@mavideniz.example", [new PhoneEntry(PhoneNumber.Parse("+902525550212", null), PhoneKind.Work, true)])) with { IsSeller = true },
        Company(
            "Günışığı Gıda Ltd. Şti.", "Konya", "5830129641", "Selçuklu", "+903325550220",
            new ContactEntry(null, "Hatice Işıl", "İşletme müdürü", "hatice@gunisigi.example", [])),
        Prospect("Burcu", "Keskin", "+905385550231"),
        Swedish("Ingrid", "Sandberg", "Älvgatan 11", "+46701740620", "ingrid.sandberg@exempel.example")
            with { IdentityNumber = new NewIdentityNumber("198112189876") },
        Swedish("Nils", "Sandberg", "Älvgatan 11", "+46701740621", "nils.sandberg@exempel.example"),
        Swedish("Amira", "Haddad", "Skolgatan 5", "+46701740622", "amira.haddad@exempel.example"),
        SwedishCompany(
            "Café Ån AB", "5560360793", "+46846500410",
            new ContactEntry(null, "Petra Wiklund", "Föreståndare", "petra@cafean.example", [new PhoneEntry(PhoneNumber.Parse("+46701740623", null), PhoneKind.Mobile, true)])),
        SwedishProspect("Oskar", "Lindgren", "+46701740624"),
    ];

    private static CustomerDetails Turkish(string first, string last, string city, string phone, string? email, string? note = null, PostalAddress? address = null)
        => Person(CustomerKind.Individual, first, last, "tr", address ?? InCity(city, "TR"), phone, email, note);

    private static CustomerDetails Prospect(string first, string last, string phone)
        => Person(CustomerKind.Prospect, first, last, "tr", null, phone, null, "Fiber tarifelerini sordu.");

    private static CustomerDetails SwedishProspect(string first, string last, string phone)
        => Person(CustomerKind.Prospect, first, last, "sv", null, phone, null, "Frågade om trädgårdskärl.");

    private static CustomerDetails Swedish(string first, string last, string address, string phone, string? email)
        => Person(CustomerKind.Individual, first, last, "sv", new PostalAddress(address, null, null, "Älvstad", null, "SE"), phone, email, null);

    private static CustomerDetails Person(
        CustomerKind kind, string first, string last, string language, PostalAddress? address, string phone, string? email, string? note)
        => new(
            kind, first, last, null, language, language == "sv" ? "SE" : "TR",
            [new PhoneEntry(PhoneNumber.Parse(phone, null), PhoneKind.Mobile, true)], email is null ? [] : [email], [])
        {
            Note = note,
            Addresses = address is null ? [] : [new AddressEntry(AddressKind.Main, address)],
        };

    private static CustomerDetails Company(string name, string city, string tax, string taxOffice, string phone, params ContactEntry[] contacts)
        => new(CustomerKind.Corporate, null, null, name, "tr", "TR", [new PhoneEntry(PhoneNumber.Parse(phone, null), PhoneKind.Work, true)], [], contacts)
        {
            TaxNumber = tax,
            TaxOffice = taxOffice,
            Addresses = [new AddressEntry(AddressKind.Main, InCity(city, "TR"))],
        };

    private static CustomerDetails SwedishCompany(string name, string tax, string phone, params ContactEntry[] contacts)
        => new(CustomerKind.Corporate, null, null, name, "sv", "SE", [new PhoneEntry(PhoneNumber.Parse(phone, null), PhoneKind.Work, true)], [], contacts)
        {
            TaxNumber = tax,
            Addresses = [new AddressEntry(AddressKind.Main, InCity("Älvstad", "SE"))],
        };

    private static PostalAddress InCity(string city, string country) => new(null, null, null, city, null, country);
}
