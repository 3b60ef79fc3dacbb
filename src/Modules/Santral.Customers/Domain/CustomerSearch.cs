namespace Santral.Customers.Domain;

/// <summary>What a customer is found by, folded; kept beside the customer so that the audit trail shows only what people wrote.</summary>
public sealed class CustomerSearch
{
    public CustomerId CustomerId { get; private set; }

    /// <summary>The folded name: the order of lists, the same on both databases.</summary>
    public string SortName { get; private set; } = "";

    public string Text { get; private set; } = "";

    internal void Empty(Customer customer)
    {
        SortName = Folded.Of(customer.Name);
        Text = "";
    }

    internal void Follow(Customer customer)
    {
        CustomerId = customer.Id;
        SortName = Folded.Of(customer.Name);
        Text = Folded.Of(string.Join(
            ' ',
            [
                customer.Number, customer.Name, customer.FirstName, customer.LastName, customer.Company, customer.TaxNumber,
                .. customer.Addresses.Select(a => a.City),
                .. customer.Contacts.Select(c => c.Name), .. customer.Emails.Select(e => e.Address), .. customer.Contacts.Select(c => c.Email),
                .. customer.AllPhones.Select(p => p.Number.Value[1..]).Distinct(),
            ]));
    }
}
