using Santral.Requests.Domain;

namespace Santral.LoadBench.Making;

/// <summary>What the customers of a unit call about, the frequent first.</summary>
/// <param name="Category">Code of the category.</param>
/// <param name="Texts">What is written down; one of them.</param>
internal sealed record Matter(string Subject, string Category, RequestKind Kind, params string[] Texts);

/// <summary>The stock of stories of each unit.</summary>
internal static class Matters
{
    public static readonly string[] TurkishNotes =
    [
        "Müşteri arandı, ulaşılamadı. Yarın {hour} tekrar aranacak.", "{person} ile görüşüldü, bilgi verildi.", "Ekibe iletildi, {hour} için randevu alındı.",
        "Hat uzaktan ölçüldü, değerler normal.", "Seri numarası {serial} kontrol edildi, garanti sürüyor.", "Parça depoda yok, {n} gün içinde gelecek.",
        "Müşteri fotoğraf gönderdi, dosyaya eklendi.", "Ücret {amount} TL olarak bildirildi, onay bekleniyor.", "Adres teyit edildi: {street}, {city}.",
        "Kapı zili çalışmıyor, gelmeden önce aranmasını istedi.", "Aynı binadan ikinci şikâyet, bölgesel olabilir.", "Sorun giderildi, müşteri memnun.",
        "Yönlendirildi; {person} takip edecek.", "İkinci kez arandı, akşam müsait olacağını söyledi.", "Cihaz değişimi önerildi, kabul etti.",
    ];

    public static readonly string[] SwedishNotes =
    [
        "Ringt kunden, inget svar. Nytt försök i morgon {hour}.", "Talat med {person}, informerad.", "Skickat till entreprenören, utförs inom {n} dagar.",
        "Plats kontrollerad: {street}.", "Bilder mottagna och sparade i ärendet.", "Ny tid bokad klockan {hour}.", "Åtgärdat, kunden är nöjd.",
        "Granne har anmält samma sak.", "Ärendet gäller kärl {serial}.", "Faktura på {amount} kr kontrolleras av ekonomi.",
    ];

    public static readonly string[] Tags =
    [
        "kampanya", "geri ara", "vip", "garanti", "acil", "taahhüt", "iade", "montaj", "şikâyet", "modem", "fiber", "taşınma", "fatura", "yeni müşteri", "saha",
        "vinter", "återkommer", "tillgänglighet", "skola", "grannar",
    ];

    public static IReadOnlyList<Matter> Of(string unit) => unit switch
    {
        "internet" => Internet,
        "appliance" => Appliance,
        _ => Municipal,
    };

    private static readonly Matter[] Internet =
    [
        new("İnternet yok", "single_customer", RequestKind.Action, "Sabahtan beri bağlantı yok, modemin ışığı kırmızı yanıyor. Adres: {street}, {city}.", "Modem {serial} yeniden başlatıldı, bağlantı gelmedi."),
        new("Bağlantı sık sık kopuyor", "connection_drops", RequestKind.Action, "Günde {n} kez kopuyor. Modem {serial}, kablo değiştirildi.", "Görüntülü görüşmede kopuyor; {person} evden çalışıyor."),
        new("Akşamları hız düşüyor", "slow_evenings", RequestKind.Action, "Saat {hour} sonrası {n} Mbit ölçülüyor, gündüz normal.", "Kablosuzda da kabloda da yavaş, {street} adresinde komşular da söylüyor."),
        new("Fatura yüksek geldi", "bill_too_high", RequestKind.Action, "Bu ayki fatura {amount} TL, geçen ay daha düşüktü. Kampanya bitmiş olabilir.", "Faturalarda tanımadığı bir ücret görüyor: {amount} TL."),
        new("Tarife değişikliği", "tariff_change", RequestKind.Information, "Üst pakete geçmek istiyor, taahhüdün ne zaman bittiğini sordu.", "Kampanya koşullarını sordu, {amount} TL olarak bildirildi."),
        new("Nakil talebi", "relocation", RequestKind.Action, "{street}, {city} adresine taşınıyor; hattın nakli için tarih istedi."),
        new("Fatura gelmedi", "bill_not_received", RequestKind.Information, "Fatura e-postasına düşmemiş, tekrar gönderildi.", "Adres değişmiş: {street}."),
        new("Ödeme görünmüyor", "payment_not_seen", RequestKind.Action, "{amount} TL ödemeyi bankadan yapmış, sistemde görünmüyor."),
        new("Yeni hat başvurusu", "new_line", RequestKind.Action, "{street}, {city} için fiber altyapı sorgulandı, var. Başvuru alındı."),
        new("Sabit hatta cızırtı", "line_noise", RequestKind.Action, "Yağmurlu havada telefonda cızırtı oluyor."),
        new("Abonelik iptali", "cancellation", RequestKind.Action, "Yurt dışına taşındığı için iptal istiyor, cayma bedelini sordu."),
        new("Teşekkür", "appointment", RequestKind.Comment, "Gelen teknisyen {person} çok ilgiliydi."),
        new("Kutu ezik geldi", "box_dented", RequestKind.Action, "Modem ambalajı ezik, kutusu açılmış. Seri no {serial}."),
        new("Bölgesel kesinti", "area_outage", RequestKind.Action, "{city} {street} ve çevresinde internet yok, {n} komşuda da yok."),
        new("Cihaz iadesi", "device_return", RequestKind.Action, "Cayma hakkını kullanıyor, cihaz {serial} kargoya verildi."),
    ];

