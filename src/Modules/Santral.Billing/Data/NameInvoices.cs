using Microsoft.EntityFrameworkCore;
using Santral.Billing.Domain;

namespace Santral.Billing.Data;

/// <summary>Invoices by their number.</summary>
internal sealed class NameInvoices(BillingDb db, ICurrentUser user) : INameRecords
{
    public async Task NameAsync(RecordNames names, CancellationToken stop)
    {
        var ids = names.UnnamedAs<InvoiceId>();
        foreach (var invoice in await db.Invoices.AsNoTracking().Where(i => ids.Contains(i.Id)).ToListAsync(stop))
        {
            if (user.Has(BillingPermissions.Read))
            {
                names.Name(invoice.Id.Value, invoice.Number, $"/customers/{invoice.CustomerId}");
            }
            else
            {
                names.Hide(invoice.Id.Value);
            }
        }
    }
}
