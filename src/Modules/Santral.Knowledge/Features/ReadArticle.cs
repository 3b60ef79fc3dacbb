using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Knowledge.Domain;

namespace Santral.Knowledge.Features;

/// <summary>A published article in the reader's language, or openly in another one (M-09).</summary>
public static class ReadArticle
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/knowledge/articles/{id}", HandleAsync)
        .RequirePermission(KnowledgePermissions.Read)
        .WithName("ReadArticle")
        .WithTags("knowledge")
        .WithSummary("A published article as its reader sees it.");

    internal static async Task<Ok<ArticleView>> HandleAsync(ArticleId id, ShowArticle show, ICurrentUser user, CancellationToken stop, string? language = null)
    {
        var asked = language is null ? user.Language : ArticleRules.Language(language);
        return TypedResults.Ok(await show.ViewAsync(await show.OpenAsync(id, stop), asked, stop));
    }
}
