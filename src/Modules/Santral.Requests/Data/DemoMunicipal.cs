using Santral.Requests.Domain;
using static Santral.Requests.Domain.Channel;
using static Santral.Requests.Domain.RequestKind;

namespace Santral.Requests.Data;

/// <summary>Matters of the municipality's inhabitants.</summary>
internal static class DemoMunicipal
{
    private const string Agent = "agent3";

    public static IReadOnlyList<DemoMatter> Matters { get; } =
    [
        new("+46701740612", Web, RequestKind.Action, "Fallet träd över gångväg, Åsbacken", "Ett större träd ligger över gångvägen vid nummer 15.", Agent, ["in_progress", "resolved", "closed"], "high", ["Entreprenören har kapat och forslat bort trädet."], Category: "tree_fallen", Place: "Åsbacken 15"),
        new("+46701740609", Phone, RequestKind.Action, "Gatubelysning släckt, Älvgatan", "Tre stolpar i rad är släckta.", Agent, ["in_progress", "at_provider"], Category: "light_out", Place: "Älvgatan"),
        new("+46701740611", Phone, RequestKind.Action, "Trasigt lock på kärl", "Locket på restavfallskärlet har spruckit.", Agent, ["in_progress", "resolved", "closed"], Category: "bin_broken"),
        new("+46701740610", Email, Information, "Vilka förpackningar går i gul påse?", "Undrar om kaffepåsar räknas som plast. Svar: ja, tomma och torra.", Agent, ["resolved", "closed"], Category: "what_goes_where"),
        new(null, Web, RequestKind.Action, "Klotter på återvinningsstation", "Stationen vid ICA har klottrats ned igen.", Agent, ["in_progress", "at_provider"], Category: "graffiti"),
        new("+46846500401", Phone, RequestKind.Action, "Råttor i soprum, Älvgatan 3", "Flera boende har sett råttor i soprummet.", Agent, ["in_progress", "at_provider"], "high", ["Skadedjursfirman kommer i morgon."], Category: "pests", Place: "Älvgatan 3"),
        new("+46701740613", Phone, RequestKind.Action, "Upphämtning av torktumlare", "Står i porten, tredje våningen utan hiss.", Agent, ["in_progress", "at_provider"], Category: "bulky_waste"),
        new("+46701740609", Phone, Comment, "Beröm till chauffören på tisdagsturen", "Väntade in ett barn med cykel. Mycket omtänksamt.", Agent, Category: "collection"),
        new("+46701740608", Phone, RequestKind.Action, "Nedskräpning vid lekplats, Ågatan", "Krossat glas under gungorna.", Agent, ["in_progress", "resolved"], "urgent", Category: "glass", Place: "Ågatan"),
        new("+46846500400", Email, RequestKind.Action, "Byte till större matavfallskärl", "Föreningen vill byta 140 liter mot 240 liter.", Agent, ["waiting_customer"], Notes: ["Frågat hur många kärl det gäller."], Category: "bin_size"),
        new("+46701740610", Email, Comment, "Önskemål om fler papperskorgar i parken", "Särskilt vid grillplatsen.", Agent, Category: "parks"),
        new(null, Phone, Information, "Öppettider återvinningscentral i jul", "Öppet som vanligt utom 24–26 december.", Agent, ["resolved"], Category: "recycling_centre"),
        new("+46701740611", Phone, RequestKind.Action, "Hål i cykelbanan vid Gråbergsvägen", "Djupt hål efter frosten.", Agent, ["in_progress", "at_provider"], "high", Category: "cycle_path", Place: "Gråbergsvägen"),
        new("+46701740613", Letter, RequestKind.Action, "Faktura för slamtömning", "Anser sig ha betalat dubbelt.", Agent, ["waiting_customer"], Notes: ["Bad om kvitto på den andra betalningen."], Category: "paid_twice"),
        new("+46846500401", Email, RequestKind.Action, "Felaktig adress på kärletikett", "Etiketten visar Älvgatan 5, ska vara 3.", Agent, ["resolved"], Category: "bin_label"),
        new("+46701740607", Web, RequestKind.Action, "Kärl ej tömt, Björkvägen 9", "Skulle tömts i går.", null, [], Category: "bin_not_emptied", Place: "Björkvägen 9"),
        new("+46701740606", Web, RequestKind.Action, "Kärl ej tömt, Björkvägen 6", "Hela sidan av gatan är otömd.", null, [], Category: "bin_not_emptied", Place: "Björkvägen 6"),
        new("+46846500400", Email, RequestKind.Action, "Kärl ej tömt, Björkvägen 4", "Kärlen stod framme från klockan 06.", Agent, ["in_progress"], Category: "bin_not_emptied", Place: "Björkvägen 4"),
        new("+46701740605", Phone, RequestKind.Action, "Upphämtning av tvättmaskin", "Ekhagsvägen 7, port B. Hissen är trasig.", Agent, ["in_progress"], Category: "bulky_waste", Place: "Ekhagsvägen 7, port B"),
        new(null, Phone, null, "", ""),
    ];
}
