using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Santral.Knowledge.Domain;

namespace Santral.Knowledge.Data;

/// <summary>What other modules are told about a request's articles.</summary>
internal sealed class ArticlesOfRequests(KnowledgeDb db) : IKnowArticles
{
    public async Task<bool> OwesSearchAsync(RequestId request, string unit, CancellationToken stop)
        => await db.Duties.AnyAsync(d => d.Unit == unit && d.IsRequired, stop)
            && !await db.Searches.AnyAsync(s => s.RequestId == request, stop)
            && !await db.Uses.AnyAsync(u => u.RequestId == request, stop);

    public async Task<IReadOnlyList<UsedArticle>> UsedInAsync(RequestId request, CancellationToken stop)
    {
        var uses = await db.Uses.AsNoTracking().Where(u => u.RequestId == request).OrderBy(u => u.At).Take(200).ToListAsync(stop);
        return uses.ConvertAll(u => new UsedArticle(u.ArticleId.Value, u.Title, u.By, u.At, CodeOf(u.Result)));
    }

    public static string? CodeOf(ScriptResult? result) => result is { } how ? JsonNamingPolicy.CamelCase.ConvertName(how.ToString()) : null;
}

/// <summary>How many articles use a category or stand in a folder.</summary>
internal sealed class ArticlesByDefinition(KnowledgeDb db) : ICountDefinitionUses
{
    public async Task<IReadOnlyDictionary<DefinitionId, long>> CountAsync(string table, IReadOnlyCollection<DefinitionId> ids, CancellationToken stop)
    {
        if (table == DefinitionTables.RequestCategories)
        {
            return await db.Places.Where(p => ids.Contains(p.CategoryId)).GroupBy(p => p.CategoryId)
                .Select(g => new { g.Key, Count = g.LongCount() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        }

        return table == KnowledgeFolders.Table
            ? await db.Articles.Where(a => a.FolderId != null && ids.Contains(a.FolderId!.Value)).GroupBy(a => a.FolderId!.Value)
                .Select(g => new { g.Key, Count = g.LongCount() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop)
            : new Dictionary<DefinitionId, long>();
    }
}
