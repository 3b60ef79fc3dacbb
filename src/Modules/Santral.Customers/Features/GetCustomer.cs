using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Customers.Data;
using Santral.Customers.Domain;

namespace Santral.Customers.Features;

/// <summary>One customer with everything the card shows (P-01).</summary>
public static class GetCustomer
{
    public sealed record Response(
        CustomerId Id,
        string Number,
        CustomerKind Kind,
        string Name,
        string? FirstName,
        string? LastName,
        string? Company,
        string Language,
        string? TaxNumber,
        string? TaxOffice,
        string? Address,
        string? City,
        string? Note,
        IReadOnlyList<Phone> Phones,
        IReadOnlyList<string> Emails,
        IReadOnlyList<Contact> Contacts,
        bool HasServicePassword,
        DateTimeOffset CreatedAt,
        DateTimeOffset ChangedAt,
        int Version);

    public sealed record Phone(PhoneNumber Number, PhoneKind Kind, bool IsPrimary);

    public sealed record Contact(Guid Id, string Name, string? Title, string? Email, IReadOnlyList<Phone> Phones);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/customers/{id}", HandleAsync)
        .RequirePermission(CustomersPermissions.Read)
        .WithName("GetCustomer")
        .WithTags("customers")
        .WithSummary("One customer with numbers, addresses and contacts.");

    internal static async Task<Ok<Response>> HandleAsync(CustomerId id, CustomersDb db, CancellationToken stop)
        => TypedResults.Ok(Of(await LoadAsync(db.Customers.AsNoTracking(), id, stop)));

    internal static async Task<Customer> LoadAsync(IQueryable<Customer> customers, CustomerId id, CancellationToken stop)
        => await customers
            .Include(c => c.AllPhones).Include(c => c.Emails).Include(c => c.Contacts).Include(c => c.Search)
            .AsSplitQuery()
            .SingleOrDefaultAsync(c => c.Id == id, stop)
            ?? throw new Refusal("customers.unknown", RefusalKind.Unknown);

    internal static Response Of(Customer customer) => new(
        customer.Id,
        customer.Number ?? "",
        customer.Kind,
        customer.Name,
        customer.FirstName,
        customer.LastName,
        customer.Company,
        customer.Language,
        customer.TaxNumber,
        customer.TaxOffice,
        customer.Address,
        customer.City,
        customer.Note,
        PhonesOf(customer, null),
        [.. customer.Emails.OrderBy(e => e.Order).Select(e => e.Address)],
        [.. customer.Contacts.OrderBy(c => c.Id).Select(c => new Contact(c.Id, c.Name, c.Title, c.Email, PhonesOf(customer, c.Id)))],
        customer.ServicePasswordHash is not null,
        customer.CreatedAt,
        customer.ChangedAt,
        customer.Version);

    private static List<Phone> PhonesOf(Customer customer, Guid? contact)
        => [.. customer.AllPhones.Where(p => p.ContactId == contact)
            .OrderByDescending(p => p.IsPrimary).ThenBy(p => p.Id)
            .Select(p => new Phone(p.Number, p.Kind, p.IsPrimary))];
}
