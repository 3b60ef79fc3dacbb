using Microsoft.EntityFrameworkCore;
using Santral.Knowledge.Domain;

namespace Santral.Knowledge.Data;

/// <summary>Articles by their title.</summary>
internal sealed class NameArticles(KnowledgeDb db, ICurrentUser user) : INameRecords
{
    public async Task NameAsync(RecordNames names, CancellationToken stop)
    {
        var page = user.Has(KnowledgePermissions.Read);
        var articles = names.UnnamedAs<ArticleId>();
        foreach (var article in await db.Articles.AsNoTracking().Where(a => articles.Contains(a.Id)).Select(a => new { a.Id, a.Title }).ToListAsync(stop))
        {
            names.Name(article.Id.Value, article.Title, page ? $"/knowledge/{article.Id}" : null);
        }

        var rest = names.Unnamed;
        foreach (var use in await db.Uses.AsNoTracking().Where(u => rest.Contains(u.Id)).Select(u => new { u.Id, u.Title, u.ArticleId }).ToListAsync(stop))
        {
            names.Name(use.Id, use.Title, page ? $"/knowledge/{use.ArticleId}" : null);
        }
    }
}
