using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Definitions;
using Santral.Definitions.Domain;

namespace Santral.Definitions.Data;

/// <summary>Rows of definitions by their path, tables by their name.</summary>
internal sealed class NameDefinitionRows(DefinitionsDb db, IKnowDefinitions definitions, ITexts texts, ICurrentUser user) : INameRecords
{
    public async Task NameAsync(RecordNames names, CancellationToken stop)
    {
        var page = user.Has(DefinitionsPermissions.Settings);
        foreach (var id in names.UnnamedAs<DefinitionId>())
        {
            if (definitions.PathOf(id) is { Count: > 0 } path)
            {
                names.Name(id.Value, string.Join(" › ", path.Select(d => d.Names.In(names.Language))), page ? $"/definitions/{path[^1].Table}" : null);
            }
        }

        var heads = names.Unnamed;
        foreach (var head in await db.Heads.AsNoTracking().Where(h => heads.Contains(h.Id)).ToListAsync(stop))
        {
            names.Name(head.Id, texts.Get(names.Language, $"definitions.table.{head.Code}"), page ? $"/definitions/{head.Code}" : null);
        }
    }
}
