using Microsoft.EntityFrameworkCore;
using Santral.Knowledge.Domain;

namespace Santral.Knowledge.Data;

/// <summary>What every change of an article does the same: load, compare versions, look for circles, save, put the shelf in order.</summary>
internal sealed class ArticleSaves(KnowledgeDb db, Shelf shelf)
{
    // Two links made at once could close a circle that neither of them sees.
    private const long OneWriterOfLinks = 7_711_060_001;

    public async Task<Article> LoadAsync(ArticleId id, CancellationToken stop)
        => await db.Articles.SingleOrDefaultAsync(a => a.Id == id, stop) ?? throw new Refusal("knowledge.unknown", RefusalKind.Unknown);

    public async Task<ArticleVersion?> PublishedAsync(Article article, CancellationToken stop)
        => article.PublishedNumber is { } number
            ? await db.Versions.AsNoTracking().SingleAsync(v => v.ArticleId == article.Id && v.Number == number, stop)
            : null;

    public async Task<ArticleVersion> VersionAsync(ArticleId id, int number, CancellationToken stop)
        => await db.Versions.AsNoTracking().SingleOrDefaultAsync(v => v.ArticleId == id && v.Number == number, stop)
            ?? throw new Refusal("knowledge.version_unknown", RefusalKind.Unknown);

    /// <param name="published">What readers see after this save.</param>
    public async Task SaveAsync(Article article, ArticleContent? published, CancellationToken stop)
    {
        try
        {
            await db.InTransactionAsync(
                async () =>
                {
                    if (!db.IsSqlite)
                    {
                        await db.Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock({0})", [OneWriterOfLinks], stop);
                    }

                    await LinksAsync(article, published, stop);
                    await PlacesAsync(article, published, stop);
                    await db.SaveChangesAsync(stop);
                },
                stop);
        }
        finally
        {
            shelf.Forget();
        }
    }

    private async Task LinksAsync(Article article, ArticleContent? published, CancellationToken stop)
    {
        var wanted = article.Draft.LeadsTo().Concat(published?.LeadsTo() ?? []).Distinct().ToList();
        var rows = await db.Links.ToListAsync(stop);
        LinkGraph.RefuseLoop(article.Id, wanted, rows.Where(l => l.FromId != article.Id).ToLookup(l => l.FromId, l => l.ToId));
        var known = await db.Articles.Where(a => wanted.Contains(a.Id)).Select(a => a.Id).ToListAsync(stop);
        if (known.Count != wanted.Count)
        {
            throw new Refusal("knowledge.target_unknown", RefusalKind.Invalid);
        }

        var kept = rows.Where(l => l.FromId == article.Id).ToList();
        db.Links.RemoveRange(kept.Where(l => !wanted.Contains(l.ToId)));
        db.Links.AddRange(wanted.Except(kept.Select(l => l.ToId)).Select(to => new ArticleLink(article.Id, to)));
    }

    private async Task PlacesAsync(Article article, ArticleContent? published, CancellationToken stop)
    {
        var wanted = article.Draft.Scope.Categories.Concat(published?.Scope.Categories ?? []).Distinct().ToList();
        var rows = await db.Places.Where(p => p.ArticleId == article.Id).ToListAsync(stop);
        db.Places.RemoveRange(rows.Where(p => !wanted.Contains(p.CategoryId)));
        db.Places.AddRange(wanted.Except(rows.Select(p => p.CategoryId)).Select(c => new ArticlePlace(article.Id, c)));
    }
}
