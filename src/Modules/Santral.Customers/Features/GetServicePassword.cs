using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Customers.Data;
using Santral.Customers.Domain;

namespace Santral.Customers.Features;

/// <summary>Whether an account has a service password, since when, and whether wrong tries have locked it; the password itself nobody reads (I-17).</summary>
public static class GetServicePassword
{
    /// <param name="WrongTries">In the present quarter of an hour.</param>
    public sealed record Response(bool IsSet, DateTimeOffset? SetAt, int WrongTries, DateTimeOffset? LockedUntil);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/customers/{id}/service-password", HandleAsync)
        .RequirePermission(CustomersPermissions.Read)
        .WithName("GetServicePassword")
        .WithTags("customers")
        .WithSummary("State of a service password: set, locked.");

    internal static async Task<Ok<Response>> HandleAsync(CustomerId id, CustomersDb db, IGuardAccounts guard, TimeProvider clock, CancellationToken stop)
    {
        var customer = await db.OrRefuseAsync(id, stop);
        guard.OrRefuse(id, customer.Kind, AccountOperations.ServicePassword);
        var key = VerificationLock.KeyOfCustomer(customer.Number!);
        var row = await db.Locks.AsNoTracking().SingleOrDefaultAsync(l => l.Key == key, stop);
        var now = clock.GetUtcNow();
        return TypedResults.Ok(new Response(
            customer.ServicePasswordHash is not null,
            customer.ServicePasswordSetAt,
            row is not null && now - row.WindowStartedAt < VerificationLock.Window ? row.Failures : 0,
            row?.LockedUntil > now ? row.LockedUntil : null));
    }
}
