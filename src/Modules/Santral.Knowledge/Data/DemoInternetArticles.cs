using Santral.Knowledge.Domain;
using static Santral.Knowledge.Data.DemoAnswer;
using static Santral.Knowledge.Data.DemoStep;

namespace Santral.Knowledge.Data;

/// <summary>What the internet provider's agents read and go through.</summary>
internal static class DemoInternetArticles
{
    private const string Unit = "internet";

    public static IReadOnlyList<DemoArticle> All { get; } =
    [
        new("adapter", ArticleKind.Text, Unit, "technical_support",
            new DemoText("tr", "Adaptör testi", "<p>Adaptör gevşek ya da zayıfsa modem gün içinde kendiliğinden yeniden başlar.</p><ul><li>Adaptörün etiketi <strong>12 V 1,5 A</strong> olmalı.</li><li>Fişi çoklu prizden çıkarıp duvardaki prize taktırın.</li><li>Başka bir 12 V adaptör varsa 10 dakika onunla deneyin.</li></ul><p>Işıklar düzeldiyse adaptör değişimi açılır, modem değiştirilmez.</p>", "güç besleme fiş priz"),
            new DemoText("en", "Power adapter test", "<p>A loose or weak adapter makes the modem restart by itself during the day.</p><ul><li>Its label must read <strong>12 V 1.5 A</strong>.</li><li>Have it plugged into the wall, not into a power strip.</li><li>If there is another 12 V adapter, try it for ten minutes.</li></ul>", "power plug supply"))
        {
            Categories = ["faulty_product"],
        },
        new("firmware", ArticleKind.Text, Unit, "technical_support",
            new DemoText("tr", "2.4.1 geri alma", "<p>Yazılım <strong>2.4.1</strong> olan FiberLink X2 cihazlarda akşam saatlerinde kopma görülüyor.</p><ol><li>Müşteri ekranında cihazı açın, sürümün 2.4.1 olduğunu doğrulayın.</li><li>Müşteriye internetin 4 dakika kesileceğini söyleyin, onay alın.</li><li>Sürümü 2.3.9'a alın, cihaz kendiliğinden yeniden başlar.</li></ol><p>İşlem tamamlanınca bağlantıyı birlikte deneyin.</p>", "yazılım sürüm güncelleme firmware"))
        {
            Categories = ["connection_drops"],
        },
        new("connection_drops", ArticleKind.Script, Unit, "technical_support",
            new DemoText("tr", "Bağlantı kopması", "<p>Modem günde birkaç kez bağlantıyı kaybediyorsa önce <strong>besleme</strong>, sonra <strong>hat</strong> ayrılır. PON ışığı kırmızıysa hat testi beklemeden İleri Destek'e gider.</p>", "kopuyor kesiliyor gidip geliyor düşüyor",
                "Görüşmemiz kayıt altındadır. Bağlantınızı birlikte denetleyelim, bu sırada internetiniz birkaç dakika kesilebilir. Uygun mu?",
                "PON ışığı ne renk?", "Sabit yeşil", "Kırmızı yanıp sönüyor", "Sönük",
                "“Başka bir adaptörle denediniz mi?”", "Denedi, sürüyor", "Denemedi", "Adaptörü yok",
                "Cihazın altındaki seri numarası nedir?",
                "Donanım şüphesi: İleri Destek'e aktarın",
                "Modemi 30 saniye kapatıp açtırın. Bağlantı geri geldi mi?", "Geldi, kesilmiyor", "Hâlâ kesiliyor",
                "Sorun çözüldü: müşteriye 24 saat sonra arayacağımızı söyleyin",
                "Çözülmedi: hat testi için İleri Destek'e aktarın"),
            new DemoText("sv", "Förbindelsen bryts", "<p>Bryts förbindelsen flera gånger om dagen: skilj först <strong>ström</strong>, sedan <strong>ledning</strong>. Röd PON-lampa går direkt till Avancerad support.</p>", "avbrott bryts tappar",
                "Samtalet spelas in. Vi går igenom din anslutning tillsammans, den kan brytas några minuter. Går det bra?",
                "Vilken färg har PON-lampan?", "Fast grön", "Blinkar rött", "Släckt",
                "Har du provat en annan nätadapter?", "Ja, det fortsätter", "Nej", "Har ingen",
                "Vilket serienummer står under enheten?",
                "Misstänkt maskinvarufel: koppla till Avancerad support",
                "Be kunden stänga av modemet i 30 sekunder. Kom förbindelsen tillbaka?", "Ja, den håller", "Nej, den bryts",
                "Löst: säg att vi ringer upp om ett dygn",
                "Inte löst: koppla till Avancerad support för linjetest"),
            new DemoText("en", "Connection drops", "<p>When the modem loses its connection several times a day, separate <strong>power</strong> first, then the <strong>line</strong>. A red PON light goes straight to Advanced Support.</p>", "drops disconnects cuts out",
                "This call is recorded. Let us check your connection together; it may be interrupted for a few minutes. Is that all right?",
                "What colour is the PON light?", "Steady green", "Blinking red", "Off",
                "“Have you tried another adapter?”", "Tried, still drops", "Not tried", "Has none",
                "What is the serial number below the device?",
                "Hardware suspected: pass on to Advanced Support",
                "Have the modem switched off for 30 seconds. Is the connection back?", "Back and stable", "Still drops",
                "Solved: tell the customer that we call back after 24 hours",
                "Not solved: pass on to Advanced Support for a line test"))
        {
            Categories = ["connection_drops"],
            OpensByItself = true,
            Teams = ["technical_support"],
            Steps =
            [
                Say,
                Ask(To(6), On, On) with { WritesNote = true },
                Ask(On, Open("adapter"), On),
                Fill("note", isRequired: true),
                End(ScriptResult.PassOn),
                Ask(On, To(8)),
                End(ScriptResult.Solved),
                End(ScriptResult.Unsolved),
            ],
        },
        new("pon_red", ArticleKind.Script, Unit, "technical_support",
            new DemoText("tr", "PON ışığı kırmızı", "<p>Kırmızı PON ışığı, cihazın fiberden ışık almadığını gösterir. Cihazı değiştirmek çözmez.</p>", "los kırmızı lamba fiber ışık",
                "Fiber kablosu (sarı ya da beyaz ince kablo) takılı mı?", "Takılı", "Çıkmış, taktı",
                "Kabloyu elle sıkıştırmadan çıkarıp yeniden taktırın. Işık yeşile döndü mü?", "Yeşile döndü", "Hâlâ kırmızı",
                "Aynı binada komşusunda da kesinti var mı?", "Var", "Yok", "Bilmiyor",
                "Bölgesel kesinti: kaydı bölgesel kesintiye bağlayın, tahmini süreyi söyleyin",
                "Tek müşteri: saha ekibi için İleri Destek'e aktarın",
                "Işık yeşile döndü, sorun çözüldü"),
            new DemoText("en", "PON light is red", "<p>A red PON light means that no light arrives from the fibre. Swapping the device does not help.</p>", "los red lamp fibre",
                "Is the fibre (thin yellow or white cable) plugged in?", "Plugged in", "It was out, now in",
                "Have it pulled out and plugged in again without bending it. Is the light green?", "Green now", "Still red",
                "Do the neighbours have an outage too?", "Yes", "No", "Does not know",
                "Area outage: link to the area outage and tell the expected time",
                "Single customer: pass on to Advanced Support for a field visit",
                "The light is green, solved"))
        {
            Categories = ["no_internet", "connection_drops"],
            Steps =
            [
                Ask(On, On),
                Ask(To(6), On),
                Ask(On, To(5), To(5)) with { CanSkip = true },
                End(ScriptResult.Unsolved),
                End(ScriptResult.PassOn),
                End(ScriptResult.Solved),
            ],
        },
        new("slow", ArticleKind.Script, Unit, "technical_support",
            new DemoText("tr", "Yavaş bağlantı", "<p>Önce kablolu ölçüm, sonra kablosuz. Ölçüm <em>hiz.fibernet.example</em> üzerinden yapılır.</p>", "hız düşük yavaş mbit",
                "Bilgisayar modeme kabloyla bağlı mı?", "Kabloyla", "Kablosuz",
                "Kabloyla bağlanıp hızı ölçtürün. Sonuç tarifenin yüzde sekseninden fazla mı?", "Evet", "Hayır",
                "Ölçülen hız (Mbit/sn)",
                "Hat yavaş: İleri Destek'e aktarın",
                "Hat yeterli: kablosuz ağ ayarını anlatın"))
        {
            Categories = ["slow"],
            Steps = [Ask(On, On), Ask(To(5), On), Fill("note", isRequired: true), End(ScriptResult.PassOn), End(ScriptResult.Solved)],
        },
        new("channel", ArticleKind.Text, Unit, "technical_support",
            new DemoText("tr", "Wi-Fi kanal seçimi", "<p>2,4 GHz bandında 1, 6 ve 11 dışında kanal seçtirmeyin. 5 GHz bandında otomatik bırakın.</p>", "kablosuz kanal parazit"))
        {
            Categories = ["slow_wireless"],
            IsOutdated = true,
        },
        new("set_up_x2", ArticleKind.Text, Unit, "set_up",
            new DemoText("tr", "FiberLink X2 ilk kurulum", "<ol><li>Fiberi <strong>PON</strong> girişine takın.</li><li>Adaptörü takın, PON ışığı 2 dakikada sabit yeşil olur.</li><li>Kutudaki karttaki ağ adı ve parola ile bağlanın.</li></ol>", "modem kurulumu şifre parola"),
            new DemoText("en", "FiberLink X2 first set-up", "<ol><li>Plug the fibre into <strong>PON</strong>.</li><li>Plug in the adapter; within two minutes the PON light is steady green.</li><li>Connect with the name and password on the card in the box.</li></ol>", "modem set-up password"))
        {
            Categories = ["installation"],
        },
        new("moving", ArticleKind.Article, Unit, "set_up",
            new DemoText("tr", "Nakil sonrası kurulum", "<p>Yeni adreste kurulum ilk kurulumla aynıdır; cihaz yenisiyle değişmez.</p>", "taşınma adres"))
        {
            Categories = ["relocation"],
            Target = "set_up_x2",
        },
        new("outage_line", ArticleKind.Phone, Unit, "technical_support",
            new DemoText("tr", "Bölgesel kesinti hattı", "<p>7 gün 24 saat, kesintinin tahmini bitişini sesli okur. Numarayı iki kez okuyun.</p>", "arıza kesinti telefon"),
            new DemoText("en", "Area outage line", "<p>Day and night; reads out when the outage is expected to end. Read the number out twice.</p>", "outage phone"))
        {
            Categories = ["area_outage"],
            Phone = "+902124440123",
        },
        new("bill_items", ArticleKind.Text, Unit, "invoice",
            new DemoText("tr", "Faturadaki tek seferlik ücretler", "<p><strong>Kurulum ücreti</strong> ilk faturada bir kez görünür. <strong>Nakil ücreti</strong> taşınma ayının faturasındadır. Taahhüdü erken bitiren müşteride kalan indirim tek kalemde yazılır.</p><p>Kalem itirazında kayıt açılır, fatura ödemesi durmaz.</p>", "itiraz yüksek fatura kalem ücret"))
        {
            Categories = ["billing"],
        },
        new("bill_online", ArticleKind.Link, Unit, "invoice",
            new DemoText("tr", "Faturayı internetten görme", "<p>Müşteri numarası ve telefonuyla girilir; son 12 fatura indirilebilir.</p>", "e-fatura indirme pdf"),
            new DemoText("en", "See invoices online", "<p>Signed in with customer number and telephone; the last twelve invoices can be downloaded.</p>", "invoice download pdf"))
        {
            Categories = ["bill_not_received"],
            Url = "https://faturam.fibernet.example/",
        },
        new("address_change", ArticleKind.Script, Unit, "invoice",
            new DemoText("tr", "Adres değişikliği", "<p>Fatura adresi telefonda değişir, hizmet adresi nakil kaydı ister.</p>", "fatura adresi taşınma",
                "Hangi adres değişecek?", "Yalnızca fatura adresi", "Hizmet adresi de",
                "Yeni fatura adresini yazın",
                "Fatura adresi değişti, sonraki faturada görünür",
                "Nakil kaydı açın, bu kaydı ona bağlayın"))
        {
            Categories = ["bill_address"],
            Steps = [Ask(On, To(4)), Fill("text", isRequired: true), End(ScriptResult.Solved), End(ScriptResult.PassOn)],
        },
        new("verify", ArticleKind.Text, Unit, "corporate",
            new DemoText("tr", "Kurumsal doğrulama menüsü", "<p>Kurumsal müşteri, kurumsal müşteri numarası ve servis parolasıyla doğrulanır. Parolayı <strong>asla</strong> sözlü istemeyin; <em>Doğrula</em> tuşuyla menüye gönderin.</p>", "parola kurumsal doğrula şifre"))
        {
            Teams = ["corporate_services"],
        },
        new("static_ip", ArticleKind.Text, Unit, "technical_support",
            new DemoText("tr", "Sabit adres tanımı", "<p>Ücretler onaylanınca yayımlanacak.</p>", "kamera erişim"))
        {
            IsDraft = true,
        },
    ];
}
