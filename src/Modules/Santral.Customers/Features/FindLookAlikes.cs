using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Customers.Data;
using Santral.Customers.Domain;

namespace Santral.Customers.Features;

/// <summary>
/// Who is already there, asked while a new customer is typed. Posted, because names and numbers do not belong into addresses and their logs.
/// Half-typed values are no errors here: they simply match nobody yet.
/// </summary>
public static class FindLookAlikes
{
    private const int Most = 8;
    private const int MostCandidates = 200;

    /// <param name="Without">The customer being changed himself.</param>
    public sealed record Request(
        [StringLength(250)] string? Name,
        [StringLength(2, MinimumLength = 2)] string? Country,
        [StringLength(30)] string? TaxNumber,
        [StringLength(30)] string? IdentityNumber,
        IReadOnlyList<string>? Phones,
        IReadOnlyList<string>? Emails,
        CustomerId? Without);

    public sealed record Row(
        CustomerId Id, string Number, CustomerKind Kind, string Name, string? City, PhoneNumber? Phone, LikeCertainty Certainty, IReadOnlyList<LikeReason> Reasons);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/customers/look-alikes", HandleAsync)
        .RequirePermission(CustomersPermissions.Read)
        .WithName("FindLookAlikes")
        .WithTags("customers")
        .WithSummary("Customers like the one being typed, the surest first, with the reasons.");

    internal static async Task<Ok<IReadOnlyList<Row>>> HandleAsync(Request request, ReadCustomerRequest read, CustomersDb db, IGuardAccounts guard, CancellationToken stop)
    {
        var typed = Typed(request, read);
        var country = (request.Country ?? read.CountryOf("")).ToUpperInvariant();
        var ids = await CandidatesAsync(db, typed, country, stop);
        ids.Remove(request.Without ?? default);
        if (ids.Count == 0)
        {
            return TypedResults.Ok<IReadOnlyList<Row>>([]);
        }

        var known = await db.Customers.AsNoTracking()
            .Where(c => ids.Contains(c.Id) && c.ErasedAt == null)
            .Include(c => c.AllPhones).Include(c => c.Emails).Include(c => c.Contacts).Include(c => c.Addresses)
            .AsSplitQuery()
            .ToListAsync(stop);
        var withheld = guard.Withheld(AccountOperations.Card);
        return TypedResults.Ok<IReadOnlyList<Row>>([.. known
            .Select(c => RowOf(c, typed.ReasonsToBe(LikenessOf(c, country))))
            .Where(r => r.Reasons.Count > 0)
            .OrderBy(r => r.Certainty).ThenBy(r => r.Reasons[0]).ThenBy(r => r.Number, StringComparer.Ordinal)
            .Take(Most)
            .Select(r => withheld?.Has(r.Id, r.Kind) == true ? r with { City = null, Phone = null } : r)]);
    }

    private static Likeness Typed(Request request, ReadCustomerRequest read)
    {
        var country = (request.Country ?? read.CountryOf("")).ToUpperInvariant();
        return new Likeness(
            Kernel.Typed.Line(request.Name),
            [.. ReadCustomerRequest.Entries(request.Phones).Take(CustomerRules.MostPhones).Select(read.NumberOrNull).OfType<PhoneNumber>()],
            [.. ReadCustomerRequest.Entries(request.Emails).Take(CustomerRules.MostEmails).Select(Kernel.Typed.Line).OfType<string>()],
            Whole(() => NationalNumbers.ReadTax(country, request.TaxNumber)),
            Whole(() => NationalNumbers.ReadIdentity(country, request.IdentityNumber, read.Today)));
    }

    private static string? Whole(Func<string?> number)
    {
        try
        {
            return number();
        }
        catch (Refusal)
        {
            return null;
        }
    }

    private static async Task<HashSet<CustomerId>> CandidatesAsync(CustomersDb db, Likeness typed, string country, CancellationToken stop)
    {
        var found = new HashSet<CustomerId>();
        var (phones, tax, identity) = (typed.Phones.ToList(), typed.TaxNumber, typed.IdentityNumber);
        if (phones.Count > 0)
        {
            found.UnionWith(await db.Phones.Where(p => phones.Contains(p.Number)).Select(p => p.CustomerId).Take(MostCandidates).ToListAsync(stop));
        }

        if (typed.Emails.Count > 0)
        {
            found.UnionWith(await ByEmailAsync(db, [.. typed.Emails], stop));
        }

        if (tax is not null || identity is not null)
        {
            found.UnionWith(await db.Customers
                .Where(c => c.Country == country && ((tax != null && c.TaxNumber == tax) || (identity != null && c.IdentityNumber == identity)))
                .Select(c => c.Id).ToListAsync(stop));
        }

        // One letter is nobody's name, and its deletion is everybody's.
        if (NameKeys.Plain(typed.Name).Length >= 3)
        {
            var keys = NameKeys.Of(typed.Name).ToList();
            found.UnionWith(await db.NameKeys.Where(k => keys.Contains(k.Key)).Select(k => k.CustomerId).Distinct().Take(MostCandidates).ToListAsync(stop));
        }

        return found;
    }

    private static async Task<List<CustomerId>> ByEmailAsync(CustomersDb db, List<string> emails, CancellationToken stop)
    {
        // Stored as written; people write theirs in small letters or as they did.
        var spellings = emails.Concat(emails.Select(e => e.ToLowerInvariant())).Distinct().ToList();
        return await db.Customers.Where(c => c.Emails.Any(e => spellings.Contains(e.Address)) || c.Contacts.Any(p => spellings.Contains(p.Email!)))
            .Select(c => c.Id).Take(MostCandidates).ToListAsync(stop);
    }

    private static Likeness LikenessOf(Customer customer, string country) => new(
        customer.Name,
        [.. customer.AllPhones.Select(p => p.Number)],
        [.. customer.Emails.Select(e => e.Address), .. customer.Contacts.Select(c => c.Email).OfType<string>()],
        customer.Country == country ? customer.TaxNumber : null,
        customer.Country == country ? customer.IdentityNumber : null);

    private static Row RowOf(Customer customer, IReadOnlyList<LikeReason> reasons) => new(
        customer.Id,
        customer.Number!,
        customer.Kind,
        customer.Name,
        customer.Addresses.FirstOrDefault(a => a.Kind == AddressKind.Main)?.City,
        customer.AllPhones.OrderByDescending(p => p.IsPrimary).ThenBy(p => p.Id).Select(p => (PhoneNumber?)p.Number).FirstOrDefault(),
        Likeness.CertaintyOf(reasons),
        reasons);
}
