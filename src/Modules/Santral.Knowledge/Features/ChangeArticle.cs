using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Santral.Knowledge.Data;
using Santral.Knowledge.Domain;

namespace Santral.Knowledge.Features;

/// <summary>What every change of an article does the same: load, compare versions, change, save; a stale one shows what is stored now.</summary>
internal sealed class ChangeArticle(KnowledgeDb db, ArticleSaves saves, ShowDraft show, ITexts texts, ICurrentUser user)
{
    /// <param name="change">Is given what readers see, and tells what they see afterwards.</param>
    public async Task<Results<Ok<DraftCard>, ProblemHttpResult>> ApplyAsync(
        ArticleId id, int version, Func<Article, ArticleContent?, ArticleContent?> change, CancellationToken stop)
    {
        var article = await saves.LoadAsync(id, stop);
        if (article.Version != version)
        {
            return StaleSave.Problem(texts, user, await show.CardAsync(article, stop));
        }

        var published = change(article, (await saves.PublishedAsync(article, stop))?.Content);
        try
        {
            await saves.SaveAsync(article, published, stop);
        }
        catch (Refusal refusal) when (refusal.Kind == RefusalKind.Stale)
        {
            db.ChangeTracker.Clear();
            return StaleSave.Problem(texts, user, await show.CardAsync(await saves.LoadAsync(id, stop), stop));
        }

        return TypedResults.Ok(await show.CardAsync(article, stop));
    }
}
