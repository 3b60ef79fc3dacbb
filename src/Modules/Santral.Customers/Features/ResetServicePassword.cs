using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Customers.Data;
using Santral.Customers.Domain;

namespace Santral.Customers.Features;

/// <summary>Makes a new service password and shows it this once, to be told to the account's people (I-16, I-17). The old one is void at once.</summary>
public static class ResetServicePassword
{
    private const int Digits = 6;

    public sealed record Response(string Password);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/customers/{id}/service-password/reset", HandleAsync)
        .RequirePermission(CustomersPermissions.Write)
        .WithName("ResetServicePassword")
        .WithTags("customers")
        .WithSummary("A new service password, shown once.");

    internal static async Task<Ok<Response>> HandleAsync(CustomerId id, CustomersDb db, IGuardAccounts guard, HttpResponse answer, TimeProvider clock, CancellationToken stop)
    {
        var customer = await db.OrRefuseAsync(id, stop);
        guard.OrRefuse(id, customer.Kind, AccountOperations.ServicePassword, DisclosureWay.Done);
        var password = RandomNumberGenerator.GetInt32((int)Math.Pow(10, Digits)).ToString($"D{Digits}", CultureInfo.InvariantCulture);
        customer.SetServicePassword(password, clock.GetUtcNow());
        db.WriteAct(nameof(Customer), id.Value, "service_password_reset");
        await db.SaveChangesAsync(stop);
        answer.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new Response(password));
    }
}
