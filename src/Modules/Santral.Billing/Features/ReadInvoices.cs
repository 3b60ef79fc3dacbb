using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Santral.Billing.Data;
using Santral.Billing.Domain;
using Santral.Contracts.Billing;

namespace Santral.Billing.Features;

/// <summary>Invoices for the IVR to read out (I-06, I-18) and for the desk.</summary>
internal sealed class ReadInvoices(IServiceScopeFactory scopes) : IReadInvoices
{
    // Nobody listens to more, and the desk links to the full list.
    private const int MostOpen = 50;

    /// <summary>The oldest open invoice; when all is paid, the last one issued.</summary>
    public async Task<InvoiceSummary?> ToReadOutAsync(CustomerId customer, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var invoices = Of(scope, customer);
        var open = await invoices.Where(i => i.OpenMinor > 0).OrderBy(i => i.DueOn).ThenBy(i => i.Number).FirstOrDefaultAsync(stop);
        var invoice = open ?? await invoices.OrderByDescending(i => i.IssuedOn).ThenByDescending(i => i.Number).FirstOrDefaultAsync(stop);
        return invoice is null ? null : Summary(invoice);
    }

    public async Task<IReadOnlyList<InvoiceSummary>> OpenAsync(CustomerId customer, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var open = await Of(scope, customer).Where(i => i.OpenMinor > 0)
            .OrderBy(i => i.DueOn).ThenBy(i => i.Number)
            .Take(MostOpen)
            .ToListAsync(stop);
        return [.. open.Select(Summary)];
    }

    private static IQueryable<SalesInvoice> Of(AsyncServiceScope scope, CustomerId customer)
        => scope.ServiceProvider.GetRequiredService<BillingDb>().Invoices.AsNoTracking().Where(i => i.CustomerId == customer);

    private static InvoiceSummary Summary(SalesInvoice invoice)
        => new(invoice.Number!, invoice.IssuedOn, invoice.Total, invoice.Open, invoice.DueOn, invoice.IsPaid);
}
