using Santral.Contracts.Definitions;

namespace Santral.Requests.Definitions;

/// <summary>What owners of appliances call about, and what the workshop and its technicians are asked for.</summary>
internal static class ApplianceCategories
{
    private const string Unit = "appliance";

    public static IEnumerable<StartingDefinition> Requests { get; } = Branch.Tree(
        Unit,
        new("breakdown", "Arıza/Talep", "Fel eller önskemål", "Breakdown or demand",
            new("dishwasher", "Bulaşık makinesi", "Diskmaskin", "Dishwasher",
                new("dishwasher_no_drain", "Su boşaltmıyor", "Tömmer inte vatten", "Does not drain"),
                new("dishwasher_leaks", "Su akıtıyor", "Läcker vatten", "Leaks water"),
                new("dishwasher_not_clean", "İyi yıkamıyor", "Diskar dåligt", "Does not clean")) { Fields = [ErrorCode, Photo] },
            new("washing_machine", "Çamaşır makinesi", "Tvättmaskin", "Washing machine",
                new("washer_shakes", "Çok sallanıyor", "Skakar kraftigt", "Shakes"),
                new("washer_no_spin", "Sıkmıyor", "Centrifugerar inte", "Does not spin"),
                new("washer_door", "Kapak açılmıyor", "Luckan går inte att öppna", "Door does not open")) { Fields = [ErrorCode, Photo] },
            new("refrigerator", "Buzdolabı", "Kylskåp", "Refrigerator",
                new("fridge_not_cooling", "Soğutmuyor", "Kyler inte", "Does not cool"),
                new("fridge_noise", "Ses yapıyor", "Bullrar", "Noisy"),
                new("fridge_seal", "Kapı lastiği gevşek", "Lös tätningslist", "Loose door seal")),
            new("oven", "Fırın ve ocak", "Ugn och spis", "Oven and hob",
                new("oven_not_heating", "Isıtmıyor", "Värmer inte", "Does not heat"),
                new("oven_glass", "Cam çatladı", "Sprucket glas", "Cracked glass"),
                new("hob_ignition", "Çakmak çalışmıyor", "Tändningen fungerar inte", "Ignition fails")),
            new("air_conditioner", "Klima", "Luftkonditionering", "Air conditioner",
                new("aircon_drips", "Su damlatıyor", "Droppar vatten", "Drips water"),
                new("aircon_not_cooling", "Ortamı soğutmuyor", "Kyler inte rummet", "Does not cool the room"))),
        new("appliance_installation", "Kurulum ve montaj", "Installation och montering", "Installation",
            new("first_start", "İlk çalıştırma", "Första start", "First start"),
            new("move_appliance", "Yer değişikliği", "Flytt av maskin", "Moving the appliance")),
        new("maintenance_contract", "Bakım sözleşmesi", "Serviceavtal", "Maintenance contract",
            new("yearly_maintenance", "Yıllık bakım", "Årlig service", "Yearly maintenance"),
            new("contract_offer", "Teklif", "Offert", "Offer")),
        new("warranty", "Garanti", "Garanti", "Warranty",
            new("warranty_period", "Garanti süresi", "Garantitid", "Warranty period"),
            new("warranty_refused", "Garantiye alınmadı", "Garantin gäller inte", "Warranty refused")),
        new("service_quality", "Servis memnuniyeti", "Nöjdhet med service", "Service quality",
            new("missed_appointment", "Randevuya gelinmedi", "Utebliven tid", "Missed appointment"),
            new("repeated_fault", "Arıza tekrarladı", "Felet återkom", "Fault came back"),
            new("service_fee", "Servis ücreti", "Serviceavgift", "Service fee")));

    public static IEnumerable<StartingDefinition> Service { get; } = Branch.Tree(
        Unit,
        new("home_repair", "Evde onarım", "Reparation i hemmet", "Repair at home",
            new("large_appliance", "Büyük ev aleti", "Stora hushållsapparater", "Large appliance",
                new("home_dishwasher", "Bulaşık makinesi onarımı", "Reparation av diskmaskin", "Dishwasher repair"),
                new("home_washer", "Çamaşır makinesi onarımı", "Reparation av tvättmaskin", "Washing machine repair"),
                new("home_fridge", "Buzdolabı onarımı", "Reparation av kylskåp", "Refrigerator repair")),
            new("climate", "İklimlendirme", "Klimatanläggning", "Climate control",
                new Branch("home_aircon", "Klima onarımı", "Reparation av luftkonditionering", "Air conditioner repair"))),
        new("workshop_repair", "Atölyede onarım", "Reparation i verkstad", "Workshop repair",
            new("small_appliance", "Küçük ev aleti", "Små hushållsapparater", "Small appliance",
                new("workshop_mixer", "Mutfak robotu", "Matberedare", "Food processor"),
                new("workshop_vacuum", "Süpürge", "Dammsugare", "Vacuum cleaner")),
            new("electronics", "Elektronik kart", "Styrkort", "Control board")),
        new("appliance_care", "Bakım", "Underhåll", "Maintenance",
            new("contract_visit", "Sözleşmeli bakım", "Service enligt avtal", "Visit under contract"),
            new("one_visit", "Tek seferlik bakım", "Enstaka service", "Single visit")),
        new("appliance_mounting", "Montaj", "Montering", "Mounting",
            new("built_in", "Ankastre montaj", "Inbyggnad", "Built-in mounting"),
            new("wall_unit", "Duvar ünitesi", "Väggmontering", "Wall unit")));

    private static FormField ErrorCode => new(
        "error_code", new Names("Hata kodu", "Felkod", "Error code"), FormFieldKind.Text, false, []);

    private static FormField Photo => new(
        "photo", new Names("Fotoğraf", "Foto", "Photo"), FormFieldKind.File, false, []);
}
