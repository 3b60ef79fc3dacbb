using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Customers.Data;
using Santral.Customers.Domain;

namespace Santral.Customers.Features;

/// <summary>Forgets the wrong tries against an account, for callers who have proved themselves otherwise. The lock of a calling number stays.</summary>
public static class UnlockServicePassword
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/customers/{id}/service-password/unlock", HandleAsync)
        .RequirePermission(CustomersPermissions.Write)
        .WithName("UnlockServicePassword")
        .WithTags("customers")
        .WithSummary("Takes the lock off an account's service password.");

    internal static async Task<NoContent> HandleAsync(CustomerId id, CustomersDb db, IGuardAccounts guard, CancellationToken stop)
    {
        var customer = await db.OrRefuseAsync(id, stop);
        guard.OrRefuse(id, customer.Kind, AccountOperations.ServicePassword, DisclosureWay.Done);
        var key = VerificationLock.KeyOfCustomer(customer.Number!);
        if (await db.Locks.SingleOrDefaultAsync(l => l.Key == key, stop) is { } row)
        {
            db.Locks.Remove(row);
            db.WriteAct(nameof(Customer), id.Value, "service_password_unlocked");
            await db.SaveChangesAsync(stop);
        }

        return TypedResults.NoContent();
    }
}
