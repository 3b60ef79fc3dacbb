using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Santral.Customers.Data;
using Santral.Customers.Domain;

namespace Santral.Customers.Features;

/// <summary>Subscriptions as other modules show and offer them.</summary>
internal sealed class KnowSubscriptions(IServiceScopeFactory scopes) : IKnowSubscriptions
{
    // A form that offers more is no choice any longer; the list page has them all.
    private const int MostOffered = 100;

    public async Task<SubscriptionSummary?> FindAsync(SubscriptionId id, CancellationToken stop)
        => (await FindManyAsync([id], stop)).GetValueOrDefault(id);

    public async Task<IReadOnlyDictionary<SubscriptionId, SubscriptionSummary>> FindManyAsync(IReadOnlyCollection<SubscriptionId> ids, CancellationToken stop)
    {
        if (ids.Count == 0)
        {
            return new Dictionary<SubscriptionId, SubscriptionSummary>();
        }

        await using var scope = scopes.CreateAsyncScope();
        var found = await Of(scope).Where(s => ids.Contains(s.Id)).ToListAsync(stop);
        return found.ToDictionary(s => s.Id, Summary);
    }

    public async Task<IReadOnlyList<SubscriptionSummary>> OfferedAsync(CustomerId customer, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var offered = await Of(scope).Where(s => s.CustomerId == customer && s.Status != SubscriptionStatus.Ended)
            .OrderBy(s => s.NumberOrder).ThenBy(s => s.Number)
            .Take(MostOffered)
            .ToListAsync(stop);
        return [.. offered.Select(Summary)];
    }

    private static IQueryable<Subscription> Of(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<CustomersDb>().Subscriptions.AsNoTracking();

    private static SubscriptionSummary Summary(Subscription subscription) => new(
        subscription.Id, subscription.Number!, subscription.Subject, subscription.CustomerId, subscription.Unit, subscription.Status, subscription.Address.InOneLine);
}
