using Microsoft.EntityFrameworkCore;
using Santral.Customers.Domain;

namespace Santral.Customers.Data;

/// <summary>What the demo's customers subscribe to, what could be offered to them, and what they agreed to. Dates hang on the day the demo was loaded.</summary>
internal sealed class DemoSales(CustomersDb db, IKnowDefinitions definitions, TimeProvider clock) : ISeedDemo
{
    private readonly Dictionary<string, Customer> _customers = [];

    public int Order => 31;

    public async Task SeedAsync(CancellationToken stop)
    {
        if (await db.Subscriptions.AnyAsync(stop))
        {
            return;
        }

        foreach (var customer in await db.Customers.Include(c => c.Contacts).ToListAsync(stop))
        {
            _customers[customer.Name] = customer;
        }

        var now = clock.GetUtcNow();
        foreach (var plan in DemoPlans.All)
        {
            db.Subscriptions.Add(Open(plan, now));
        }

        db.CrossSellRules.AddRange(DemoPlans.Rules(Category).Select(terms => CrossSellRule.Make(Id.New<CrossSellRuleId>(clock), terms)));
        Chance("Ege Lojistik A.Ş.", "Depoya ikinci hat", "Yıl sonunda karar verecekler.", new Money(89_000, "TRY"), now.AddDays(-9));
        Chance("Brf Björken", "Trädgårdskärl till tre portar", null, new Money(45_000, "SEK"), now.AddDays(-3));
        TakeOrder("Tuğba Ergün", "Hafta içi teslim.", now.AddDays(-5), new OrderEntry("Buzdolabı su filtresi", 2, new Money(34_900, "TRY")), new OrderEntry("Kireç önleyici", 1, new Money(18_500, "TRY")));
        Agree("Elif Yılmaz", ConsentKind.Marketing, ConsentChannel.Sms, true, "2026-03", now.AddDays(-120));
        Agree("Elif Yılmaz", ConsentKind.Marketing, ConsentChannel.Phone, false, "2026-03", now.AddDays(-30));
        Agree("Märta Åkerlund", ConsentKind.CallRecording, ConsentChannel.Phone, true, "2026-01", now.AddDays(-80));
        Note("Soft Ltd. Şti.", "Depo hattı yıl başında taşınacak; taşıma günü için Selin Hanım’la konuşun.", now.AddDays(-31));
        Note("Brf Björken", "Portkoden byts varje kvartal. Fråga Lars.", now.AddDays(-12));
        await db.SaveChangesAsync(stop);
    }

    private Subscription Open(DemoPlan plan, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var customer = _customers[plan.Customer];
        var payer = plan.Payer is null ? customer : _customers[plan.Payer];
        var terms = new SubscriptionTerms(
            customer.Id,
            customer.Contacts.OrderBy(c => c.Id).Select(c => (Guid?)c.Id).FirstOrDefault(),
            payer.Id,
            plan.Subject,
            Category(plan.Category),
            null,
            null,
            today.AddDays(-plan.SinceDays),
            plan.ForDays is { } days ? today.AddDays(days) : null,
            new PostalAddress(plan.Line, null, null, plan.City, null, plan.Currency == "SEK" ? "SE" : "TR"),
            [.. plan.Lines.Select(l => new PlanEntry(null, l.Name, new Money(l.Minor, plan.Currency)))]);
        var subscription = Subscription.Open(Id.New<SubscriptionId>(clock), plan.Unit, plan.Series, terms, null, now.AddDays(-plan.SinceDays));
        if (plan.Status != SubscriptionStatus.Active)
        {
            subscription.MoveTo(plan.Status, today.AddDays(-7), plan.Reason, null, now.AddDays(-7));
        }

        return subscription;
    }

    private DefinitionId? Category(string code) => definitions.FindByCode(DefinitionTables.SubscriptionCategories, code)?.Id;

    private void Chance(string customer, string subject, string? note, Money amount, DateTimeOffset at)
        => db.Opportunities.Add(Opportunity.Open(
            Id.New<OpportunityId>(clock), _customers[customer].Id, new Chance(subject, note, amount), new SaleSource(null, null), null, null, at));

    private void TakeOrder(string customer, string note, DateTimeOffset at, params OrderEntry[] lines)
        => db.OrderNotes.Add(OrderNote.Take(Id.New<OrderNoteId>(clock), _customers[customer].Id, note, lines, new SaleSource(null, null), null, at));

    private void Agree(string customer, ConsentKind kind, ConsentChannel channel, bool isGiven, string version, DateTimeOffset at)
        => db.Consents.Add(new Consent(Guid.CreateVersion7(at), _customers[customer].Id, kind, channel, isGiven, version, null, at));

    private void Note(string customer, string text, DateTimeOffset at)
        => db.Notes.Add(new CustomerNote(Guid.CreateVersion7(at), _customers[customer].Id, text, null, at));
}
