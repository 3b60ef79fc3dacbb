using Santral.Contracts.Definitions;

namespace Santral.Requests.Definitions;

/// <summary>What customers of the internet provider call about, and what its technicians are sent for.</summary>
internal static class InternetCategories
{
    private const string Unit = "internet";

    public static IEnumerable<StartingDefinition> Requests { get; } = Branch.Tree(
        Unit,
        new("product_fault", "Ürün Hatası", "Produktfel", "Product fault",
            new("faulty_product", "Arızalı Ürün", "Trasig produkt", "Faulty product",
                new("connection_drops", "Bağlantı kopuyor", "Förbindelsen bryts", "Connection drops") { Fields = [DropsADay, PonLight] },
                new("cover_broken", "Kapak Kırık", "Locket är trasigt", "Cover broken"),
                new("does_not_start", "Açılmıyor", "Startar inte", "Does not power on"),
                new("overheats", "Isınıyor", "Blir för varm", "Overheats"),
                new("aerial_broken", "Anten kopuk", "Antennen är av", "Aerial broken")),
            new("packaging", "Ambalaj", "Förpackning", "Packaging",
                new("box_dented", "Kutu ezik", "Lådan är klämd", "Box dented"),
                new("box_opened", "Kutu açılmış", "Lådan är öppnad", "Box opened")),
            new("part_missing", "Eksik Parça", "Del saknas", "Part missing",
                new("adapter_missing", "Adaptör yok", "Nätadapter saknas", "Power adapter missing"),
                new("cable_missing", "Kablo yok", "Kabel saknas", "Cable missing")),
            new("wrong_product", "Yanlış ürün", "Fel produkt", "Wrong product")),
        new("outage", "Hizmet Kesintisi", "Driftavbrott", "Service outage",
            new("no_internet", "İnternet yok", "Inget internet", "No internet",
                new("single_customer", "Tek müşteri", "En kund", "Single customer") { Fields = [PonLight] },
                new("area_outage", "Bölgesel", "Områdesfel", "Area outage")),
            new("slow", "Yavaş bağlantı", "Långsam anslutning", "Slow connection",
                new("slow_evenings", "Akşamları yavaş", "Långsam på kvällen", "Slow in the evening"),
                new("slow_wireless", "Kablosuz yavaş", "Långsamt trådlöst nät", "Slow wireless"),
                new("slow_always", "Her zaman yavaş", "Alltid långsam", "Always slow")),
            new("phone_line", "Sabit telefon", "Fast telefoni", "Fixed line",
                new("line_noise", "Hatta cızırtı", "Brus på linjen", "Noise on the line"),
                new("no_dial_tone", "Çevir sesi yok", "Ingen kopplingston", "No dial tone"))),
        new("billing", "Fatura", "Faktura", "Billing",
            new("bill_unclear", "Anlaşılmayan kalem", "Oklar fakturarad", "Unclear item"),
            new("bill_too_high", "Yüksek fatura", "För hög faktura", "Bill too high"),
            new("bill_not_received", "Fatura gelmedi", "Fakturan har inte kommit", "Bill not received"),
            new("bill_address", "Fatura adresi", "Fakturaadress", "Billing address"),
            new("payment_not_seen", "Ödeme görünmüyor", "Betalningen syns inte", "Payment not seen")),
        new("installation", "Kurulum", "Installation", "Installation",
            new("new_line", "Yeni hat", "Ny anslutning", "New line"),
            new("relocation", "Nakil", "Flytt", "Relocation") { Fields = [MovesOn] },
            new("tariff_change", "Tarife değişikliği", "Byte av abonnemang", "Plan change"),
            new("appointment", "Randevu", "Tidsbokning", "Appointment")),
        new("returns", "İade", "Retur", "Return",
            new("withdrawal", "Cayma hakkı", "Ångerrätt", "Withdrawal"),
            new("cancellation", "Abonelik iptali", "Uppsägning", "Cancellation"),
            new("device_return", "Cihaz iadesi", "Återlämning av utrustning", "Device return")));

    public static IEnumerable<StartingDefinition> Service { get; } = Branch.Tree(
        Unit,
        new("line_work", "Hat çalışması", "Arbete på linjen", "Line work",
            new("fibre_break", "Fiber kopuğu", "Fiberbrott", "Fibre break",
                new("building_entry", "Bina girişi", "Vid fastigheten", "Building entry"),
                new("street_cabinet", "Saha dolabı", "I kopplingsskåp", "Street cabinet")),
            new("copper_fault", "Bakır hat arızası", "Fel på kopparledning", "Copper line fault")),
        new("home_device", "Ev cihazı", "Utrustning i hemmet", "Device at home",
            new("modem_swap", "Modem değişimi", "Byte av modem", "Modem swap",
                new("modem_faulty", "Arızalı modem", "Trasigt modem", "Faulty modem"),
                new("modem_outdated", "Eski model", "Föråldrat modem", "Outdated model")),
            new("home_wireless", "Kablosuz ağ", "Trådlöst nät", "Wireless network")),
        new("line_installation", "Yerinde kurulum", "Installation på plats", "Installation on site",
            new("first_installation", "İlk kurulum", "Första installation", "First installation"),
            new("cabling", "Kablolama", "Kabeldragning", "Cabling")));

    private static FormField PonLight => new(
        "pon_light", new Names("PON ışığı", "PON-lampan", "PON light"), FormFieldKind.List, false,
        [
            new FieldChoice("green", new Names("Yeşil", "Grön", "Green")),
            new FieldChoice("red", new Names("Kırmızı", "Röd", "Red")),
            new FieldChoice("blinking", new Names("Yanıp sönüyor", "Blinkar", "Blinking")),
            new FieldChoice("off", new Names("Sönük", "Släckt", "Off")),
        ]);

    private static FormField DropsADay => new(
        "drops_a_day", new Names("Günde kaç kez", "Hur ofta per dag", "Times a day"), FormFieldKind.Number, false, []);

    private static FormField MovesOn => new(
        "moves_on", new Names("Taşınma tarihi", "Flyttdatum", "Moving date"), FormFieldKind.Date, false, []);
}
