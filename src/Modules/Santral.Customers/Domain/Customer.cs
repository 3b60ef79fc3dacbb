using Santral.Contracts.Search;
using Santral.Customers.Search;

namespace Santral.Customers.Domain;

/// <summary>An individual, a corporate account with its contacts, or a prospect who is no customer yet.</summary>
public sealed class Customer : Aggregate, INumbered, IAudited
{
    /// <summary>Digits only, because a corporate customer keys it on a telephone (I-16).</summary>
    public const string Series = "M";

    private readonly List<CustomerPhone> _allPhones = [];
    private readonly List<CustomerEmail> _emails = [];
    private readonly List<CustomerContact> _contacts = [];

    private Customer()
    {
    }

    public CustomerId Id { get; private set; }

    public string? Number { get; private set; }

    public CustomerKind Kind { get; private set; }

    /// <summary>As it is shown and sorted: the person's full name or the company.</summary>
    public string Name { get; private set; } = "";

    public string? FirstName { get; private set; }

    public string? LastName { get; private set; }

    public string? Company { get; private set; }

    /// <summary>`tr`, `sv` or `en`: what the customer is spoken and written to in.</summary>
    public string Language { get; private set; } = "";

    public string? TaxNumber { get; private set; }

    public string? TaxOffice { get; private set; }

    public string? Address { get; private set; }

    public string? City { get; private set; }

    public string? Note { get; private set; }

    [Unaudited]
    public string? ServicePasswordHash { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public CustomerSearch Search { get; private set; } = new();

    /// <summary>The account's own numbers and those of its contacts.</summary>
    public IReadOnlyList<CustomerPhone> AllPhones => _allPhones;

    public IReadOnlyList<CustomerEmail> Emails => _emails;

    public IReadOnlyList<CustomerContact> Contacts => _contacts;

    public string NumberSeries => Series;

    public Guid AuditId => Id.Value;

    public static Customer Create(CustomerId id, CustomerDetails details, DateTimeOffset now, string? number = null)
    {
        var customer = new Customer { Id = id, Number = number, CreatedAt = now };
        customer.Write(details, now);
        return customer;
    }

    public void Change(CustomerDetails details, DateTimeOffset now)
    {
        // A prospect becomes a customer; what a customer is stays, since invoices and service passwords hang on it.
        if (details.Kind != Kind && Kind != CustomerKind.Prospect)
        {
            throw new Refusal("customers.kind_fixed", RefusalKind.Invalid);
        }

        Write(details, now);
    }

    public void SetServicePassword(string password, DateTimeOffset now)
    {
        if (Kind != CustomerKind.Corporate)
        {
            throw new Refusal("customers.service_password_corporate_only", RefusalKind.Invalid);
        }

        ServicePasswordHash = ServicePassword.Hash(password);
        ChangedAt = now;
    }

    /// <summary>`M-26-0001` becomes `260001`: year and running number, keyable.</summary>
    public void TakeNumber(string number)
    {
        Number = string.Concat(number.Where(char.IsAsciiDigit));
        Search.Follow(this);
    }

    public CustomerSummary ToSummary(string? contactName = null) => new(Id, Number ?? "", Name, Kind, Language, contactName);

    private void Write(CustomerDetails details, DateTimeOffset now)
    {
        CustomerRules.Check(details);
        (Kind, Language, FirstName, LastName, Company) = (details.Kind, details.Language, details.FirstName, details.LastName, details.Company);
        (TaxNumber, TaxOffice, Address, City, Note) = (details.TaxNumber, details.TaxOffice, details.Address, details.City, details.Note);
        Name = details.Kind == CustomerKind.Individual || details.Company is null
            ? $"{details.FirstName} {details.LastName}".Trim()
            : details.Company;
        ChangedAt = now;

        var contacts = FollowContacts(details.Contacts, now);
        FollowPhones([.. details.Phones.Select(p => ((Guid?)null, p)), .. contacts.SelectMany(c => c.Entry.Phones.Select(p => ((Guid?)c.Id, p)))], now);
        FollowEmails(details.Emails, now);
        Search.Follow(this);
        Raise(new FindableChanged(FindableCustomers.Code, Id.Value));
    }

    private List<(Guid Id, ContactEntry Entry)> FollowContacts(IReadOnlyList<ContactEntry> entries, DateTimeOffset now)
    {
        var kept = new List<(Guid Id, ContactEntry Entry)>();
        foreach (var entry in entries)
        {
            var contact = entry.Id is { } id
                ? _contacts.Find(c => c.Id == id) ?? throw new Refusal("customers.contact_unknown", RefusalKind.Invalid)
                : null;
            if (contact is null)
            {
                contact = new CustomerContact(Guid.CreateVersion7(now), Id, entry);
                _contacts.Add(contact);
            }
            else
            {
                contact.Change(entry);
            }

            kept.Add((contact.Id, entry));
        }

        _contacts.RemoveAll(c => !kept.Exists(k => k.Id == c.Id));
        return kept;
    }

    private void FollowPhones(List<(Guid? Contact, PhoneEntry Entry)> entries, DateTimeOffset now)
    {
        _allPhones.RemoveAll(p => !entries.Exists(e => e.Contact == p.ContactId && e.Entry.Number == p.Number));
        foreach (var (contact, entry) in entries)
        {
            var phone = _allPhones.Find(p => p.ContactId == contact && p.Number == entry.Number);
            if (phone is null)
            {
                _allPhones.Add(new CustomerPhone(Guid.CreateVersion7(now), Id, contact, entry));
            }
            else
            {
                phone.Change(entry);
            }
        }
    }

    private void FollowEmails(IReadOnlyList<string> addresses, DateTimeOffset now)
    {
        _emails.RemoveAll(e => !addresses.Contains(e.Address));
        for (var order = 0; order < addresses.Count; order++)
        {
            var email = _emails.Find(e => e.Address == addresses[order]);
            if (email is null)
            {
                _emails.Add(new CustomerEmail(Guid.CreateVersion7(now), Id, addresses[order], order));
            }
            else
            {
                email.MoveTo(order);
            }
        }
    }
}
