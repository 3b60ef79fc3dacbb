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
            var createdAt = now.AddDays(-400 + ((number - FirstNumber) * 11));
            var isSoft = details.Company == DemoPeople.Soft;
            var customer = Add(details, createdAt, isSoft ? DemoPeople.SoftNumber : $"{number++}");
            if (isSoft)
            {
                customer.SetServicePassword(DemoPeople.SoftServicePassword, createdAt);
            }
        }

        foreach (var (index, details) in DemoPeople.More.Index())
        {
            Add(details, now.AddDays(-90 + (index * 6)), $"{number++}");
        }

        await db.SaveChangesAsync(stop);
    }

    private Customer Add(CustomerDetails details, DateTimeOffset createdAt, string number)
    {
        var customer = Customer.Create(Id.New<CustomerId>(clock), details, createdAt, number);
        db.Customers.Add(customer);
        return customer;
    }
}
