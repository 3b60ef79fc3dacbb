using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Customers.Data;
using Santral.Customers.Domain;

namespace Santral.Customers.Features;

/// <summary>What is written of a customer when he is made or changed. Numbers come as people write them.</summary>
public record CustomerRequest
{
    public required CustomerKind Kind { get; init; }

    [StringLength(100)]
    public string? FirstName { get; init; }

    [StringLength(100)]
    public string? LastName { get; init; }

    [StringLength(200)]
    public string? Company { get; init; }

    [StringLength(2, MinimumLength = 2)]
    public string? Language { get; init; }

    [StringLength(20)]
    public string? TaxNumber { get; init; }

    [StringLength(100)]
    public string? TaxOffice { get; init; }

    [StringLength(300)]
    public string? Address { get; init; }

    [StringLength(100)]
    public string? City { get; init; }

    [StringLength(4000)]
    public string? Note { get; init; }

    public IReadOnlyList<Phone>? Phones { get; init; }

    public IReadOnlyList<string>? Emails { get; init; }

    public IReadOnlyList<Contact>? Contacts { get; init; }

    /// <summary>A number as typed: `0532 111 22 33`.</summary>
    public sealed record Phone([StringLength(40, MinimumLength = 1)] string Number, PhoneKind Kind = PhoneKind.Mobile, bool IsPrimary = false);

    /// <summary>A contact person; with its id to change one, without to add one.</summary>
    public sealed record Contact(
        Guid? Id,
        [StringLength(200, MinimumLength = 1)] string Name,
        [StringLength(100)] string? Title,
        [StringLength(254)] string? Email,
        IReadOnlyList<Phone>? Phones);
}

/// <summary>Somebody else has this number too: allowed, but he will not be identified by it (I-03).</summary>
public sealed record PhoneAlsoUsed(string Code, PhoneNumber Phone, IReadOnlyList<CustomerSummary> Customers);

/// <summary>Reads what was typed into what is stored, and looks for twins.</summary>
internal sealed class ReadCustomerRequest(CustomersDb db, IOrganisation organisation)
{
    public CustomerDetails Details(CustomerRequest request) => new(
        request.Kind,
        Typed.Line(request.FirstName),
        Typed.Line(request.LastName),
        request.Kind == CustomerKind.Individual ? null : Typed.Line(request.Company),
        request.Language ?? organisation.Units.Select(u => u.Language).FirstOrDefault() ?? "en",
        Typed.Line(request.TaxNumber) is { } tax ? string.Concat(tax.Where(c => c is not (' ' or '-'))) : null,
        Typed.Line(request.TaxOffice),
        Typed.Line(request.Address),
        Typed.Line(request.City),
        Typed.Lines(request.Note) is { Length: > 0 } note ? note : null,
        Phones(request.Phones),
        [.. Entries(request.Emails).Select(Typed.Line).OfType<string>().Distinct()],
        [.. Entries(request.Contacts).Select(c => new ContactEntry(
            c.Id,
            Typed.Line(c.Name) ?? throw new Refusal("customers.name_needed", RefusalKind.Invalid),
            Typed.Line(c.Title),
            Typed.Line(c.Email),
            Phones(c.Phones)))]);

    /// <summary>A second account with the same tax number would split its invoices (W-S01).</summary>
    public async Task RefuseTwinAsync(CustomerDetails details, CustomerId? self, CancellationToken stop)
    {
        if (details.TaxNumber is { } tax
            && await db.Customers.AsNoTracking().Where(c => c.TaxNumber == tax && c.Id != self).Select(c => c.Number).FirstOrDefaultAsync(stop) is { } twin)
        {
            throw new Refusal("customers.tax_number_taken", RefusalKind.State, ("taxNumber", tax), ("number", twin));
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

    private List<PhoneEntry> Phones(IReadOnlyList<CustomerRequest.Phone>? phones)
        => [.. Entries(phones).Select(p => new PhoneEntry(Number(p.Number), p.Kind, p.IsPrimary))];

    /// <summary>JSON may say null inside a list, whatever the type says.</summary>
    private static IEnumerable<T> Entries<T>(IReadOnlyList<T>? entries)
        where T : class
        => entries?.Any(e => e is null) == true ? throw new Refusal("customers.entry_empty", RefusalKind.Invalid) : entries ?? [];

    private PhoneNumber Number(string typed)
    {
        foreach (var region in organisation.Units.Select(u => u.Region).Distinct().DefaultIfEmpty(""))
        {
            if (PhoneNumber.TryRead(typed, region, out var number))
            {
                return number;
            }
        }

        throw new Refusal("customers.phone_invalid", RefusalKind.Invalid, ("phone", typed));
    }
}
