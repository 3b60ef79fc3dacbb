using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Calls;
using Santral.Contracts.Definitions;

namespace Santral.Calls.Data;

/// <summary>The operator's list of what can be done with an account, and which of it needs verification in a call (D2, I-15).</summary>
internal sealed class AccountOperationTable(CallsDb db, IKnowDefinitions definitions) : ICountDefinitionUses
{
    private static readonly IReadOnlyDictionary<string, string> Needed = new Dictionary<string, string> { [AccountOperations.NeedsVerification] = "true" };

    public static DefinitionTable Table { get; } = new(AccountOperations.Table, "call_centre", 70, 1, [])
    {
        Columns = [new(AccountOperations.NeedsVerification, DefinitionColumnKind.YesNo)],
        StartsWith =
        [
            Row(AccountOperations.Card, "Kart bilgileri", "Kunduppgifter", "Customer details"),
            Row(AccountOperations.Invoices, "Fatura bilgisi", "Fakturauppgifter", "Invoice information"),
            Row(AccountOperations.Subscriptions, "Abonelik bilgisi", "Abonnemangsuppgifter", "Subscription information"),
            Row(AccountOperations.Orders, "Sipariş ve fırsatlar", "Beställningar och affärsmöjligheter", "Orders and opportunities"),
            Row(AccountOperations.ChangeCustomer, "Kart değişikliği", "Ändra kunduppgifter", "Change of customer details"),
            Row(AccountOperations.ChangeSubscription, "Abonelik işlemi", "Abonnemangsändring", "Subscription change"),
            Row(AccountOperations.TakeOrder, "Sipariş alma", "Ta emot beställning", "Taking an order"),
            Row(AccountOperations.ServicePassword, "Servis parolası", "Servicelösenord", "Service password"),
            Row(AccountOperations.TechnicalService, "Teknik destek işi", "Teknisk support", "Technical support work"),
        ],
    };

    public async Task<IReadOnlyDictionary<DefinitionId, long>> CountAsync(string table, IReadOnlyCollection<DefinitionId> ids, CancellationToken stop)
    {
        if (table != AccountOperations.Table)
        {
            return new Dictionary<DefinitionId, long>();
        }

        var codes = ids.Select(definitions.Find).OfType<Definition>().ToDictionary(d => d.Code, d => d.Id);
        var wanted = codes.Keys.ToList();
        var counts = await db.Disclosures.Where(d => wanted.Contains(d.Operation)).GroupBy(d => d.Operation).Select(g => new { g.Key, Count = g.LongCount() }).ToListAsync(stop);
        return counts.ToDictionary(c => codes[c.Key], c => c.Count);
    }

    private static StartingDefinition Row(string code, string tr, string sv, string en) => new(code, new Names(tr, sv, en), Values: Needed);
}
