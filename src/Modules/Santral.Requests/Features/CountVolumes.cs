using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Requests.Data;
using Santral.Requests.Domain;

namespace Santral.Requests.Features;

/// <summary>
/// How many contacts and requests there were, grouped (M-01, M-03, W-D02). Every contact counts once, with or without a request;
/// a request that was merged was still a contact.
/// </summary>
public static class CountVolumes
{
    public enum Grouping
    {
        ContactChannel,
        ContactCategory,
        ContactMethod,
        RequestKind,
        RequestStage,
        RequestMethod,
        RequestPriority,
        RequestCategory,
    }

    /// <param name="Code">The group: a channel, a kind, a definition's id; null for what has none.</param>
    /// <param name="Names">Where the group is a definition.</param>
    public sealed record Group(string? Code, Names? Names, int Count);

    /// <param name="Total">All contacts, or all requests, of the time asked for.</param>
    public sealed record Response(int Total, IReadOnlyList<Group> Groups);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/requests/volumes", HandleAsync)
        .RequirePermission(RequestsPermissions.Read)
        .WithName("CountVolumes")
        .WithTags("requests")
        .WithSummary("Contacts or requests of a time, counted by a property.");

    internal static async Task<Ok<Response>> HandleAsync(
        [StringLength(40)] string by,
        RequestsDb db,
        Sight sight,
        ReadInteractions interactions,
        IKnowDefinitions definitions,
        CancellationToken stop,
        DateTimeOffset? from = null,
        DateTimeOffset? until = null,
        [StringLength(40)] string? unit = null)
    {
        var contacts = interactions.Visible(db.Interactions.AsNoTracking(), sight)
            .Where(i => (from == null || i.StartedAt >= from) && (until == null || i.StartedAt < until) && (unit == null || i.Unit == unit));
        var requests = sight.Of(db.Requests.AsNoTracking())
            .Where(r => (from == null || r.OpenedAt >= from) && (until == null || r.OpenedAt < until) && (unit == null || r.Unit == unit));
        var groups = RequestFilters.EnumOf<Grouping>(by, "by") switch
        {
            Grouping.ContactChannel => await ByCodeAsync(contacts.GroupBy(i => i.Channel).Select(g => new Counted<Channel?>(g.Key, g.Count())), stop),
            Grouping.ContactCategory => await ByDefinitionAsync(contacts.GroupBy(i => i.CategoryId).Select(g => new Counted<DefinitionId?>(g.Key, g.Count())), definitions, stop),
            Grouping.ContactMethod => await ByDefinitionAsync(contacts.GroupBy(i => i.MethodId).Select(g => new Counted<DefinitionId?>(g.Key, g.Count())), definitions, stop),
            Grouping.RequestKind => await ByCodeAsync(requests.GroupBy(r => r.Kind).Select(g => new Counted<RequestKind?>(g.Key, g.Count())), stop),
            Grouping.RequestStage => await ByCodeAsync(requests.GroupBy(r => r.StageKind).Select(g => new Counted<StageKind?>(g.Key, g.Count())), stop),
            Grouping.RequestMethod => await ByDefinitionAsync(requests.GroupBy(r => r.ContactMethodId).Select(g => new Counted<DefinitionId?>(g.Key, g.Count())), definitions, stop),
            Grouping.RequestPriority => await ByDefinitionAsync(requests.GroupBy(r => r.PriorityId).Select(g => new Counted<DefinitionId?>(g.Key, g.Count())), definitions, stop),
            _ => await ByDefinitionAsync(requests.GroupBy(r => r.CategoryId).Select(g => new Counted<DefinitionId?>(g.Key, g.Count())), definitions, stop),
        };
        return TypedResults.Ok(new Response(groups.Sum(g => g.Count), [.. groups.OrderByDescending(g => g.Count).ThenBy(g => g.Code, StringComparer.Ordinal)]));
    }

    private static async Task<IReadOnlyList<Group>> ByCodeAsync<TKey>(IQueryable<Counted<TKey>> counts, CancellationToken stop)
        => [.. (await counts.ToListAsync(stop)).Select(c => new Group(
            c.Key is null ? null : System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(c.Key.ToString()!), null, c.Count))];

    private static async Task<IReadOnlyList<Group>> ByDefinitionAsync(IQueryable<Counted<DefinitionId?>> counts, IKnowDefinitions definitions, CancellationToken stop)
        => [.. (await counts.ToListAsync(stop)).Select(c => new Group(c.Key?.ToString(), c.Key is { } id ? definitions.Find(id)?.Names : null, c.Count))];

    private sealed record Counted<TKey>(TKey Key, int Count);
}
