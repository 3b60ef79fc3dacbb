using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Customers.Data;
using Santral.Customers.Domain;

namespace Santral.Customers.Features;

/// <summary>A new subscription with a number from the unit's series (W-S02).</summary>
public static class OpenSubscription
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/subscriptions", HandleAsync)
        .RequirePermission(CustomersPermissions.Subscriptions)
        .WithName("OpenSubscription")
        .WithTags("customers")
        .WithSummary("Opens a subscription and gives it a number.");

    internal static async Task<Created<GetSubscription.Response>> HandleAsync(
        SubscriptionRequest request, ReadSubscriptionRequest read, ShowSubscription show, Once once, CustomersDb db,
        IGuardAccounts guard, ICurrentUser user, TimeProvider clock, CancellationToken stop)
    {
        var unit = read.UnitOf(request.Unit);
        var terms = await read.TermsAsync(request, unit.Code, null, stop);
        await guard.OrRefuseAsync(db, terms.CustomerId, AccountOperations.ChangeSubscription, DisclosureWay.Done, stop);
        var (made, _) = await once.MakeAsync(new { Subscription = request }, Add, stop);
        var opened = await show.OfAsync(await GetSubscription.LoadAsync(db.Subscriptions, new SubscriptionId(made), stop), stop);
        return TypedResults.Created($"/api/subscriptions/{opened.Id}", opened);

        async Task<Guid> Add()
        {
            var opening = Subscription.Open(
                Id.New<SubscriptionId>(clock), unit.Code, await read.SeriesOfAsync(unit, stop), terms, user.Id, clock.GetUtcNow());
            db.Subscriptions.Add(opening);
            return opening.Id.Value;
        }
    }
}
