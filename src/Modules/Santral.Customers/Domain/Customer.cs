using Santral.Contracts.Search;

namespace Santral.Customers.Domain;

/// <summary>An individual, a corporate account with its contacts, or a prospect who is no customer yet.</summary>
public sealed class Customer : Aggregate, INumbered, IAudited
{
    /// <summary>Digits only, because a corporate customer keys it on a telephone (I-16).</summary>
    public const string Series = "M";

    public const string SearchKind = "customer";

    private readonly List<CustomerPhone> _allPhones = [];
    private readonly List<CustomerEmail> _emails = [];
    private readonly List<CustomerContact> _contacts = [];
    private readonly List<CustomerAddress> _addresses = [];

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

    /// <summary>ISO 3166 code: whose tax and identity numbers it has.</summary>
    public string Country { get; private set; } = "";

    public string? TaxNumber { get; private set; }

    public string? TaxOffice { get; private set; }

    /// <summary>TCKN or personnummer; read only with a permission, and never in the trail.</summary>
    [Unaudited]
    public string? IdentityNumber { get; private set; }

    public string? Note { get; private set; }

    public bool IsBuyer { get; private set; }

    public bool IsSeller { get; private set; }

    public DefinitionId? PreferredMethodId { get; private set; }

    public bool OnlyPreferred { get; private set; }

    [Unaudited]
    public string? ServicePasswordHash { get; private set; }

    public DateTimeOffset? ServicePasswordSetAt { get; private set; }

    /// <summary>Set when the person was erased: what is left is a number and the records that hang on it.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public CustomerSearch Search { get; private set; } = new();

    /// <summary>The account's own numbers and those of its contacts.</summary>
    public IReadOnlyList<CustomerPhone> AllPhones => _allPhones;

    public IReadOnlyList<CustomerEmail> Emails => _emails;

    public IReadOnlyList<CustomerContact> Contacts => _contacts;

    public IReadOnlyList<CustomerAddress> Addresses => _addresses;

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
        RefuseErased();

        // A prospect becomes a customer; what a customer is stays, since invoices and service passwords hang on it.
        if (details.Kind != Kind && Kind != CustomerKind.Prospect)
        {
            throw new Refusal("customers.kind_fixed", RefusalKind.Invalid);
        }

        Write(details, now);
    }

    public void SetServicePassword(string password, DateTimeOffset now)
    {
        RefuseErased();
        if (Kind != CustomerKind.Corporate)
        {
            throw new Refusal("customers.service_password_corporate_only", RefusalKind.Invalid);
        }

        ServicePasswordHash = ServicePassword.Hash(password);
        ServicePasswordSetAt = now;
        ChangedAt = now;
    }

    /// <summary>
    /// Takes everything away by which the person could be known (GDPR art. 17, KVKK art. 7). A firm is no person: its contacts are.
    /// </summary>
    /// <param name="name">What stands in place of the name.</param>
    public void Erase(string name, DateTimeOffset now)
    {
        if (Kind == CustomerKind.Corporate)
        {
            throw new Refusal("customers.erase_persons_only", RefusalKind.Invalid);
        }

        RefuseErased();
        (Name, FirstName, LastName, Company) = (name, null, null, null);
        (TaxNumber, TaxOffice, IdentityNumber, Note) = (null, null, null, null);
        (PreferredMethodId, OnlyPreferred) = (null, false);
        _allPhones.Clear();
        _emails.Clear();
        _contacts.Clear();
        _addresses.Clear();
        ChangedAt = now;
        ErasedAt = now;
        Search.Empty(this);
        Raise(new CustomerErased(Id, now));
        Raise(new FindableChanged(SearchKind, Id.Value));
    }

    /// <summary>A contact of an account: the place in its records stays, the person does not.</summary>
    public void EraseContact(Guid contact, string name, DateTimeOffset now)
    {
        var person = _contacts.Find(c => c.Id == contact) ?? throw new Refusal("customers.contact_unknown", RefusalKind.Invalid);
        person.Erase(name);
        _allPhones.RemoveAll(p => p.ContactId == contact);
        ChangedAt = now;
        Search.Follow(this);
        Raise(new CustomerErased(Id, now));
        Raise(new FindableChanged(SearchKind, Id.Value));
    }

    public void RefuseErased()
    {
        if (ErasedAt is not null)
        {
            throw new Refusal("customers.customer_erased", RefusalKind.State, ("number", Number));
        }
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
        (Country, TaxNumber, TaxOffice, Note) = (details.Country, details.TaxNumber, details.TaxOffice, details.Note);
        (IsBuyer, IsSeller, PreferredMethodId, OnlyPreferred) = (details.IsBuyer, details.IsSeller, details.PreferredMethodId, details.OnlyPreferred);
        if (details.IdentityNumber is { } identity)
        {
            IdentityNumber = identity.Value;
        }

        Name = details.Kind == CustomerKind.Individual || details.Company is null
            ? $"{details.FirstName} {details.LastName}".Trim()
            : details.Company;
        ChangedAt = now;

        var contacts = FollowContacts(details.Contacts, now);
        FollowPhones([.. details.Phones.Select(p => ((Guid?)null, p)), .. contacts.SelectMany(c => c.Entry.Phones.Select(p => ((Guid?)c.Id, p)))], now);
        FollowEmails(details.Emails, now);
        FollowAddresses(details.Addresses, now);
        Search.Follow(this);
        Raise(new FindableChanged(SearchKind, Id.Value));
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

    private void FollowAddresses(IReadOnlyList<AddressEntry> entries, DateTimeOffset now)
    {
        _addresses.RemoveAll(a => !entries.Any(e => e.Kind == a.Kind));
        foreach (var entry in entries)
        {
            if (_addresses.Find(a => a.Kind == entry.Kind) is { } address)
            {
                address.Change(entry.Address);
            }
            else
            {
                _addresses.Add(new CustomerAddress(Guid.CreateVersion7(now), Id, entry));
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
