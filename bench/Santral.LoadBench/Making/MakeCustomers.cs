using Santral.Contracts.Customers;
using Santral.Customers.Data;
using Santral.Customers.Domain;

namespace Santral.LoadBench.Making;

/// <summary>A customer as his requests name him.</summary>
internal sealed record MadeCustomer(CustomerId Id, string Name, PhoneNumber Phone, bool IsIndividual);

/// <summary>One customer for every five requests: people, some firms with their contacts, a few prospects.</summary>
internal sealed class MakeCustomers(BulkSave<CustomersDb> save, StoryClock clock, Chance chance)
{
    private const int BatchSize = 2_000;

    public List<MadeCustomer> Turkish { get; } = [];

    public List<MadeCustomer> Swedish { get; } = [];

    public async Task RunAsync(int count, DateTimeOffset from, TimeSpan span, Func<object, bool> isWritten, CancellationToken stop)
    {
        for (var done = 0; done < count;)
        {
            await save.InBatchAsync(
                async () =>
                {
                    for (var inBatch = 0; inBatch < BatchSize && done < count; inBatch++, done++)
                    {
                        clock.Now = from + (span * ((double)done / count));
                        await AddAsync(done, stop);
                    }
                },
                isWritten,
                stop);
        }
    }

    private async Task AddAsync(int index, CancellationToken stop)
    {
        var isSwedish = chance.Percent(20);
        var country = isSwedish ? "SE" : "TR";
        var phone = PhoneNumber.Parse(isSwedish ? $"+4673{index:0000000}" : $"+90500{index:0000000}", null);
        var kind = chance.Percent(85) ? CustomerKind.Individual : chance.Percent(80) ? CustomerKind.Corporate : CustomerKind.Prospect;
        var (first, last) = (InventedWords.First(chance, isSwedish), InventedWords.Last(chance, isSwedish));
        var firm = kind == CustomerKind.Corporate ? InventedWords.Firm(chance, isSwedish) : null;
        var mail = $"{Ascii(first)}.{Ascii(last)}{index}@{(isSwedish ? "exempel" : "ornek")}.example";
        var details = new CustomerDetails(
            kind,
            firm is null ? first : null,
            firm is null ? last : null,
            firm,
            isSwedish ? "sv" : "tr",
            country,
            [new PhoneEntry(phone, firm is null ? PhoneKind.Mobile : PhoneKind.Work, true)],
            chance.Percent(70) && firm is null ? [mail] : [],
            firm is null ? [] : [new ContactEntry(null, $"{first} {last}", null, mail, [])])
        {
            Addresses = kind == CustomerKind.Prospect
                ? []
                : [new AddressEntry(AddressKind.Main, new PostalAddress(InventedWords.Street(chance, isSwedish), null, null, InventedWords.City(chance, isSwedish), null, country))],
        };
        var customer = Customer.Create(Id.New<CustomerId>(clock), details, clock.Now);
        save.Db.Customers.Add(customer);
        await save.Db.SaveChangesAsync(stop);
        save.Db.ChangeTracker.Clear();
        (isSwedish ? Swedish : Turkish).Add(new MadeCustomer(customer.Id, customer.Name, phone, kind == CustomerKind.Individual));
    }

    private static string Ascii(string name) => string.Concat(Folded.Of(name).Where(char.IsAsciiLetter));
}
