using Microsoft.EntityFrameworkCore;
using Santral.Requests.Data;

namespace Santral.Requests.Templates;

/// <summary>The demo's templates: for everybody, and for each of the three units in its own words.</summary>
internal sealed class DemoTemplates(RequestsDb db, TimeProvider clock) : ISeedDemo
{
    private static readonly (string? Unit, TemplateKind Kind, Names Names, Names Texts, int Uses)[] All =
    [
        (null, TemplateKind.Answer, new Names("Başvuru alındı", "Ärendet mottaget", "Request received"),
            new Names(
                "Sayın {{customer.name|müşterimiz}},\n{{request.number}} numaralı başvurunuz {{request.opened}} tarihinde kaydedildi. Sizi gelişmelerden haberdar edeceğiz.\n{{agent.name}}, {{unit.name}}",
                "Hej {{customer.contact|}}!\nVi har registrerat ditt ärende {{request.number}} den {{request.opened}} och hör av oss när något händer.\n{{agent.name}}, {{unit.name}}",
                "Dear {{customer.name|customer}},\nyour request {{request.number}} was recorded on {{request.opened}}. We will keep you informed.\n{{agent.name}}, {{unit.name}}"),
            41),
        (null, TemplateKind.Automatic, new Names("Web'den yazana", "Till den som skriver på webben", "To who writes through the web"),
            new Names(
                "Sayın {{customer.name|ilgili}},\nmesajınız bize ulaştı. Başvuru numaranız: {{request.number|birazdan bildirilecek}}. En kısa sürede yanıt vereceğiz.\n{{unit.name}}",
                "Hej {{customer.contact|}}!\nDitt meddelande har kommit fram. Ditt ärendenummer: {{request.number|meddelas inom kort}}. Vi svarar så snart vi kan.\n{{unit.name}}",
                "Dear {{customer.name|customer}},\nyour message has reached us. Your request number: {{request.number|to follow}}. We will answer as soon as we can.\n{{unit.name}}"),
            0),
        (null, TemplateKind.Answer, new Names("Belge isteniyor", "Begär underlag", "Document needed"),
            new Names(
                "Sayın {{customer.name|müşterimiz}},\n{{request.number}} numaralı başvurunuzu tamamlayabilmemiz için lütfen gerekli belgeyi bize iletin.",
                "Hej {{customer.contact|}}!\nFör att kunna gå vidare med {{request.number}} behöver vi ett underlag från dig.",
                "Dear {{customer.name|customer}},\nto complete {{request.number}} we need a document from you."),
            17),
        (null, TemplateKind.Note, new Names("Arandı, ulaşılamadı", "Ringde, inget svar", "Called, no answer"),
            new Names(
                "{{today}}: {{customer.name|Müşteri}} arandı, ulaşılamadı. Yeniden aranacak. ({{agent.name}})",
                "{{today}}: ringde {{customer.name|kunden}}, inget svar. Ringer igen. ({{agent.name}})",
                "{{today}}: called {{customer.name|the customer}}, no answer. To be called again. ({{agent.name}})"),
            33),
        ("internet", TemplateKind.Note, new Names("Hat testi yapıldı", "Linjetest gjort", "Line test done"),
            new Names(
                "{{request.number}}: hat testi yapıldı. Modem yeniden başlatıldı, PON ışığı: ",
                "{{request.number}}: linjetest gjort. Modemet startades om, PON-lampan: ",
                "{{request.number}}: line test done. Modem restarted, PON light: "),
            28),
        ("internet", TemplateKind.Answer, new Names("Bölgede arıza var", "Driftstörning i området", "Outage in the area"),
            new Names(
                "Sayın {{customer.name|müşterimiz}},\nbölgenizde çalışma yapan ekiplerimiz bağlantınızı bugün içinde geri getirecek. Başvuru numaranız {{request.number}}.",
                "Hej {{customer.contact|}}!\nVi arbetar med en driftstörning i ditt område. Ditt ärende har nummer {{request.number}}.",
                "Dear {{customer.name|customer}},\nour crews are working on an outage in your area. Your request has the number {{request.number}}."),
            12),
        ("appliance", TemplateKind.Answer, new Names("Servis randevusu", "Servicetid", "Service visit"),
            new Names(
                "Sayın {{customer.name|müşterimiz}},\n{{request.number}} numaralı başvurunuz için servis ekibimiz sizi arayıp gün ve saat kararlaştıracak. Lütfen cihazın seri numarasını hazır bulundurun.",
                "Hej {{customer.contact|}}!\nServiceteamet ringer dig om {{request.number}} och bestämmer en tid. Ha gärna serienumret till hands.",
                "Dear {{customer.name|customer}},\nour service team will call you about {{request.number}} to agree on a time. Please have the serial number at hand."),
            21),
        ("municipal", TemplateKind.Answer, new Names("Toplama randevusu", "Hämtning bokad", "Collection booked"),
            new Names(
                "Sayın {{customer.name|yurttaşımız}},\n{{request.number}} numaralı başvurunuz için toplama ekibe verildi.",
                "Hej {{customer.contact|}}!\nHämtningen i ärende {{request.number}} är bokad. Ställ ut föremålen vid porten före klockan 07.\n{{agent.name}}, {{unit.name}}",
                "Dear {{customer.name|resident}},\nthe collection for {{request.number}} is booked."),
            19),
        ("municipal", TemplateKind.Note, new Names("Yükleniciye iletildi", "Skickat till entreprenören", "Passed to the contractor"),
            new Names(
                "{{today}}: {{request.number}} yükleniciye iletildi.",
                "{{today}}: {{request.number}} skickat till entreprenören. Svar väntas inom tre arbetsdagar.",
                "{{today}}: {{request.number}} passed to the contractor."),
            9),
    ];

    public int Order => 25;

    public async Task SeedAsync(CancellationToken stop)
    {
        if (await db.NoteTemplates.AnyAsync(stop))
        {
            return;
        }

        foreach (var (index, template) in All.Index())
        {
            var defined = NoteTemplate.Define(
                Id.New<NoteTemplateId>(clock), new TemplateWording(template.Names, template.Texts, template.Kind, template.Unit, null, index * 10, true));
            db.NoteTemplates.Add(defined);
            db.Entry(defined).Property(t => t.Uses).CurrentValue = template.Uses;
        }

        await db.SaveChangesAsync(stop);
    }
}
