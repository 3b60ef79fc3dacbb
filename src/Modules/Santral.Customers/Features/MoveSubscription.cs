using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Customers.Data;

namespace Santral.Customers.Features;

/// <summary>Suspends, resumes or ends a subscription on a day.</summary>
public static class MoveSubscription
{
    public sealed record Request(int Version, SubscriptionStatus Status, DateOnly On, [StringLength(500)] string? Reason);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/subscriptions/{id}/status", HandleAsync)
        .RequirePermission(CustomersPermissions.Subscriptions)
        .WithName("MoveSubscription")
        .WithTags("customers")
        .WithSummary("Suspends, resumes or ends a subscription.");

    internal static async Task<Results<Ok<GetSubscription.Response>, ProblemHttpResult>> HandleAsync(
        SubscriptionId id, Request request, ShowSubscription show, CustomersDb db,
        IGuardAccounts guard, ITexts texts, ICurrentUser user, TimeProvider clock, CancellationToken stop)
    {
        var subscription = await GetSubscription.LoadAsync(db.Subscriptions, id, stop);
        await guard.OrRefuseAsync(db, subscription.CustomerId, AccountOperations.ChangeSubscription, DisclosureWay.Done, stop);
        if (subscription.Version != request.Version)
        {
            return StaleSave.Problem(texts, user, await show.OfAsync(subscription, stop));
        }

        subscription.MoveTo(request.Status, request.On, Typed.Line(request.Reason), user.Id, clock.GetUtcNow());
        await db.SaveChangesAsync(stop);
        return TypedResults.Ok(await show.OfAsync(subscription, stop));
    }
}
