using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Customers.Data;
using Santral.Customers.Domain;

namespace Santral.Customers.Features;

/// <summary>Finds customers by name, customer number, tax number, e-mail or telephone, as people write them (W-S01).</summary>
public static class FindCustomers
{
    /// <summary>One row of the list; the primary number is the one to call back.</summary>
    public sealed record Row(
        CustomerId Id, string Number, CustomerKind Kind, string Name, string Language, string? City, PhoneNumber? Phone);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/customers", HandleAsync)
        .RequirePermission(CustomersPermissions.Read)
        .WithName("FindCustomers")
        .WithTags("customers")
        .WithSummary("Customers by name, number or telephone; without a question all of them, by name.");

    internal static async Task<Ok<Page<Row>>> HandleAsync(
        CustomersDb db,
        IOrganisation organisation,
        IGuardAccounts guard,
        CancellationToken stop,
        [StringLength(100)] string? q = null,
        CustomerKind? kind = null,
        [StringLength(400)] string? after = null,
        [Range(1, 100)] int take = 20)
    {
        var found = Matching(db, organisation, q).Where(c => c.ErasedAt == null && (kind == null || c.Kind == kind));
        if (Cursor.Read(after, 2) is [var name, var number])
        {
#pragma warning disable CA1309 // The database compares, in the order it sorts by.
            found = found.Where(c => string.Compare(c.Search.SortName, name) > 0
                || (c.Search.SortName == name && string.Compare(c.Number, number) > 0));
#pragma warning restore CA1309
        }

        var rows = await found
            .OrderBy(c => c.Search.SortName).ThenBy(c => c.Number)
            .Take(take + 1)
            .Select(c => new
            {
                c.Id,
                c.Number,
                c.Kind,
                c.Name,
                c.Language,
                City = c.Addresses.Where(a => a.Kind == AddressKind.Main).Select(a => a.City).FirstOrDefault(),
                c.Search.SortName,
                Phone = c.AllPhones.OrderByDescending(p => p.IsPrimary).ThenBy(p => p.Id).Select(p => (PhoneNumber?)p.Number).FirstOrDefault(),
            })
            .ToListAsync(stop);
        var page = rows.Take(take).ToList();
        var withheld = guard.Withheld(AccountOperations.Card);
        return TypedResults.Ok(new Page<Row>(
            [.. page.Select(r => withheld?.Has(r.Id, r.Kind) == true
                ? new Row(r.Id, r.Number!, r.Kind, r.Name, r.Language, null, null)
                : new Row(r.Id, r.Number!, r.Kind, r.Name, r.Language, r.City, r.Phone))],
            rows.Count > take ? Cursor.Write(page[^1].SortName, page[^1].Number!) : null,
            null));
    }

    private static IQueryable<Customer> Matching(CustomersDb db, IOrganisation organisation, string? q)
    {
        var customers = db.Customers.AsNoTracking();
        if (PhoneQuestion.Read(q, organisation.Units.Select(u => u.Region)) is { } phone)
        {
            // The same digits may be a customer number or a tax number.
            return phone.Exact is { } exact
                ? customers.Where(c => c.AllPhones.Any(p => p.Number == exact) || c.Search.Text.Contains(q!.Trim()))
                : customers.Where(c => c.Search.Text.Contains(phone.Digits));
        }

        foreach (var word in Folded.Words(q))
        {
            customers = customers.Where(c => c.Search.Text.Contains(word));
        }

        return customers;
    }
}
