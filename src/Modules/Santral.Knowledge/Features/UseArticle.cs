using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Knowledge.Data;
using Santral.Knowledge.Domain;

namespace Santral.Knowledge.Features;

/// <summary>Which articles answered a request (M-07, P-04), and whether the duty to search is met (M-06).</summary>
public static class UseArticle
{
    /// <param name="ReadingId">How it was gone through; its result is kept with the use.</param>
    public sealed record Request(ArticleId ArticleId, Guid? ReadingId);

    /// <param name="Owes">True while closing would be refused with `knowledge.search_needed`.</param>
    public sealed record Response(bool IsDuty, bool Owes, int Searches, IReadOnlyList<Used> UsedArticles);

    /// <param name="Kind">Null when the article is gone.</param>
    public sealed record Used(ArticleId ArticleId, ArticleKind Kind, string Title, int Number, ScriptResult? Result, string? By, DateTimeOffset At);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var request = routes.MapGroup("/knowledge/requests/{id}").WithTags("knowledge");
        request.MapGet("", ReadAsync).RequirePermission(KnowledgePermissions.Read).WithName("ReadRequestKnowledge")
            .WithSummary("What was searched and used for a request, and whether a search is owed.");
        request.MapPost("/articles", UseAsync).RequirePermission(KnowledgePermissions.Read).WithName("UseArticle").WithSummary("Keeps on the request that an article answered it.");
        request.MapDelete("/articles/{article}", TakeBackAsync).RequirePermission(KnowledgePermissions.Read).WithName("TakeBackArticle")
            .WithSummary("It did not answer it after all.");
    }

    internal static async Task<Ok<Response>> ReadAsync(
        RequestId id, KnowledgeDb db, IKnowArticles articles, RequestsSeen requests, IKnowPeople people, CancellationToken stop)
        => TypedResults.Ok(await DescribeAsync(await requests.OrRefuseAsync(id, stop), db, articles, people, stop));

    internal static async Task<Ok<Response>> UseAsync(
        RequestId id,
        Request body,
        KnowledgeDb db,
        ShowArticle show,
        IKnowArticles articles,
        RequestsSeen requests,
        IKnowPeople people,
        ICurrentUser user,
        TimeProvider clock,
        CancellationToken stop)
    {
        var request = await requests.OrRefuseAsync(id, stop);
        var book = await show.OpenAsync(body.ArticleId, stop);
        var reading = body.ReadingId is { } readingId
            ? await db.Readings.AsNoTracking().SingleOrDefaultAsync(r => r.Id == readingId && r.ArticleId == book.Id && r.RequestId == id, stop)
                ?? throw new Refusal("knowledge.reading_unknown", RefusalKind.Unknown)
            : null;
        var now = clock.GetUtcNow();
        var use = await db.Uses.SingleOrDefaultAsync(u => u.RequestId == id && u.ArticleId == book.Id, stop);
        if (use is null)
        {
            use = ArticleUse.Of(Guid.CreateVersion7(now), id, book.Id);
            db.Uses.Add(use);
        }

        use.Say(reading?.Number ?? book.Number, book.Content.Read(user.Language, book.MainLanguage).Text.Title, reading?.Result, user.Id, now);
        await db.SaveChangesAsync(stop);
        return TypedResults.Ok(await DescribeAsync(request, db, articles, people, stop));
    }

    internal static async Task<Ok<Response>> TakeBackAsync(
        RequestId id, ArticleId article, KnowledgeDb db, IKnowArticles articles, RequestsSeen requests, IKnowPeople people, CancellationToken stop)
    {
        var request = await requests.OrRefuseAsync(id, stop);
        var use = await db.Uses.SingleOrDefaultAsync(u => u.RequestId == id && u.ArticleId == article, stop)
            ?? throw new Refusal("knowledge.use_unknown", RefusalKind.Unknown);
        db.Uses.Remove(use);
        await db.SaveChangesAsync(stop);
        return TypedResults.Ok(await DescribeAsync(request, db, articles, people, stop));
    }

    private static async Task<Response> DescribeAsync(RequestSummary request, KnowledgeDb db, IKnowArticles articles, IKnowPeople people, CancellationToken stop)
    {
        var used = await db.Uses.AsNoTracking().Where(u => u.RequestId == request.Id)
            .Join(db.Articles, u => u.ArticleId, a => a.Id, (u, a) => new { Use = u, a.Kind }).OrderBy(u => u.Use.At).Take(200).ToListAsync(stop);
        return new Response(
            await db.Duties.AnyAsync(d => d.Unit == request.Unit && d.IsRequired, stop),
            await articles.OwesSearchAsync(request.Id, request.Unit, stop),
            await db.Searches.CountAsync(s => s.RequestId == request.Id, stop),
            used.ConvertAll(u => new Used(
                u.Use.ArticleId, u.Kind, u.Use.Title, u.Use.Number, u.Use.Result, u.Use.By is { } by ? people.Find(by)?.DisplayName : null, u.Use.At)));
    }
}
