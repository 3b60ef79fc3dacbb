using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Customers.Data;
using Santral.Customers.Domain;

namespace Santral.Customers.Features;

/// <summary>A new individual, corporate account or prospect, with a number from the series (W-S01).</summary>
public static class CreateCustomer
{
    /// <param name="Warnings">Numbers that other customers have too.</param>
    public sealed record Response(GetCustomer.Response Customer, IReadOnlyList<PhoneAlsoUsed> Warnings);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/customers", HandleAsync)
        .RequirePermission(CustomersPermissions.Write)
        .WithName("CreateCustomer")
        .WithTags("customers")
        .WithSummary("Makes a customer and says which of his numbers others have too.");

    internal static async Task<Created<Response>> HandleAsync(
        CustomerRequest request, ReadCustomerRequest read, CustomersDb db, TimeProvider clock, CancellationToken stop)
    {
        var details = read.Details(request);
        await read.RefuseTwinAsync(details, null, stop);
        var customer = Customer.Create(Id.New<CustomerId>(clock), details, clock.GetUtcNow());
        db.Customers.Add(customer);
        await SaveAsync(db, read, details, customer.Id, stop);
        return TypedResults.Created(
            $"/api/customers/{customer.Id}", new Response(GetCustomer.Of(customer), await read.AlsoUsedAsync(customer, stop)));
    }

    /// <summary>The unique index catches the twin that was saved between the look and the save.</summary>
    internal static async Task SaveAsync(CustomersDb db, ReadCustomerRequest read, CustomerDetails details, CustomerId self, CancellationToken stop)
    {
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            await read.RefuseTwinAsync(details, self, stop);
            throw;
        }
    }
}
