using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Customers.Data;

namespace Santral.Customers.Features;

/// <summary>Writes a subscription anew; a save based on an older version is refused and shows what is stored now.</summary>
public static class ChangeSubscription
{
    /// <summary>The whole subscription, with the version it was read at.</summary>
    public sealed record Request : SubscriptionRequest
    {
        public required int Version { get; init; }
    }

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/subscriptions/{id}", HandleAsync)
        .RequirePermission(CustomersPermissions.Subscriptions)
        .WithName("ChangeSubscription")
        .WithTags("customers")
        .WithSummary("Writes a subscription anew.");

    internal static async Task<Results<Ok<GetSubscription.Response>, ProblemHttpResult>> HandleAsync(
        SubscriptionId id, Request request, ReadSubscriptionRequest read, ShowSubscription show, CustomersDb db,
        IGuardAccounts guard, ITexts texts, ICurrentUser user, TimeProvider clock, CancellationToken stop)
    {
        var subscription = await GetSubscription.LoadAsync(db.Subscriptions, id, stop);
        await guard.OrRefuseAsync(db, subscription.CustomerId, AccountOperations.ChangeSubscription, DisclosureWay.Done, stop);
        if (subscription.Version != request.Version)
        {
            return StaleSave.Problem(texts, user, await show.OfAsync(subscription, stop));
        }

        subscription.Change(await read.TermsAsync(request, subscription.Unit, subscription, stop), clock.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (Refusal refusal) when (refusal.Kind == RefusalKind.Stale)
        {
            db.ChangeTracker.Clear();
            return StaleSave.Problem(texts, user, await show.OfAsync(await GetSubscription.LoadAsync(db.Subscriptions, id, stop), stop));
        }

        return TypedResults.Ok(await show.OfAsync(subscription, stop));
    }
}
