using Microsoft.EntityFrameworkCore;
using Santral.Requests.Data;
using Santral.Requests.Domain;

namespace Santral.Requests.Features;

/// <summary>The filters of the list that ask what a matter is about: category, priority, tag, and the way it came.</summary>
internal sealed class MatterFilters(RequestsDb db, IKnowDefinitions definitions)
{
    /// <param name="isCommonTag">Many have the tag asked for: each request is asked for it, until the page is full, instead of reading all that have it.</param>
    public IQueryable<Request> Apply(IQueryable<Request> requests, RequestFilter filter, bool isCommonTag)
        => ByTag(ByChannel(ByPriority(ByCategory(requests, filter.Category), filter.Priority), filter.Channel), filter.Tag, isCommonTag);

    public Task<int> CountTaggedAsync(string tags, int atMost, CancellationToken stop)
    {
        var wanted = TagsOf(tags);
        return db.Tags.Where(t => wanted.Contains(t.Folded)).Take(atMost).CountAsync(stop);
    }

    private IQueryable<Request> ByCategory(IQueryable<Request> requests, string? asked)
    {
        if (asked is null)
        {
            return requests;
        }

        var wanted = RequestFilters.ListOf(asked);
        var hasNone = wanted.Remove("none");
        var ids = wanted
            .Select(c => RequestFilters.IdOf<DefinitionId>(c, "category"))
            .SelectMany(c => definitions.Find(c)?.Table == DefinitionTables.RequestCategories ? definitions.Below(c) : throw RequestFilter.Invalid("category"))
            .Select(c => (DefinitionId?)c)
            .ToList();
        return requests.Where(r => ids.Contains(r.CategoryId) || (hasNone && r.CategoryId == null));
    }

    private IQueryable<Request> ByPriority(IQueryable<Request> requests, string? asked)
    {
        if (asked is null)
        {
            return requests;
        }

        var wanted = RequestFilters.ListOf(asked).ConvertAll(p => (DefinitionId?)PriorityOf(p));
        return requests.Where(r => wanted.Contains(r.PriorityId));
    }

    private DefinitionId PriorityOf(string asked)
        => definitions.FindByCode(DefinitionTables.Priorities, asked)?.Id
            ?? (Id.TryParse<DefinitionId>(asked, out var id) && definitions.Find(id)?.Table == DefinitionTables.Priorities
                ? id
                : throw RequestFilter.Invalid("priority"));

    private static IQueryable<Request> ByChannel(IQueryable<Request> requests, string? asked)
    {
        if (asked is null)
        {
            return requests;
        }

        var wanted = RequestFilters.ListOf(asked);
        var hasNone = wanted.Remove("none");
        var ways = wanted.ConvertAll(c => (Channel?)RequestFilters.EnumOf<Channel>(c, "channel"));
        return requests.Where(r => ways.Contains(r.Channel) || (hasNone && r.Channel == null));
    }

    private IQueryable<Request> ByTag(IQueryable<Request> requests, string? asked, bool isCommon)
    {
        if (asked is null)
        {
            return requests;
        }

        var wanted = TagsOf(asked);
        return isCommon
            ? requests.Where(r => db.Tags.Any(t => t.RequestId == r.Id && wanted.Contains(t.Folded)))
            : requests.Where(r => db.Tags.Where(t => wanted.Contains(t.Folded)).Select(t => t.RequestId).Contains(r.Id));
    }

    private static List<string> TagsOf(string asked) => RequestFilters.ListOf(asked).ConvertAll(Folded.Of);
}
