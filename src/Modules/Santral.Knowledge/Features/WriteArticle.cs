using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Contracts.Identity;
using Santral.Knowledge.Data;
using Santral.Knowledge.Domain;

namespace Santral.Knowledge.Features;

/// <summary>Supervisors write articles (M-08): a draft is saved as it is typed, and nobody but writers sees it.</summary>
public static class WriteArticle
{
    /// <param name="Language">The language it is written in first; the writer's when not given.</param>
    public sealed record NewArticle(
        ArticleKind Kind,
        [StringLength(ArticleRules.LongestTitle)] string? Title,
        DefinitionId? FolderId,
        [StringLength(8)] string? Language,
        [StringLength(40)] string? Unit,
        DefinitionId? CategoryId);

    /// <param name="Confirmed">Languages that are right as they are, although the first one changed.</param>
    public sealed record Request(
        int Version,
        ArticleContent Draft,
        DefinitionId? FolderId,
        DateOnly? ReviewOn,
        bool IsOutdated = false,
        IReadOnlyList<string>? Confirmed = null);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var articles = routes.MapGroup("/knowledge/articles").WithTags("knowledge");
        articles.MapPost("", CreateAsync).RequirePermission(KnowledgePermissions.Write).WithName("CreateArticle").WithSummary("Begins an article of one kind.");
        articles.MapGet("/{id}/draft", OpenAsync).RequirePermission(KnowledgePermissions.Write).WithName("OpenDraft").WithSummary("An article as its writer sees it.");
        articles.MapPut("/{id}", SaveAsync).RequirePermission(KnowledgePermissions.Write).WithName("SaveArticle")
            .WithSummary("Saves the draft; a stale version is refused with the current state.");
    }

    internal static async Task<Created<DraftCard>> CreateAsync(
        NewArticle body,
        KnowledgeDb db,
        ArticleSaves saves,
        ArticlePlaces places,
        ShowDraft show,
        ICurrentUser user,
        TimeProvider clock,
        CancellationToken stop)
    {
        var language = ArticleRules.Language(body.Language ?? user.Language);
        var text = ArticleText.Empty with { Title = body.Title ?? "" };
        var first = ArticleContent.Empty with
        {
            Scope = ArticleScope.Everywhere with { Units = body.Unit is null ? [] : [body.Unit], Categories = body.CategoryId is { } category ? [category] : [] },
            Texts = new Dictionary<string, ArticleText> { [language] = text },
        };
        places.FolderOrRefuse(body.FolderId, null);
        var clean = ArticleRules.Clean(first, places.RegionOf(first.Scope));
        places.Check(clean.Scope, ArticleScope.Everywhere);
        var article = Article.Create(Id.New<ArticleId>(clock), body.Kind, body.FolderId, language, clean, user.Id, clock.GetUtcNow());
        db.Articles.Add(article);
        await saves.SaveAsync(article, null, stop);
        return TypedResults.Created($"/api/knowledge/articles/{article.Id}/draft", await show.CardAsync(article, stop));
    }

    internal static async Task<Ok<DraftCard>> OpenAsync(ArticleId id, ArticleSaves saves, ShowDraft show, CancellationToken stop)
        => TypedResults.Ok(await show.CardAsync(await saves.LoadAsync(id, stop), stop));

    internal static Task<Results<Ok<DraftCard>, ProblemHttpResult>> SaveAsync(
        ArticleId id,
        Request body,
        ChangeArticle change,
        ArticlePlaces places,
        ICurrentUser user,
        TimeProvider clock,
        CancellationToken stop)
        => change.ApplyAsync(
            id,
            body.Version,
            (article, published) =>
            {
                var draft = ArticleRules.Clean(body.Draft, places.RegionOf(body.Draft?.Scope));
                places.Check(draft.Scope, article.Draft.Scope);
                places.FolderOrRefuse(body.FolderId, article.FolderId);
                List<string> confirmed = [.. (body.Confirmed ?? []).Select(ArticleRules.Language)];
                article.Write(draft, published, confirmed, user.Id, clock.GetUtcNow());
                article.Place(body.FolderId, body.ReviewOn, body.IsOutdated);
                return published;
            },
            stop);
}

/// <summary>Checks the places an article names: units, categories, teams, folder.</summary>
internal sealed class ArticlePlaces(IKnowDefinitions definitions, IOrganisation organisation, IKnowTeams teams)
{
    /// <summary>How a national phone number of its units is read.</summary>
    public string RegionOf(ArticleScope? scope)
        => (scope?.Units is [{ } first, ..] ? organisation.Find(first) : organisation.Units.Count > 0 ? organisation.Units[0] : null)?.Region ?? "TR";

    public void Check(ArticleScope scope, ArticleScope kept)
    {
        if (scope.Units.Any(u => organisation.Find(u) is null))
        {
            throw new Refusal("knowledge.unit_unknown", RefusalKind.Invalid);
        }

        if (scope.Teams.Any(t => teams.Find(t) is null))
        {
            throw new Refusal("knowledge.team_unknown", RefusalKind.Invalid);
        }

        foreach (var category in scope.Categories)
        {
            definitions.ChooseOrRefuse(category, DefinitionTables.RequestCategories, null, kept.Categories.Contains(category) ? category : null);
        }
    }

    public void FolderOrRefuse(DefinitionId? folder, DefinitionId? kept) => definitions.ChooseOrRefuse(folder, KnowledgeFolders.Table, null, kept);
}
