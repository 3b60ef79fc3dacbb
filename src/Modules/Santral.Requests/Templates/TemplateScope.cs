using Santral.Contracts.Identity;

namespace Santral.Requests.Templates;

/// <summary>Where templates and macros may be offered: units and categories that exist.</summary>
internal sealed class TemplateScope(IOrganisation organisation, IKnowDefinitions definitions)
{
    /// <summary>The way from the root to the request's category; empty while it has none.</summary>
    public IReadOnlyCollection<DefinitionId> CategoriesOf(Domain.Request request)
        => request.CategoryId is { } category ? [.. definitions.PathOf(category).Select(d => d.Id)] : [];

    public void CheckOrRefuse(string? unit, DefinitionId? category)
    {
        if (unit is not null && organisation.Find(unit) is null)
        {
            throw new Refusal("requests.unit_unknown", RefusalKind.Invalid);
        }

        if (category is { } id && definitions.Find(id)?.Table != DefinitionTables.RequestCategories)
        {
            throw new Refusal("requests.category_unknown", RefusalKind.Invalid);
        }
    }
}
