using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Customers.Data;
using Santral.Customers.Domain;

namespace Santral.Customers.Features;

/// <summary>Somebody else has this number too: allowed, but he will not be identified by it (I-03).</summary>
public sealed record PhoneAlsoUsed(string Code, PhoneNumber Phone, IReadOnlyList<CustomerSummary> Customers);

/// <summary>Reads what was typed into what is stored, and looks for twins.</summary>
internal sealed class ReadCustomerRequest(CustomersDb db, IOrganisation organisation, IKnowDefinitions definitions, TimeProvider clock)
{
    public CustomerDetails Details(CustomerRequest request, Customer? stored = null)
    {
        var language = request.Language ?? organisation.Units.Select(u => u.Language).FirstOrDefault() ?? "en";
        var country = (request.Country ?? stored?.Country ?? CountryOf(language)).ToUpperInvariant();
        return new CustomerDetails(
            request.Kind,
            Typed.Line(request.FirstName),
            Typed.Line(request.LastName),
            request.Kind == CustomerKind.Individual ? null : Typed.Line(request.Company),
            language,
            country,
            Phones(request.Phones),
            [.. Entries(request.Emails).Select(Typed.Line).OfType<string>().Distinct()],
            [.. Entries(request.Contacts).Select(c => new ContactEntry(
                c.Id,
                Typed.Line(c.Name) ?? throw new Refusal("customers.name_needed", RefusalKind.Invalid),
                Typed.Line(c.Title),
                Typed.Line(c.Email),
                Phones(c.Phones)))])
        {
            TaxNumber = NationalNumbers.ReadTax(country, request.TaxNumber),
            TaxOffice = Typed.Line(request.TaxOffice),
            IdentityNumber = request.IdentityNumber is null ? null : new NewIdentityNumber(NationalNumbers.ReadIdentity(country, request.IdentityNumber, Today)),
            Note = Typed.Lines(request.Note) is { Length: > 0 } note ? note : null,
            IsBuyer = request.IsBuyer,
            IsSeller = request.IsSeller,
            PreferredMethodId = definitions.ChooseOrRefuse(request.PreferredMethodId, DefinitionTables.ContactMethods, null, stored?.PreferredMethodId)?.Id,
            OnlyPreferred = request.OnlyPreferred,
            Addresses = [.. Entries(request.Addresses).Select(a => new AddressEntry(a.Kind, Address(a))).Where(a => !a.Address.IsEmpty)],
        };
    }

    /// <summary>A second account with the same tax or identity number would split its invoices (W-S01).</summary>
    public async Task RefuseTwinAsync(CustomerDetails details, CustomerId? self, CancellationToken stop)
    {
        var others = db.Customers.AsNoTracking().Where(c => c.Country == details.Country && c.Id != self);
        if (details.TaxNumber is { } tax
            && await others.Where(c => c.TaxNumber == tax).Select(c => new { c.Id, c.Number }).FirstOrDefaultAsync(stop) is { } twin)
        {
            throw new Refusal("customers.tax_number_taken", RefusalKind.State, ("taxNumber", tax), ("number", twin.Number), ("id", twin.Id));
        }

        if (details.IdentityNumber?.Value is { } identity
            && await others.Where(c => c.IdentityNumber == identity).Select(c => new { c.Id, c.Number }).FirstOrDefaultAsync(stop) is { } same)
        {
            throw new Refusal("customers.identity_number_taken", RefusalKind.State, ("number", same.Number), ("id", same.Id));
        }
    }

    /// <summary>Numbers of this customer that others have as well.</summary>
    public async Task<IReadOnlyList<PhoneAlsoUsed>> AlsoUsedAsync(Customer customer, CancellationToken stop)
    {
        var numbers = customer.AllPhones.Select(p => p.Number).Distinct().ToList();
        var shared = await (
            from phone in db.Phones.AsNoTracking()
            where numbers.Contains(phone.Number) && phone.CustomerId != customer.Id
            join other in db.Customers on phone.CustomerId equals other.Id
            orderby other.Number
            select new { phone.Number, Customer = new CustomerSummary(other.Id, other.Number!, other.Name, other.Kind, other.Language, null) })
            .Take(50)
            .ToListAsync(stop);
        return [.. shared.GroupBy(s => s.Number).Select(g => new PhoneAlsoUsed(
            "customers.phone_also_used", g.Key, [.. g.Select(s => s.Customer).DistinctBy(c => c.Id)]))];
    }

    public PhoneNumber? NumberOrNull(string typed)
    {
        foreach (var region in organisation.Units.Select(u => u.Region).Distinct().DefaultIfEmpty(""))
        {
            if (PhoneNumber.TryRead(typed, region, out var number))
            {
                return number;
            }
        }

        return null;
    }

    public string CountryOf(string language) => language switch
    {
        "tr" => "TR",
        "sv" => "SE",
        _ => organisation.Units.Select(u => u.Region).FirstOrDefault() ?? "TR",
    };

    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>JSON may say null inside a list, whatever the type says.</summary>
    internal static IEnumerable<T> Entries<T>(IReadOnlyList<T>? entries)
        where T : class
        => entries?.Any(e => e is null) == true ? throw new Refusal("customers.entry_empty", RefusalKind.Invalid) : entries ?? [];

    internal static PostalAddress Address(CustomerRequest.Place place) => new(
        Typed.Line(place.Line1), Typed.Line(place.Line2), Typed.Line(place.PostalCode), Typed.Line(place.City), Typed.Line(place.Region), Typed.Line(place.Country)?.ToUpperInvariant());

    private List<PhoneEntry> Phones(IReadOnlyList<CustomerRequest.Phone>? phones)
        => [.. Entries(phones).Select(p => new PhoneEntry(
            NumberOrNull(p.Number) ?? throw new Refusal("customers.phone_invalid", RefusalKind.Invalid, ("phone", p.Number)), p.Kind, p.IsPrimary))];
}
