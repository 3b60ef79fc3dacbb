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
    /// <param name="IdentityNumberMasked">Its last two digits; the whole number is asked for by itself, which is written down.</param>
    /// <param name="City">Of the main address.</param>
    /// <param name="Withheld">Code of the refusal when account data is kept back in a call: everything but name, number and kind is then empty.</param>
    /// <param name="ErasedAt">Set when the person was erased and only records are left.</param>
    public sealed record Response(
        CustomerId Id,
        string Number,
        CustomerKind Kind,
        string Name,
        string? FirstName,
        string? LastName,
        string? Company,
        string Language,
        string Country,
        string? TaxNumber,
        string? TaxOffice,
        string? IdentityNumberMasked,
        IReadOnlyList<Place> Addresses,
        string? City,
        string? Note,
        bool IsBuyer,
        bool IsSeller,
        DefinitionName? PreferredMethod,
        bool OnlyPreferred,
        IReadOnlyList<Phone> Phones,
        IReadOnlyList<string> Emails,
        IReadOnlyList<Contact> Contacts,
        bool HasServicePassword,
        DateTimeOffset CreatedAt,
        DateTimeOffset ChangedAt,
        DateTimeOffset? ErasedAt,
        int Version,
        string? Withheld);

    public sealed record Phone(PhoneNumber Number, PhoneKind Kind, bool IsPrimary);

    public sealed record Place(AddressKind Kind, string? Line1, string? Line2, string? PostalCode, string? City, string? Region, string? Country);

    public sealed record Contact(Guid Id, string Name, string? Title, string? Email, IReadOnlyList<Phone> Phones);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/customers/{id}", HandleAsync)
        .RequirePermission(CustomersPermissions.Read)
        .WithName("GetCustomer")
        .WithTags("customers")
        .WithSummary("One customer with numbers, addresses and contacts.");

    internal static async Task<Ok<Response>> HandleAsync(CustomerId id, CustomersDb db, CustomerSight sight, CancellationToken stop)
        => TypedResults.Ok(sight.Of(await LoadAsync(db.Customers.AsNoTracking(), id, stop)));

    internal static async Task<Customer> LoadAsync(IQueryable<Customer> customers, CustomerId id, CancellationToken stop)
        => await customers
            .Include(c => c.AllPhones).Include(c => c.Emails).Include(c => c.Contacts).Include(c => c.Addresses).Include(c => c.Search)
            .AsSplitQuery()
            .SingleOrDefaultAsync(c => c.Id == id, stop)
            ?? throw new Refusal("customers.unknown", RefusalKind.Unknown);
}

/// <summary>A customer named by a client must exist.</summary>
internal static class NamedCustomer
{
    public static async Task<Customer> OrRefuseAsync(this CustomersDb db, CustomerId id, CancellationToken stop)
        => await db.Customers.SingleOrDefaultAsync(c => c.Id == id, stop) ?? throw new Refusal("customers.unknown", RefusalKind.Unknown);

    /// <summary>For records of a customer who is named by them only.</summary>
    public static async Task OrRefuseAsync(
        this IGuardAccounts guard, CustomersDb db, CustomerId customer, string operation, DisclosureWay way, CancellationToken stop)
        => guard.OrRefuse(customer, await db.Customers.Where(c => c.Id == customer).Select(c => c.Kind).SingleAsync(stop), operation, way);
}
