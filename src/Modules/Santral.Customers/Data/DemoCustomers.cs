using Microsoft.EntityFrameworkCore;
using Santral.Customers.Domain;

namespace Santral.Customers.Data;

/// <summary>The demo's customers: one identified by number, two who share one, a corporate account with a service password, and their neighbours.</summary>
internal sealed class DemoCustomers(CustomersDb db, TimeProvider clock) : ISeedDemo
{
    private const int FirstNumber = 100101;

    public int Order => 30;

    public async Task SeedAsync(CancellationToken stop)
    {
        if (await db.Customers.AnyAsync(stop))
        {
            return;
        }

        var now = clock.GetUtcNow();
        var number = FirstNumber;
        foreach (var details in DemoPeople.All)
        {
            var createdAt = now.AddDays(-400 + (number - FirstNumber) * 11);
            var isSoft = details.Company == DemoPeople.Soft;
            var customer = Customer.Create(
                Id.New<CustomerId>(clock), details, createdAt, isSoft ? DemoPeople.SoftNumber : $"{number++}");
            if (isSoft)
            {
                customer.SetServicePassword(DemoPeople.SoftServicePassword, createdAt);
            }

            db.Customers.Add(customer);
        }

        await db.SaveChangesAsync(stop);
    }
}
