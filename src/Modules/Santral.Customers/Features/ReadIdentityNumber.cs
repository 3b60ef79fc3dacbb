using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Customers.Data;
using Santral.Customers.Domain;

namespace Santral.Customers.Features;

/// <summary>The whole identity number of a person, to who may read it; that he read it is written down before he sees it.</summary>
public static class ReadIdentityNumber
{
    public sealed record Response(string? IdentityNumber);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/customers/{id}/identity-number", HandleAsync)
        .RequirePermission(CustomersPermissions.Identity)
        .WithName("ReadIdentityNumber")
        .WithTags("customers")
        .WithSummary("The unmasked identity number; each look is audited.");

    internal static async Task<Ok<Response>> HandleAsync(CustomerId id, CustomersDb db, IGuardAccounts guard, HttpResponse answer, CancellationToken stop)
    {
        var customer = await db.OrRefuseAsync(id, stop);
        guard.OrRefuse(id, customer.Kind, AccountOperations.Card);
        if (customer.IdentityNumber is not null)
        {
            db.WriteAct(nameof(Customer), id.Value, "identity_number_read");
            await db.SaveChangesAsync(stop);
        }

        answer.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new Response(customer.IdentityNumber));
    }
}
