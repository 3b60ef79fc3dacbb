using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Requests.Data;
using Santral.Requests.Domain;

namespace Santral.Requests.Features;

/// <summary>The list people work from: filtered, sorted, page by page; one query for the rows and their count, one for the customers' names.</summary>
public static class FindRequests
{
    public sealed record Row(
        RequestId Id,
        string Number,
        string Unit,
        RequestKind? Kind,
        string Subject,
        CustomerId? CustomerId,
        string? CustomerName,
        Channel? Channel,
        StageName Stage,
        RequestPriority Priority,
        PersonName? Owner,
        DateTimeOffset OpenedAt,
        DateTimeOffset ChangedAt);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/requests", HandleAsync)
        .RequirePermission(RequestsPermissions.Read)
        .WithName("FindRequests")
        .WithTags("requests")
        .WithSummary("Requests by view, filter and words; the first page says how many there are.");

    internal static async Task<Ok<Page<Row>>> HandleAsync(
        [AsParameters] RequestFilter filter,
        RequestsDb db,
        RequestFilters filters,
        IFindCustomer customers,
        IKnowPeople people,
        ICurrentUser user,
        CancellationToken stop,
        ViewId? view = null,
        [StringLength(20)] string? sort = null,
        [StringLength(400)] string? after = null,
        [Range(1, 200)] int take = 50)
    {
        if (view is { } viewId)
        {
            filter = filter.Within(RequestFilter.Read((await SavedViews.VisibleAsync(db, viewId, user, stop)).Filter));
        }

        var order = RequestSort.Read(sort);
        var found = filters.Apply(filter);
        var isFirst = string.IsNullOrEmpty(after);
        var rows = await order.Order(order.After(found, after))
            .Take(take + 1)
            .Select(r => new
            {
                r.Id,
                r.Number,
                r.NumberOrder,
                r.Unit,
                r.Kind,
                r.Subject,
                r.CustomerId,
                r.Channel,
                r.StageCode,
                r.StageKind,
                Stage = db.Stages.FirstOrDefault(s => s.Unit == r.Unit && s.Code == r.StageCode),
                r.Priority,
                r.OwnerId,
                r.OpenedAt,
                r.ChangedAt,
                Total = isFirst ? found.Count() : 0,
            })
            .ToListAsync(stop);
        var page = rows.Take(take).ToList();
        var names = await customers.FindManyAsync([.. page.Select(r => r.CustomerId).OfType<CustomerId>().Distinct()], stop);
        List<Row> items = [.. page.Select(r => new Row(
            r.Id,
            r.Number!,
            r.Unit,
            r.Kind,
            r.Subject,
            r.CustomerId,
            r.CustomerId is { } customer ? names.GetValueOrDefault(customer)?.Name : null,
            r.Channel,
            new StageName(r.StageCode, r.StageKind, r.Stage?.Names ?? new Names(r.StageCode, r.StageCode, r.StageCode)),
            r.Priority,
            r.OwnerId is { } owner ? new PersonName(owner, people.Find(owner)?.DisplayName ?? "?") : null,
            r.OpenedAt,
            r.ChangedAt))];
        return TypedResults.Ok(new Page<Row>(
            items,
            rows.Count > take ? order.CursorAfter(items[^1], page[^1].NumberOrder) : null,
            isFirst ? rows.Select(r => r.Total).FirstOrDefault() : null));
    }
}
