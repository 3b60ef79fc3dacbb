using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Customers.Data;
using Santral.Customers.Domain;

namespace Santral.Customers.Features;

/// <summary>One subscription with its plan and its history (W-S02).</summary>
public static class GetSubscription
{
    /// <param name="Monthly">The sum of its plan; null without lines.</param>
    public sealed record Response(
        SubscriptionId Id,
        string Number,
        string Unit,
        CustomerSummary Customer,
        Guid? ContactId,
        string? ContactName,
        CustomerSummary InvoiceCustomer,
        string Subject,
        DefinitionName? Category,
        string? SpecialCode,
        string? Description,
        DateOnly StartsOn,
        DateOnly? EndsOn,
        Place Address,
        SubscriptionStatus Status,
        DateOnly StatusSince,
        IReadOnlyList<Line> Lines,
        Money? Monthly,
        IReadOnlyList<Move> Moves,
        DateTimeOffset CreatedAt,
        DateTimeOffset ChangedAt,
        int Version);

    public sealed record Line(Guid Id, string Name, Money Monthly);

    /// <summary>Where it is delivered.</summary>
    public sealed record Place(string? Line1, string? Line2, string? PostalCode, string? City, string? Region, string? Country);

    public sealed record Move(SubscriptionStatus Status, DateOnly On, string? Reason, string? By, DateTimeOffset At);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/subscriptions/{id}", HandleAsync)
        .RequirePermission(CustomersPermissions.Read)
        .WithName("GetSubscription")
        .WithTags("customers")
        .WithSummary("One subscription with its plan and what happened to it.");

    internal static async Task<Ok<Response>> HandleAsync(SubscriptionId id, ShowSubscription show, CustomersDb db, IGuardAccounts guard, CancellationToken stop)
    {
        var subscription = await LoadAsync(db.Subscriptions.AsNoTracking(), id, stop);
        await guard.OrRefuseAsync(db, subscription.CustomerId, AccountOperations.Subscriptions, DisclosureWay.Shown, stop);
        return TypedResults.Ok(await show.OfAsync(subscription, stop));
    }

    internal static async Task<Subscription> LoadAsync(IQueryable<Subscription> subscriptions, SubscriptionId id, CancellationToken stop)
        => await subscriptions.Include(s => s.Lines).Include(s => s.Moves).AsSplitQuery().SingleOrDefaultAsync(s => s.Id == id, stop)
            ?? throw new Refusal("customers.subscription_unknown", RefusalKind.Unknown);
}

/// <summary>A subscription as answers show it.</summary>
internal sealed class ShowSubscription(CustomersDb db, CustomerSight sight, IKnowPeople people)
{
    public async Task<GetSubscription.Response> OfAsync(Subscription subscription, CancellationToken stop)
    {
        var named = await db.Customers.AsNoTracking()
            .Where(c => c.Id == subscription.CustomerId || c.Id == subscription.InvoiceCustomerId)
            .Select(c => new CustomerSummary(c.Id, c.Number!, c.Name, c.Kind, c.Language, null))
            .ToDictionaryAsync(c => c.Id, stop);
        var contact = subscription.ContactId is { } id
            ? await db.Contacts.AsNoTracking().Where(c => c.Id == id).Select(c => c.Name).SingleOrDefaultAsync(stop)
            : null;
        var address = subscription.Address;
        return new GetSubscription.Response(
            subscription.Id,
            subscription.Number!,
            subscription.Unit,
            named[subscription.CustomerId],
            subscription.ContactId,
            contact,
            named[subscription.InvoiceCustomerId],
            subscription.Subject,
            sight.Named(subscription.CategoryId),
            subscription.SpecialCode,
            subscription.Description,
            subscription.StartsOn,
            subscription.EndsOn,
            new GetSubscription.Place(address.Line1, address.Line2, address.PostalCode, address.City, address.Region, address.Country),
            subscription.Status,
            subscription.StatusSince,
            [.. subscription.Lines.OrderBy(l => l.Order).Select(l => new GetSubscription.Line(l.Id, l.Name, l.Monthly))],
            MonthlyOf(subscription.Lines),
            [.. subscription.Moves.OrderByDescending(m => m.At).ThenByDescending(m => m.Id)
                .Select(m => new GetSubscription.Move(m.Status, m.On, m.Reason, m.By is { } by ? people.Find(by)?.DisplayName : null, m.At))],
            subscription.CreatedAt,
            subscription.ChangedAt,
            subscription.Version);
    }

    internal static Money? MonthlyOf(IReadOnlyList<SubscriptionLine> lines)
        => lines.Count == 0 ? null : lines.Select(l => l.Monthly).Aggregate((sum, next) => sum + next);
}
