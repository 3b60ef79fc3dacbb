using Microsoft.EntityFrameworkCore;

namespace Santral.Customers.Data;

/// <summary>The definition table of this module, and how often its rows and those chosen here are used.</summary>
internal sealed class CustomerDefinitions(CustomersDb db) : ICountDefinitionUses
{
    public static DefinitionTable SubscriptionCategories { get; } = new(DefinitionTables.SubscriptionCategories, "customers", 60, 1, ["W-S02"])
    {
        StartsWith =
        [
            new("internet", new Names("İnternet", "Internet", "Internet"), Unit: "internet"),
            new("telephone", new Names("Sabit telefon", "Fast telefoni", "Landline"), Unit: "internet"),
            new("television", new Names("Televizyon", "TV", "Television"), Unit: "internet"),
            new("maintenance", new Names("Bakım sözleşmesi", "Serviceavtal", "Maintenance contract"), Unit: "appliance"),
            new("extended_warranty", new Names("Ek garanti", "Förlängd garanti", "Extended warranty"), Unit: "appliance"),
            new("waste", new Names("Atık toplama", "Sophämtning", "Waste collection"), Unit: "municipal"),
            new("garden_waste", new Names("Bahçe atığı", "Trädgårdsavfall", "Garden waste"), Unit: "municipal"),
        ],
    };

    public async Task<IReadOnlyDictionary<DefinitionId, long>> CountAsync(string table, IReadOnlyCollection<DefinitionId> ids, CancellationToken stop)
        => table switch
        {
            DefinitionTables.SubscriptionCategories => await CategoriesAsync([.. ids], stop),
            DefinitionTables.ContactMethods => await db.Customers.Where(c => c.PreferredMethodId != null && ids.Contains(c.PreferredMethodId.Value))
                .GroupBy(c => c.PreferredMethodId!.Value).Select(g => new { g.Key, Count = g.LongCount() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop),
            _ => new Dictionary<DefinitionId, long>(),
        };

    private async Task<IReadOnlyDictionary<DefinitionId, long>> CategoriesAsync(List<DefinitionId> ids, CancellationToken stop)
    {
        var counts = await db.Subscriptions.Where(s => s.CategoryId != null && ids.Contains(s.CategoryId.Value))
            .GroupBy(s => s.CategoryId!.Value).Select(g => new { g.Key, Count = g.LongCount() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var rules = await db.CrossSellRules.AsNoTracking().Select(r => new { r.HasCategoryId, r.LacksCategoryId }).ToListAsync(stop);
        foreach (var id in rules.SelectMany(r => new[] { r.HasCategoryId, r.LacksCategoryId }).OfType<DefinitionId>().Where(ids.Contains))
        {
            counts[id] = counts.GetValueOrDefault(id) + 1;
        }

        return counts;
    }
}
