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
        CustomerRequest request, ReadCustomerRequest read, CustomerSight sight, Once once, CustomersDb db, TimeProvider clock, CancellationToken stop)
    {
        var details = read.Details(request);
        var id = Id.New<CustomerId>(clock);
        var made = id.Value;
        try
        {
            (made, _) = await once.MakeAsync(new { Customer = request }, Add, stop);
        }
        catch (DbUpdateException)
        {
            // The unique index caught the twin that was saved between the look and the save.
            db.ChangeTracker.Clear();
            await read.RefuseTwinAsync(details, null, stop);
            throw;
        }

        var customer = await GetCustomer.LoadAsync(db.Customers.AsNoTracking(), new CustomerId(made), stop);
        return TypedResults.Created($"/api/customers/{customer.Id}", new Response(sight.Of(customer), await read.AlsoUsedAsync(customer, stop)));

        async Task<Guid> Add()
        {
            await read.RefuseTwinAsync(details, null, stop);
            db.Customers.Add(Customer.Create(id, details, clock.GetUtcNow()));
            return id.Value;
        }
    }
}
