using Santral.Knowledge.Domain;
using static Santral.Knowledge.Data.DemoAnswer;
using static Santral.Knowledge.Data.DemoStep;

namespace Santral.Knowledge.Data;

/// <summary>What the appliance service's people read and go through.</summary>
internal static class DemoApplianceArticles
{
    private const string Unit = "appliance";

    public static IReadOnlyList<DemoArticle> All { get; } =
    [
        new("no_drain", ArticleKind.Script, Unit, "repair",
            new DemoText("tr", "Bulaşık makinesi su boşaltmıyor", "<p>E24 hatasının en sık nedeni tıkalı süzgeç ya da bükülmüş tahliye hortumudur; ikisi de servissiz çözülür.</p>", "e24 tahliye pompa su kalıyor",
                "Makineyi kapatıp fişten çektirin. Ekranda hata kodu var mıydı?", "E24", "Başka kod", "Kod yok",
                "Süzgeci çıkarıp yıkattırın. Tahliye hortumunda bükülme var mı?", "Vardı, düzeltti", "Yok",
                "Kısa program çalıştırın. Su boşaldı mı?", "Boşaldı", "Boşalmadı",
                "Hata kodunu yazın",
                "Servis kaydı açın: tahliye pompası kontrol edilecek",
                "Sorun çözüldü: süzgecin ayda bir temizlenmesini önerin"),
            new DemoText("en", "Dishwasher does not drain", "<p>E24 mostly comes from a blocked filter or a bent drain hose; both are solved without a visit.</p>", "e24 drain pump water stays",
                "Have it switched off and unplugged. Was there an error code?", "E24", "Another code", "No code",
                "Have the filter taken out and washed. Is the drain hose bent?", "It was, straightened", "No",
                "Run the short programme. Did it drain?", "It drained", "It did not",
                "Write down the error code",
                "Open a work order: check the drain pump",
                "Solved: recommend cleaning the filter monthly"))
        {
            Categories = ["dishwasher_no_drain"],
            OpensByItself = true,
            Steps =
            [
                Ask(On, To(4), On),
                Ask(On, On),
                Ask(To(6), To(5)),
                Fill("note", isRequired: true),
                End(ScriptResult.PassOn),
                End(ScriptResult.Solved),
            ],
        },
        new("shakes", ArticleKind.Script, Unit, "repair",
            new DemoText("tr", "Çamaşır makinesi çok sallanıyor", "<p>Yeni makinede nakliye cıvataları, eskide ayar ve yük sorulur.</p>", "titriyor yürüyor sıkma",
                "Makine ne zaman alındı?", "Bu ay", "Daha önce",
                "Arkadaki dört nakliye cıvatası söküldü mü?", "Söküldü", "Sökülmedi, söktü",
                "Ayakları ayarlatıp boş sıkma yaptırın. Sallanma sürüyor mu?", "Sürüyor", "Geçti",
                "Servis kaydı açın: amortisör kontrol edilecek",
                "Sorun çözüldü"))
        {
            Categories = ["washer_shakes"],
            Steps = [Ask(On, To(3)), Ask(On, On), Ask(On, To(5)), End(ScriptResult.PassOn), End(ScriptResult.Solved)],
        },
        new("warranty_terms", ArticleKind.Text, Unit, "warranty_and_returns",
            new DemoText("tr", "Garanti süresi ve kapsamı", "<p>Garanti fatura tarihinden başlar, <strong>3 yıl</strong> sürer. Ankastre ürünlerde montaj tarihi değil fatura tarihi geçerlidir.</p><p>Kapsam dışı: kırılan cam, kireç, yanlış montaj, voltaj.</p>", "garanti kaç yıl süre kapsam"),
            new DemoText("en", "Warranty: term and cover", "<p>The warranty begins with the date of the invoice and lasts <strong>3 years</strong>.</p><p>Not covered: broken glass, limescale, wrong mounting, voltage.</p>", "warranty years cover"))
        {
            Categories = ["warranty"],
        },
        new("fee", ArticleKind.Text, Unit, "warranty_and_returns",
            new DemoText("tr", "Garanti dışı keşif ücreti", "<p>Keşif ücreti <strong>650 TL</strong>, onarım yapılırsa işçilikten düşülür. Ücret kabul edilmeden randevu verilmez; onayı nota yazın.</p>", "servis ücreti ne kadar fiyat"))
        {
            Categories = ["service_fee"],
        },
        new("parts", ArticleKind.Link, Unit, "repair",
            new DemoText("tr", "Yedek parça kataloğu", "<p>Model numarası kapak içindeki etikettedir. Karbon filtre ve süzgeç müşteriye doğrudan gönderilir.</p>", "filtre parça numarası katalog"))
        {
            Url = "https://parca.beyazesya.example/katalog",
        },
        new("gas", ArticleKind.Phone, Unit, "repair",
            new DemoText("tr", "Gaz kaçağı: acil hat", "<p>Gaz kokusu varsa kayıttan önce okuyun: vanayı kapatın, pencereyi açın, <strong>ışık açmayın</strong>, binanın dışından bu numarayı arayın.</p>", "gaz kokusu doğalgaz acil 187"))
        {
            Categories = ["oven"],
            Phone = "+902164440187",
        },
        new("warranty_of_glass", ArticleKind.Article, Unit, "warranty_and_returns",
            new DemoText("tr", "Çatlayan fırın camı garantide mi?", "<p>Hayır; cam kapsam dışıdır, istisnası imalat hatası raporudur.</p>", "cam kırık çatlak"))
        {
            Categories = ["oven_glass"],
            Target = "warranty_terms",
        },
    ];
}
