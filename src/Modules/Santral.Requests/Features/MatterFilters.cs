using Santral.Requests.Data;
using Santral.Requests.Domain;

namespace Santral.Requests.Features;

/// <summary>The filters of the list that ask what a matter is about: category, priority, tag.</summary>
internal sealed class MatterFilters(RequestsDb db, IKnowDefinitions definitions)
{
    public IQueryable<Request> Apply(IQueryable<Request> requests, RequestFilter filter)
        => ByTag(ByPriority(ByCategory(requests, filter.Category), filter.Priority), filter.Tag);

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

    private IQueryable<Request> ByTag(IQueryable<Request> requests, string? asked)
    {
        if (asked is null)
        {
            return requests;
        }

        var wanted = RequestFilters.ListOf(asked).ConvertAll(Folded.Of);
        return requests.Where(r => db.Tags.Where(t => wanted.Contains(t.Folded)).Select(t => t.RequestId).Contains(r.Id));
    }
}