    private static readonly Matter[] Appliance =
    [
        new("Buzdolabı soğutmuyor", "fridge_not_cooling", RequestKind.Action, "Alt bölme soğutmuyor, {n} derece. Seri no {serial}.", "Buzluk karlanıyor, üst raf ılık."),
        new("Çamaşır makinesi sallanıyor", "washer_shakes", RequestKind.Action, "Sıkmada yerinden oynuyor, ayakları ayarlandı. {serial}", "Çok ses yapıyor, komşular şikâyetçi."),
        new("Bulaşık makinesi su boşaltmıyor", "dishwasher_no_drain", RequestKind.Action, "Program sonunda su kalıyor, E{n} hatası.", "Gider hortumu temizlendi, sürüyor."),
        new("Klima su akıtıyor", "aircon_drips", RequestKind.Action, "İç ünitenin altından damlıyor, montaj yeni. {street}, {city}."),
        new("Garanti süresi", "warranty_period", RequestKind.Information, "{serial} seri numaralı ürünün garantisinin ne zaman bittiğini sordu."),
        new("Servis ücreti", "service_fee", RequestKind.Information, "Garanti dışı keşif ücretini sordu, {amount} TL bildirildi."),
        new("Fırın camı çatladı", "oven_glass", RequestKind.Action, "Pişirme sırasında iç cam çatlamış, yaralanan yok."),
        new("Ocak çakmağı atıyor", "hob_ignition", RequestKind.Action, "Sağ ön gözde çakmak sürekli atıyor, {serial}."),
        new("Buzdolabı kapı lastiği", "fridge_seal", RequestKind.Action, "Alt kapının lastiği gevşek, değişimi {amount} TL."),
        new("Randevu saatine uyulmadı", "missed_appointment", RequestKind.Comment, "{hour} denmiş, gelinmemiş. Ekip: {person}."),
        new("Yıllık bakım", "yearly_maintenance", RequestKind.Action, "Sözleşme kapsamında {n} cihazın bakımı, {street}."),
        new("Bakım sözleşmesi teklifi", "contract_offer", RequestKind.Action, "{n} cihaz için teklif istedi, yetkili {person}."),
    ];

    private static readonly Matter[] Municipal =
    [
        new("Kärl ej tömt", "bin_not_emptied", RequestKind.Action, "Skulle tömts i går, {street}. Kärl {serial}.", "Hela sidan av gatan är otömd vid {street}."),
        new("Upphämtning av grovsopor", "bulky_waste", RequestKind.Action, "Tvättmaskin ska hämtas, {street}, våning {n} utan hiss.", "Soffa och {n} kartonger står i porten."),
        new("Gatubelysning släckt", "light_out", RequestKind.Action, "{n} stolpar i rad är släckta vid {street}."),
        new("Vad sorteras var", "what_goes_where", RequestKind.Information, "Undrar om förpackningar av frigolit räknas som plast."),
        new("Trasigt lock på kärl", "bin_broken", RequestKind.Action, "Locket på kärl {serial} har spruckit."),
        new("Fallet träd", "tree_fallen", RequestKind.Action, "Ett träd ligger över gångvägen vid {street}."),
        new("Öppettider återvinningscentral", "recycling_centre", RequestKind.Information, "Frågade om öppettiderna i helgen."),
        new("Klotter", "graffiti", RequestKind.Action, "Klotter på fasaden vid {street}."),
        new("Betalat dubbelt", "paid_twice", RequestKind.Action, "Anser sig ha betalat {amount} kr två gånger."),
        new("Hål i cykelbanan", "cycle_path", RequestKind.Action, "Djupt hål efter frosten vid {street}."),
        new("Beröm till chauffören", "collection", RequestKind.Comment, "Väntade in ett barn med cykel. {person} hälsar."),
        new("Råttor i soprum", "pests", RequestKind.Action, "Flera boende har sett råttor, {street}."),
    ];
}
