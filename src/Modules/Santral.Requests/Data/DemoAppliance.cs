using Santral.Requests.Domain;
using static Santral.Requests.Domain.Channel;
using static Santral.Requests.Domain.RequestKind;

namespace Santral.Requests.Data;

/// <summary>Matters of the appliance service's customers.</summary>
internal static class DemoAppliance
{
    public static IReadOnlyList<DemoMatter> Matters { get; } =
    [
        new("+905321112233", Email, RequestKind.Action, "Bulaşık makinesi su boşaltmıyor", "Program sonunda dipte su kalıyor, E24 hatası.", "service1", ["in_progress", "completed", "closed"], Notes: ["Tahliye pompasına yabancı cisim girmiş, temizlendi."], Category: "dishwasher_no_drain"),
        new("+905335550102", Phone, RequestKind.Action, "Buzdolabı soğutmuyor", "Üst bölme çalışıyor, alt bölme 14 derece.", "service1", ["in_progress", "waiting_part"], "high", ["Fan motoru sipariş edildi."], Category: "fridge_not_cooling"),
        new("+905425550103", Phone, Information, "Garanti süresi", "2024 martında alınan fırının garantisi ne zaman bitiyor? Mart 2027.", "agent2", ["completed", "closed"], Category: "warranty_period"),
        new("+905435550104", Web, RequestKind.Action, "Çamaşır makinesi çok sallanıyor", "Sıkmada yerinden oynuyor, nakliye cıvataları söküldü.", "service1", ["in_progress", "completed"], Category: "washer_shakes"),
        new("+905365550105", Phone, RequestKind.Action, "Fırın kapağı kapanmıyor", "Sol menteşe boşta.", "agent2", ["in_progress", "waiting_part"], Notes: ["Menteşe 2 gün içinde gelecek."], Category: "oven"),
        new(null, Phone, Information, "Servis ücreti", "Garanti dışı keşif ücretini sordu.", "agent2", ["completed", "closed"], Category: "service_fee"),
        new("+905375550106", Email, RequestKind.Action, "Kurutma makinesi ısıtmıyor", "Program normal süresinde bitiyor, çamaşır ıslak.", "service1", ["in_progress"], Category: "washing_machine"),
        new("+905385550107", Phone, RequestKind.Action, "Kombi basıncı düşüyor", "Günde iki kez su basmak gerekiyor.", null, ["rejected"], Reason: "Ürün bizim markamız değil, yetkili servisin numarası verildi.", Category: "breakdown"),
        new("+905395550108", Phone, Comment, "Randevu saatine uyulmadı", "14.00–16.00 denmiş, 17.20'de gelinmiş. Şikâyeti iletildi.", "agent2", Category: "missed_appointment"),
        new("+905055550109", Web, RequestKind.Action, "Ankastre ocakta çakmak", "Sağ ön gözde çakmak sürekli atıyor.", "service1", ["in_progress", "completed"], Category: "hob_ignition"),
        new("+905065550110", Phone, RequestKind.Action, "Klima su akıtıyor", "İç ünitenin altından damlıyor, montaj bu yıl yapıldı.", "service1", ["in_progress", "completed", "closed"], Notes: ["Drenaj hortumu yeniden eğimlendi, imzalı form alındı."], Category: "aircon_drips"),
        new("+905075550111", Phone, RequestKind.Action, "Derin dondurucu ses yapıyor", "Kompresör devreye girerken vuruntu var.", "agent2", ["in_progress"], Category: "fridge_noise"),
        new("+902245550160", Email, RequestKind.Action, "Sanayi tipi bulaşık makinesi bakımı", "Yıllık bakım sözleşmesi kapsamında iki makine.", "service1", ["in_progress"], Notes: ["Perşembe 08.30 uygun."], Category: "yearly_maintenance"),
        new("+905321112233", Phone, Information, "Yedek filtre", "Davlumbaz karbon filtresinin parça numarası.", "agent2", ["completed"], Category: "breakdown"),
        new("+905435550104", Phone, RequestKind.Action, "Mikrodalga çalışmıyor", "Işık yanıyor, tabla dönmüyor.", "service1", ["in_progress", "waiting_part"]),
        new("+905335550102", Web, RequestKind.Action, "Buzdolabı kapı lastiği", "Alt kapının lastiği gevşek.", null, [], Category: "fridge_seal"),
        new("+902325550143", Email, RequestKind.Action, "Yemekhane ocağı bakım teklifi", "Dört gözlü iki ocak, gaz kaçağı ölçümü ile.", null, [], "low", Category: "contract_offer"),
        new("+905365550105", Phone, RequestKind.Action, "Fırın camı çatladı", "Pişirme sırasında iç cam çatlamış, yaralanan yok.", "service1", [], "urgent", Category: "oven_glass"),
        new("+905425550103", Phone, RequestKind.Action, "Televizyon açılmıyor", "Bekleme ışığı üç kez yanıp sönüyor.", "agent2", ["in_progress"]),
        new(null, Phone, null, "", ""),
    ];
}
