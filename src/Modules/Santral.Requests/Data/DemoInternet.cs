using Santral.Requests.Domain;
using static Santral.Requests.Domain.Channel;
using static Santral.Requests.Domain.RequestKind;

namespace Santral.Requests.Data;

/// <summary>Matters of the internet provider's customers.</summary>
internal static class DemoInternet
{
    private const string Elif = "+905321112233";
    private const string Soft = "+902123334455";
    private const string Ege = "+902325550143";

    public static IReadOnlyList<DemoMatter> Matters { get; } =
    [
        new("+905335550102", Phone, Information, "Fiber altyapı sorgusu", "Nilüfer'deki yeni adresinde fiber olup olmadığını sordu. Var, 1000 Mbit'e kadar.", "agent1", ["resolved", "closed"], Category: "new_line"),
        new("+905425550103", Phone, RequestKind.Action, "Modem ışığı kırmızı yanıyor", "PON ışığı sabah kalktığından beri kırmızı. Kapatıp açtı, değişmedi.", "tech1", ["examined", "resolved", "closed"], "high", ["Hat uzaktan sıfırlandı, ışık yeşile döndü.", "Akşam arandı, sorun yok."], Category: "single_customer"),
        new(Soft, Email, RequestKind.Action, "Fatura adresi değişikliği", "Yeni fatura adresi: Fenerbahçe Mah. Bağdat Cad. 112, Kadıköy.", "corporate1", ["examined", "resolved"], Notes: ["Vergi levhası istendi, geldi."], Category: "bill_address"),
        new("+905435550104", Phone, RequestKind.Action, "Hız akşamları düşüyor", "21.00–23.00 arası 20 Mbit'e düşüyor, gündüz 95. Kablolu ölçülmüş.", "tech2", ["examined", "passed_on"], Notes: ["Santral doluluğu %92, kapasite ekibine iletildi."], Category: "slow_evenings"),
        new(null, Phone, Information, "Kampanya bitiş tarihi", "Afişteki kampanyanın ne zaman bittiğini sordu.", "agent2", ["resolved", "closed"], Category: "tariff_change"),
        new(Ege, Phone, RequestKind.Action, "Modem bağlantıyı kesiyor", "Günde 5–6 kez kopuyor. Modem ağustosta bizden alınmış, yeniden başlatma ve kablo değişimi denendi.", "expert1", ["examined", "passed_on"], "high", ["Günlükler istendi.", "Günlükler geldi: optik güç eşik altında, donanım şüphesi."], Category: "connection_drops"),
        new("+905365550105", Web, RequestKind.Action, "Taşınma talebi", "30 Kasım'da Eskişehir'den Ankara'ya taşınıyor, hattın nakli.", "agent1", ["waiting_customer"], Notes: ["Yeni adresin bağımsız bölüm numarası soruldu."], Category: "relocation"),
        new(Elif, Phone, Comment, "Teknisyene teşekkür", "Gelen arkadaş çok ilgiliydi, adını öğrenmek istedi.", "agent2", Category: "appointment"),
        new("+905375550106", Phone, RequestKind.Action, "Statik IP isteği", "Kamera kayıtlarına dışarıdan erişecek.", "tech1", ["examined", "resolved"], Category: "tariff_change"),
        new("+905385550107", Sms, Information, "Kota bilgisi", "Adil kullanım sınırı olup olmadığını sordu. Yok.", "agent1", ["resolved"], Category: "tariff_change"),
        new(null, Phone, RequestKind.Action, "Yanlış numara, kayıt açılmış", "", "agent2", ["rejected"], Reason: "Arayan başka bir firmayı arıyormuş."),
        new(Soft, Phone, RequestKind.Action, "Santral hattında cızırtı", "4 hatlı sabit telefonda iki hatta cızırtı var, yağmurda artıyor.", "corporate1", ["examined", "waiting_customer"], Notes: ["Bina kutusuna erişim için yönetimden randevu bekleniyor."], Category: "line_noise"),
        new("+905395550108", Email, RequestKind.Action, "İptal talebi", "Yurt dışına taşındığı için iptal istiyor. Taahhüt bitimi ocak; kalan iki ayın cayma bedelinin alınmamasını rica ediyor.", "agent1", ["examined", "compensation"], "high", Category: "cancellation"),
        new("+905055550109", Phone, Information, "E-fatura gelmedi", "Kasım faturası e-postasına düşmemiş. Tekrar gönderildi.", "agent1", ["resolved"], Category: "bill_not_received"),
        new(Elif, Phone, RequestKind.Action, "Modem parolası unutulmuş", "Arayüz parolasını değiştirmiş, hatırlamıyor.", "tech2", ["examined", "resolved"], Notes: ["Fabrika ayarına dönüş anlatıldı."], Category: "faulty_product"),
        new("+905065550110", Phone, RequestKind.Action, "Bölgesel kesinti soruyor", "Meram'da 09.40'tan beri internet yok, komşuda da yok.", "tech1", ["examined", "passed_on"], "urgent", ["Fiber kopuğu bildirildi, ekip yolda."], Category: "area_outage"),
        new("+905075550111", Web, RequestKind.Action, "Tarife yükseltme", "100'den 500 Mbit'e geçmek istiyor, cayma bedeli olup olmadığını soruyor.", null, [], Category: "tariff_change"),
        new(Ege, Email, RequestKind.Action, "İkinci depo için teklif", "Kemalpaşa deposuna 500 Mbit simetrik hat.", null, [], Category: "new_line"),
        new(Elif, Phone, RequestKind.Action, "Faturada anlamadığı kalem", "Son faturadaki tek seferlik ücreti soruyor: 4 860,00 TL.", "agent1", ["examined"], Category: "bill_unclear"),
        new(null, Phone, null, "", ""),
    ];
}
