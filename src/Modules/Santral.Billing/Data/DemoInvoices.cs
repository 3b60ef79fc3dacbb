using Microsoft.EntityFrameworkCore;
using Santral.Billing.Domain;

namespace Santral.Billing.Data;

/// <summary>Invoices of the demo's customers, found as a caller would be: by number. Dates hang on the day the demo was loaded.</summary>
internal sealed class DemoInvoices(BillingDb db, IIdentifyCaller callers, TimeProvider clock) : ISeedDemo
{
    private const int PaymentDays = 15;

    public int Order => 40;

    public async Task SeedAsync(CancellationToken stop)
    {
        if (await db.Invoices.AnyAsync(stop))
        {
            return;
        }

        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        await db.InTransactionAsync(
            async () =>
            {
                foreach (var bill in Bills.OrderByDescending(b => b.DaysAgo))
                {
                    if (await OwnerAsync(bill.Phone, stop) is { } customer)
                    {
                        db.Invoices.Add(Issue(bill, customer, today));
                        await db.SaveChangesAsync(stop);
                    }
                }
            },
            stop);
    }

    private SalesInvoice Issue(Bill bill, CustomerId customer, DateOnly today)
    {
        var issuedOn = today.AddDays(-bill.DaysAgo);
        var invoice = SalesInvoice.Issue(Id.New<InvoiceId>(clock), customer, new Money(bill.Minor, bill.Currency), issuedOn, issuedOn.AddDays(PaymentDays));
        if (bill.PaidMinor > 0)
        {
            invoice.Receive(new Money(bill.PaidMinor, bill.Currency));
        }

        return invoice;
    }

    private async Task<CustomerId?> OwnerAsync(string phone, CancellationToken stop)
    {
        var caller = await callers.IdentifyAsync(PhoneNumber.Parse(phone, null), stop);
        return caller.Customer?.Id ?? caller.Candidates.Select(c => (CustomerId?)c.Id).FirstOrDefault();
    }

    private sealed record Bill(string Phone, int DaysAgo, long Minor, long PaidMinor, string Currency = "TRY");

    private static readonly Bill[] Bills =
    [
        new("+905321112233", 98, 69_000, 69_000),
        new("+905321112233", 68, 69_000, 69_000),
        new("+905321112233", 38, 71_500, 71_500),
        new("+905321112233", 8, 486_000, 0),
        new("+902123334455", 102, 357_000, 357_000),
        new("+902123334455", 72, 357_000, 357_000),
        new("+902123334455", 41, 240_000, 0),
        new("+902123334455", 11, 1_069_200, 0),
        new("+902123334455", 4, 118_800, 0),
        new("+902325550143", 44, 486_000, 486_000),
        new("+902325550143", 14, 486_000, 0),
        new("+905335550102", 20, 45_900, 45_900),
        new("+905425550103", 9, 45_900, 20_000),
        new("+905435550104", 51, 89_900, 0),
        new("+905365550105", 6, 125_000, 0),
        new("+46701740605", 33, 64_500, 64_500, "SEK"),
        new("+46701740606", 12, 64_500, 0, "SEK"),
        new("+46846500400", 25, 1_284_000, 0, "SEK"),
    ];
}
