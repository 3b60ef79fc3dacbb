using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Customers.Data;

namespace Santral.Customers.Features;

/// <summary>Writes a customer anew; a save based on an older version is refused and shows what is stored now.</summary>
public static class ChangeCustomer
{
    /// <summary>The whole customer, with the version it was read at.</summary>
    public sealed record Request : CustomerRequest
    {
        public required int Version { get; init; }
    }

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/customers/{id}", HandleAsync)
        .RequirePermission(CustomersPermissions.Write)
        .WithName("ChangeCustomer")
        .WithTags("customers")
        .WithSummary("Writes a customer anew and says which of his numbers others have too.");

    internal static async Task<Results<Ok<CreateCustomer.Response>, ProblemHttpResult>> HandleAsync(
        CustomerId id, Request request, ReadCustomerRequest read, CustomerSight sight, CustomersDb db,
        IGuardAccounts guard, ITexts texts, ICurrentUser user, TimeProvider clock, CancellationToken stop)
    {
        var customer = await GetCustomer.LoadAsync(db.Customers, id, stop);
        guard.OrRefuse(id, customer.Kind, AccountOperations.ChangeCustomer, DisclosureWay.Done);
        var details = read.Details(request, customer);
        if (customer.Version != request.Version)
        {
            return StaleSave.Problem(texts, user, sight.Of(customer));
        }

        await read.RefuseTwinAsync(details, id, stop);
        customer.Change(details, clock.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (Refusal refusal) when (refusal.Kind == RefusalKind.Stale)
        {
            db.ChangeTracker.Clear();
            return StaleSave.Problem(texts, user, sight.Of(await GetCustomer.LoadAsync(db.Customers, id, stop)));
        }
        catch (DbUpdateException)
        {
            // The unique index caught the twin that was saved between the look and the save.
            db.ChangeTracker.Clear();
            await read.RefuseTwinAsync(details, id, stop);
            throw;
        }

        return TypedResults.Ok(new CreateCustomer.Response(sight.Of(customer), await read.AlsoUsedAsync(customer, stop)));
    }
}
