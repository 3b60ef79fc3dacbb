namespace Santral.Customers.Domain;

public enum AddressKind
{
    Main,
    Work,
}

/// <summary>Where a customer lives or sits, and where he works: at most one of each kind.</summary>
public sealed class CustomerAddress : IAudited
{
    private CustomerAddress()
    {
    }

    internal CustomerAddress(Guid id, CustomerId customer, AddressEntry entry)
    {
        Id = id;
        CustomerId = customer;
        Kind = entry.Kind;
        Change(entry.Address);
    }

    public Guid Id { get; private set; }

    public CustomerId CustomerId { get; private set; }

    public AddressKind Kind { get; private set; }

    public string? Line1 { get; private set; }

    public string? Line2 { get; private set; }

    public string? PostalCode { get; private set; }

    public string? City { get; private set; }

    public string? Region { get; private set; }

    public string? Country { get; private set; }

    public Guid AuditId => CustomerId.Value;

    public PostalAddress Address => new(Line1, Line2, PostalCode, City, Region, Country);

    internal void Change(PostalAddress address)
        => (Line1, Line2, PostalCode, City, Region, Country) = (address.Line1, address.Line2, address.PostalCode, address.City, address.Region, address.Country);
}
