using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Knowledge.Data;
using Santral.Knowledge.Domain;

namespace Santral.Knowledge.Features;

/// <summary>An article as its writer sees it; also the answer of every save and the `current` of a stale one.</summary>
/// <param name="Draft">What is written, published or not.</param>
/// <param name="DraftNumber">The number it will be published under.</param>
/// <param name="Languages">How far each language is.</param>
/// <param name="LinkedBy">Articles that lead here.</param>
public sealed record DraftCard(
    ArticleId Id,
    ArticleKind Kind,
    DefinitionId? FolderId,
    string MainLanguage,
    string Title,
    ArticleContent Draft,
    bool HasDraft,
    int DraftNumber,
    int? PublishedNumber,
    DateTimeOffset? PublishedAt,
    DateOnly? ReviewOn,
    bool IsOutdated,
    bool IsRetired,
    IReadOnlyDictionary<string, LanguageState> Languages,
    IReadOnlyList<ArticleProblem> Problems,
    IReadOnlyList<CategoryName> Categories,
    IReadOnlyList<LinkedArticle> LinkedBy,
    IReadOnlyList<LinkedArticle> LinksTo,
    int Changes,
    DateTimeOffset ChangedAt,
    string? ChangedBy,
    int Version);

public sealed record LinkedArticle(ArticleId Id, ArticleKind Kind, string Title);

/// <summary>Dresses an article for its writer.</summary>
internal sealed class ShowDraft(KnowledgeDb db, ArticleSaves saves, ShowArticle show, IKnowPeople people)
{
    public async Task<DraftCard> CardAsync(Article article, CancellationToken stop)
    {
        var published = await saves.PublishedAsync(article, stop);
        var linkedBy = await db.Links.AsNoTracking().Where(l => l.ToId == article.Id)
            .Join(db.Articles, l => l.FromId, a => a.Id, (_, a) => new LinkedArticle(a.Id, a.Kind, a.Title)).ToListAsync(stop);
        var linksTo = await db.Links.AsNoTracking().Where(l => l.FromId == article.Id)
            .Join(db.Articles, l => l.ToId, a => a.Id, (_, a) => new LinkedArticle(a.Id, a.Kind, a.Title)).ToListAsync(stop);
        return new DraftCard(
            article.Id,
            article.Kind,
            article.FolderId,
            article.MainLanguage,
            article.Title,
            article.Draft,
            article.HasDraft,
            article.LastNumber + 1,
            article.PublishedNumber,
            article.PublishedAt,
            article.ReviewOn,
            article.IsOutdated,
            article.IsRetired,
            Translation.StatesOf(article.MainLanguage, article.Draft),
            ArticleCheck.Of(article.Kind, article.MainLanguage, article.Draft),
            show.CategoriesOf(article.Draft),
            linkedBy,
            linksTo,
            published is null ? 0 : ContentDiff.Between(published.Content, article.Draft).Count,
            article.ChangedAt,
            article.ChangedBy is { } by ? people.Find(by)?.DisplayName : null,
            article.Version);
    }
}
