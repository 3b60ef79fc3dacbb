using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Customers.Data;

namespace Santral.Customers.Features;

/// <summary>Gives a corporate account the digits its people key to be verified (I-16); they are never shown again.</summary>
public static class SetServicePassword
{
    public sealed record Request([StringLength(10, MinimumLength = 4)] string Password);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/customers/{id}/service-password", HandleAsync)
        .RequirePermission(CustomersPermissions.Write)
        .WithName("SetServicePassword")
        .WithTags("customers")
        .WithSummary("Sets the service password of a corporate account.");

    internal static async Task<NoContent> HandleAsync(CustomerId id, Request request, CustomersDb db, IGuardAccounts guard, TimeProvider clock, CancellationToken stop)
    {
        var customer = await db.OrRefuseAsync(id, stop);
        guard.OrRefuse(id, customer.Kind, AccountOperations.ServicePassword, DisclosureWay.Done);
        customer.SetServicePassword(request.Password, clock.GetUtcNow());
        db.WriteAct(nameof(Domain.Customer), id.Value, "service_password_set");
        await db.SaveChangesAsync(stop);
        return TypedResults.NoContent();
    }
}
