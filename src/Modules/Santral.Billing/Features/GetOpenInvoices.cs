using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Contracts.Billing;
using Santral.Contracts.Calls;

namespace Santral.Billing.Features;

/// <summary>What a customer still owes, oldest first, for the desk's ribbon (P-01).</summary>
public static class GetOpenInvoices
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/customers/{id}/invoices/open", HandleAsync)
        .RequirePermission(BillingPermissions.Read)
        .WithName("GetOpenInvoices")
        .WithTags("billing")
        .WithSummary("A customer's unpaid invoices, the one due first on top.");

    internal static async Task<Ok<IReadOnlyList<InvoiceSummary>>> HandleAsync(
        CustomerId id, IReadInvoices invoices, IFindCustomer customers, IGuardAccounts guard, CancellationToken stop)
    {
        var customer = await customers.FindAsync(id, stop) ?? throw new Refusal("customers.unknown", RefusalKind.Unknown);
        guard.OrRefuse(id, customer.Kind, AccountOperations.Invoices);
        return TypedResults.Ok(await invoices.OpenAsync(id, stop));
    }
}
