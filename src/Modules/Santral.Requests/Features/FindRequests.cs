using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Requests.Clocks;
using Santral.Requests.Data;
using Santral.Requests.Domain;

namespace Santral.Requests.Features;

/// <summary>The list people work from: filtered, sorted, page by page; one query for the rows, one for their count, one for the customers' names, one for the tags.</summary>
public static class FindRequests
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/requests", HandleAsync)
        .RequirePermission(RequestsPermissions.Read)
        .WithName("FindRequests")
        .WithTags("requests")
        .WithSummary("Requests by view, filter and words; the first page says how many there are (1,001: more than a thousand).");

    internal static async Task<Ok<Page<RequestRow>>> HandleAsync(
        [AsParameters] RequestFilter filter,
        RequestsDb db,
        ListedRequests listed,
        ReadRows rows,
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
        var found = await listed.FindAsync(filter, stop);
        var read = await order.Order(order.After(found.InOrder, after)).Take(take + 1).ToListAsync(stop);
        var page = read.Take(take).ToList();

        // What fits on the first page is counted by reading it.
        int? total = !string.IsNullOrEmpty(after) ? null
            : read.Count <= take ? read.Count
            : await found.CountAsync(stop);
        return TypedResults.Ok(new Page<RequestRow>(
            await rows.OfAsync(page, stop),
            read.Count > take ? order.CursorAfter(page[^1]) : null,
            total));
    }
}

/// <summary>A request as lists show it.</summary>
/// <param name="MergedIntoId">The request it is followed in.</param>
/// <param name="Clock">The promise that presses most.</param>
public sealed record RequestRow(
    RequestId Id,
    string Number,
    string Unit,
    RequestKind? Kind,
    string Subject,
    CustomerId? CustomerId,
    string? CustomerName,
    Channel? Channel,
    ChosenCategory? Category,
    StageName Stage,
    DefinitionName? Priority,
    PersonName? Owner,
    TeamName? Team,
    IReadOnlyList<string> Tags,
    RequestId? MergedIntoId,
    ClockFace? Clock,
    DateTimeOffset OpenedAt,
    DateTimeOffset ChangedAt,
    int Version);

/// <summary>Dresses rows of lists with the names of other modules, many at once.</summary>
internal sealed class ReadRows(RequestsDb db, StageCatalog catalog, NameDefinitions definitions, IFindCustomer customers, ReadRequest read, ReadClocks clocks)
{
    public async Task<IReadOnlyList<RequestRow>> OfAsync(IReadOnlyList<Request> page, CancellationToken stop)
    {
        var ids = page.Select(r => r.Id).ToList();
        var tags = ids.Count == 0 ? [] : await db.Tags.AsNoTracking().Where(t => ids.Contains(t.RequestId)).ToListAsync(stop);
        var tagsOf = tags.ToLookup(t => t.RequestId, t => t.Name);
        var names = await customers.FindManyAsync([.. page.Select(r => r.CustomerId).OfType<CustomerId>().Distinct()], stop);
        var stages = new Dictionary<string, UnitStages>();
        foreach (var unit in page.Select(r => r.Unit).Distinct())
        {
            stages[unit] = catalog.Of(unit);
        }

        return [.. page.Select(r => new RequestRow(
            r.Id,
            r.Number!,
            r.Unit,
            r.Kind,
            r.Subject,
            r.CustomerId,
            r.CustomerId is { } customer ? names.GetValueOrDefault(customer)?.Name : null,
            r.Channel,
            definitions.Category(r.CategoryId),
            stages[r.Unit].NameOf(r),
            definitions.One(r.PriorityId),
            read.Person(r.OwnerId),
            read.Team(r.TeamId),
            [.. tagsOf[r.Id].Order(StringComparer.InvariantCultureIgnoreCase)],
            r.MergedIntoId,
            clocks.FaceOf(r),
            r.OpenedAt,
            r.ChangedAt,
            r.Version))];
    }
}
