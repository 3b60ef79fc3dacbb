namespace Santral.Customers.Domain;

/// <summary>A person who speaks for a corporate account.</summary>
public sealed class CustomerContact : IAudited
{
    private CustomerContact()
    {
    }

    internal CustomerContact(Guid id, CustomerId customer, ContactEntry entry)
    {
        Id = id;
        CustomerId = customer;
        Change(entry);
    }

    public Guid Id { get; private set; }

    public CustomerId CustomerId { get; private set; }

    public string Name { get; private set; } = "";

    public string? Title { get; private set; }

    public string? Email { get; private set; }

    public Guid AuditId => CustomerId.Value;

    internal void Erase(string name) => (Name, Title, Email) = (name, null, null);

    internal void Change(ContactEntry entry)
    {
        Name = entry.Name;
        Title = entry.Title;
        Email = entry.Email;
    }
}

/// <summary>An e-mail address of a customer; the first is the one to write to.</summary>
public sealed class CustomerEmail : IAudited
{
    private CustomerEmail()
    {
    }

    internal CustomerEmail(Guid id, CustomerId customer, string address, int order)
    {
        Id = id;
        CustomerId = customer;
        Address = address;
        Order = order;
    }

    public Guid Id { get; private set; }

    public CustomerId CustomerId { get; private set; }

    public string Address { get; private set; } = "";

    public int Order { get; private set; }

    public Guid AuditId => CustomerId.Value;

    internal void MoveTo(int order) => Order = order;
}
