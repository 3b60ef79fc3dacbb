using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Customers.Data;
using Santral.Customers.Domain;

namespace Santral.Customers.Features;

/// <summary>Subscriptions, newest number first: all, or those of one customer for his card and for the call form (W-S02, P-01).</summary>
public static class FindSubscriptions
{
    /// <param name="Place">Where it is delivered, in one line.</param>
    /// <param name="Monthly">The sum of its plan; null without lines.</param>
    public sealed record Row(
        SubscriptionId Id,
        string Number,
        string Unit,
        CustomerId CustomerId,
        string CustomerName,
        string Subject,
        DefinitionName? Category,
        SubscriptionStatus Status,
        DateOnly StatusSince,
        DateOnly StartsOn,
        DateOnly? EndsOn,
        string? Place,
        Money? Monthly);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/subscriptions", HandleAsync)
        .RequirePermission(CustomersPermissions.Read)
        .WithName("FindSubscriptions")
        .WithTags("customers")
        .WithSummary("Subscriptions of a customer, or all by number or customer, newest number first. `offered=true` leaves out those that ended.");

    internal static async Task<Ok<Page<Row>>> HandleAsync(
        CustomersDb db,
        CustomerSight sight,
        IGuardAccounts guard,
        CancellationToken stop,
        CustomerId? customer = null,
        SubscriptionStatus? status = null,
        bool offered = false,
        [StringLength(100)] string? q = null,
        [StringLength(400)] string? after = null,
        [Range(1, 100)] int take = 50)
    {
        var found = db.Subscriptions.AsNoTracking()
            .Where(s => (customer == null || s.CustomerId == customer) && (status == null || s.Status == status))
            .Where(s => !offered || s.Status != SubscriptionStatus.Ended);
        found = await WithoutWithheldAsync(found, customer, db, guard, stop);
        foreach (var typed in (q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(6))
        {
            var (number, word) = (typed.ToUpperInvariant(), Folded.Of(typed));
            found = found.Where(s => s.Number!.Contains(number) || db.Search.Any(c => c.CustomerId == s.CustomerId && c.Text.Contains(word)));
        }

        var rows = await After(found, after)
            .OrderByDescending(s => s.NumberOrder).ThenByDescending(s => s.Number)
            .Take(take + 1)
            .Include(s => s.Lines)
            .ToListAsync(stop);
        var page = rows.Take(take).ToList();
        var customers = page.Select(s => s.CustomerId).Distinct().ToList();
        var names = await db.Customers.AsNoTracking().Where(c => customers.Contains(c.Id)).Select(c => new { c.Id, c.Name }).ToDictionaryAsync(c => c.Id, c => c.Name, stop);
        return TypedResults.Ok(new Page<Row>(
            [.. page.Select(s => new Row(
                s.Id, s.Number!, s.Unit, s.CustomerId, names[s.CustomerId], s.Subject, sight.Named(s.CategoryId), s.Status, s.StatusSince,
                s.StartsOn, s.EndsOn, s.Address.InOneLine, ShowSubscription.MonthlyOf(s.Lines)))],
            rows.Count > take ? Cursor.Write(page[^1].NumberOrder.ToString(CultureInfo.InvariantCulture), page[^1].Number!) : null,
            null));
    }

    private static async Task<IQueryable<Subscription>> WithoutWithheldAsync(
        IQueryable<Subscription> found, CustomerId? customer, CustomersDb db, IGuardAccounts guard, CancellationToken stop)
    {
        if (customer is { } one)
        {
            if (await db.Customers.AsNoTracking().SingleOrDefaultAsync(c => c.Id == one, stop) is { } named)
            {
                guard.OrRefuse(one, named.Kind, AccountOperations.Subscriptions);
            }

            return found;
        }

        return guard.Withheld(AccountOperations.Subscriptions) is { } withheld
            ? found.Where(s => s.CustomerId == withheld.Except || db.Customers.Any(c => c.Id == s.CustomerId && c.Kind != CustomerKind.Corporate))
            : found;
    }

    private static IQueryable<Subscription> After(IQueryable<Subscription> found, string? cursor)
    {
        if (Cursor.Read(cursor, 2) is not [var order, var number])
        {
            return found;
        }

        if (!long.TryParse(order, NumberStyles.None, CultureInfo.InvariantCulture, out var place))
        {
            throw new Refusal("request.cursor_invalid", RefusalKind.Invalid);
        }

#pragma warning disable CA1309 // The database compares, in the order it sorts by.
        return found.Where(s => s.NumberOrder < place || (s.NumberOrder == place && string.Compare(s.Number, number) < 0));
#pragma warning restore CA1309
    }
}
