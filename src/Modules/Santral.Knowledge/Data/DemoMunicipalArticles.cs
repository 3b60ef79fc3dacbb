using Santral.Knowledge.Domain;
using static Santral.Knowledge.Data.DemoAnswer;
using static Santral.Knowledge.Data.DemoStep;

namespace Santral.Knowledge.Data;

/// <summary>What the municipality's handlers read, read out and go through.</summary>
internal static class DemoMunicipalArticles
{
    private const string Unit = "municipal";

    public static IReadOnlyList<DemoArticle> All { get; } =
    [
        new("collection_days", ArticleKind.Text, Unit, "collection",
            new DemoText("sv", "Sophämtning: dagar och tider", "<p>Kärlen ska stå framme senast <strong>kl. 06.00</strong> med handtaget mot gatan.</p><ul><li>Norra delen: måndag och torsdag</li><li>Södra delen: tisdag och fredag</li><li>Fritidshus: onsdag, maj–september</li></ul><p>Infaller dagen på en helgdag hämtas avfallet nästa vardag.</p>", "soptömning hämtningsdag schema när kommer sopbilen"),
            new DemoText("en", "Waste collection: days and times", "<p>Bins must stand out by <strong>06:00</strong>, handles to the street.</p><ul><li>North: Monday and Thursday</li><li>South: Tuesday and Friday</li><li>Holiday homes: Wednesday, May to September</li></ul>", "bin day schedule"),
            new DemoText("tr", "Çöp toplama: günler ve saatler", "<p>Kaplar en geç saat <strong>06.00</strong>'da, kulpu yola bakacak biçimde dışarıda olmalı.</p><ul><li>Kuzey: pazartesi ve perşembe</li><li>Güney: salı ve cuma</li></ul>", "çöp günü"))
        {
            Categories = ["collection"],
        },
        new("not_emptied", ArticleKind.Script, Unit, "collection",
            new DemoText("sv", "Kärl ej tömt", "<p>Ta reda på om kärlet gått att tömma innan en extra hämtning beställs.</p>", "otömd missad tömning",
                "Stod kärlet framme kl. 06.00 på hämtningsdagen?", "Ja", "Nej, senare", "Vet inte",
                "Satt det en lapp på kärlet?", "Ja, för tungt", "Ja, fel sorterat", "Ingen lapp",
                "Är flera kärl på gatan otömda?", "Ja, hela gatan", "Nej, bara detta",
                "Vilken dag skulle kärlet ha tömts?",
                "Beställ extra hämtning inom två arbetsdagar",
                "Förklara: nästa ordinarie hämtning, eller extra hämtning mot avgift"),
            new DemoText("en", "Bin not emptied", "<p>Find out whether the bin could be emptied before ordering an extra collection.</p>", "missed collection",
                "Did the bin stand out at 06:00 on the day?", "Yes", "No, later", "Does not know",
                "Was there a tag on the bin?", "Yes, too heavy", "Yes, wrongly sorted", "No tag",
                "Are other bins in the street full?", "Yes, the whole street", "No, only this one",
                "On which day should it have been emptied?",
                "Order an extra collection within two working days",
                "Explain: next regular collection, or an extra one for a fee"))
        {
            Categories = ["bin_not_emptied"],
            OpensByItself = true,
            Teams = ["citizen_services"],
            Steps =
            [
                Ask(On, To(6), On),
                Ask(To(6), To(6), On),
                Ask(On, On),
                Fill("note", isRequired: true),
                End(ScriptResult.PassOn),
                End(ScriptResult.Solved),
            ],
        },
        new("recycling_centre", ArticleKind.Text, Unit, "recycling",
            new DemoText("sv", "Återvinningscentral: öppettider", "<p>Ekhagens återvinningscentral har öppet <strong>måndag–torsdag 07–19, fredag 07–16, lördag 09–15</strong>. Stängt 24–26 december och midsommarafton.</p><p>Tolv besök om året ingår; ta med legitimation.</p>", "ÅVC sopstation tippen öppet jul"),
            new DemoText("en", "Recycling centre: opening hours", "<p>Open <strong>Monday–Thursday 07–19, Friday 07–16, Saturday 09–15</strong>. Closed 24–26 December and on Midsummer Eve.</p><p>Twelve visits a year are included; bring identification.</p>", "dump tip opening hours"))
        {
            Categories = ["recycling_centre"],
        },
        new("sorting_guide", ArticleKind.Link, Unit, "recycling",
            new DemoText("sv", "Sorteringsguiden på webben", "<p>Sök på föremålet; guiden visar var det lämnas. Kaffepåsar, chipspåsar och tuber är plast när de är tomma och torra.</p>", "förpackningar plast gul påse var slänger jag"),
            new DemoText("en", "Sorting guide on the web", "<p>Search for the thing; the guide tells where it goes.</p>", "packaging plastic where"))
        {
            Categories = ["sorting"],
            Url = "https://www.miljoservice.example/sorteringsguiden",
        },
        new("bulky", ArticleKind.Text, Unit, "collection",
            new DemoText("sv", "Grovavfall och vitvaror", "<p>Hushåll får <strong>två hämtningar per år</strong> utan avgift. Vitvaror ställs vid tomtgränsen; i flerfamiljshus i grovsoprummet.</p>", "tvättmaskin kylskåp möbler hämta"))
        {
            Categories = ["bulky_waste"],
        },
        new("christmas", ArticleKind.Article, Unit, "recycling",
            new DemoText("sv", "Öppet i jul?", "<p>Se öppettiderna; avvikande dagar står där.</p>", "julhelg helgdagar"))
        {
            Categories = ["recycling_centre"],
            Target = "recycling_centre",
        },
        new("after_hours", ArticleKind.Phone, Unit, "general",
            new DemoText("sv", "Jour för vatten och avlopp", "<p>Kvällar och helger. Läs upp numret två gånger och be kunden stänga huvudkranen vid läcka.</p>", "vattenläcka akut jour stopp"),
            new DemoText("en", "Water and sewage, out of hours", "<p>Evenings and weekends. Read the number out twice; have the main tap closed at a leak.</p>", "leak emergency"))
        {
            Categories = ["water"],
            Phone = "+46846500112",
        },
        new("septic", ArticleKind.Text, Unit, "collection",
            new DemoText("sv", "Slamtömning: avgift och tider", "<p>En tömning om året ingår. Brunnslocket ska väga högst 15 kg och vägen bära tung lastbil. Fakturan skickas efter tömning.</p>", "slam brunn avgift faktura"))
        {
            Categories = ["septic"],
        },
    ];
}
