namespace Santral.Customers.Domain;

public enum PhoneKind
{
    Mobile,
    Home,
    Work,
    Other,

    /// <summary>Receives documents; nobody is recognised by it when it calls.</summary>
    Fax,
}

/// <summary>A number under which a customer, or a contact person of a corporate account, is reached. One indexed table answers who calls.</summary>
public sealed class CustomerPhone : IAudited
{
    private CustomerPhone()
    {
    }

    internal CustomerPhone(Guid id, CustomerId customer, Guid? contact, PhoneEntry entry)
    {
        Id = id;
        CustomerId = customer;
        ContactId = contact;
        Number = entry.Number;
        Kind = entry.Kind;
        IsPrimary = entry.IsPrimary;
    }

    public Guid Id { get; private set; }

    public CustomerId CustomerId { get; private set; }

    /// <summary>Set when the number belongs to a contact person, not to the account itself.</summary>
    public Guid? ContactId { get; private set; }

    public PhoneNumber Number { get; private set; }

    public PhoneKind Kind { get; private set; }

    public bool IsPrimary { get; private set; }

    public Guid AuditId => CustomerId.Value;

    internal void Change(PhoneEntry entry)
    {
        Kind = entry.Kind;
        IsPrimary = entry.IsPrimary;
    }
}
