using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Knowledge.Data;
using Santral.Knowledge.Domain;

namespace Santral.Knowledge.Features;

/// <summary>
/// Opening an article and going through its script (I-22): each answer is kept, so that the agent finds his place again after a reload or a transfer.
/// </summary>
public static class ReadAlong
{
    private const int LongestStay = 8 * 60 * 60;
    private const int MostAnswers = ArticleRules.MostSteps;

    /// <param name="Anew">Begin the script again although one is half done on this request.</param>
    public sealed record OpenRequest(RequestId? RequestId, Guid? SearchId, [StringLength(8)] string? Language, bool Anew = false);

    /// <param name="Answers">All answers so far, from the first step.</param>
    public sealed record FollowRequest(IReadOnlyList<GivenAnswer>? Answers, [Range(0, LongestStay)] int Seconds = 0, bool? Helped = null, string? Language = null);

    /// <param name="At">Key of the step to answer next; null at the end.</param>
    /// <param name="Note">What a note about it would say.</param>
    /// <param name="Opens">The article an answer led to.</param>
    public sealed record Response(
        Guid Id,
        ArticleView Article,
        IReadOnlyList<GivenAnswer> Answers,
        string? At,
        IReadOnlyList<string> Ahead,
        ScriptResult? Result,
        ArticleId? Opens,
        bool IsOver,
        bool? Helped,
        string Note);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/knowledge/articles/{id}/readings", OpenAsync).RequirePermission(KnowledgePermissions.Read)
            .WithTags("knowledge").WithName("OpenReading").WithSummary("Opens an article for a request; a script half done there goes on.");
        routes.MapPut("/knowledge/readings/{id}", FollowAsync).RequirePermission(KnowledgePermissions.Read)
            .WithTags("knowledge").WithName("FollowScript").WithSummary("Keeps the answers of a script, how long it took and whether it helped.");
    }

    internal static async Task<Ok<Response>> OpenAsync(
        ArticleId id,
        OpenRequest body,
        KnowledgeDb db,
        ShowArticle show,
        ArticleSaves saves,
        RequestsSeen requests,
        ICurrentUser user,
        TimeProvider clock,
        CancellationToken stop)
    {
        var language = body.Language is null ? user.Language : ArticleRules.Language(body.Language);
        var book = await show.OpenAsync(id, stop);
        if (body.RequestId is { } request)
        {
            await requests.OrRefuseAsync(request, stop);
            var halfDone = body.Anew || book.Kind != ArticleKind.Script ? null : await db.Readings
                .Where(r => r.RequestId == request && r.ArticleId == id && !r.IsOver).OrderByDescending(r => r.At).FirstOrDefaultAsync(stop);
            if (halfDone is not null)
            {
                var begun = await saves.VersionAsync(id, halfDone.Number, stop);
                return TypedResults.Ok(await AnswerAsync(halfDone, Script.Walk(begun.Content.Steps, halfDone.Answers), book with { Number = begun.Number, Content = begun.Content }, language, show, stop));
            }
        }

        var search = body.SearchId is { } found && await db.Searches.AnyAsync(s => s.Id == found, stop) ? body.SearchId : null;
        var now = clock.GetUtcNow();
        var reading = Reading.Open(Guid.CreateVersion7(now), book.AsVersion(), book.Kind, body.RequestId, search, user.Id, now);
        db.Readings.Add(reading);
        await db.SaveChangesAsync(stop);
        return TypedResults.Ok(await AnswerAsync(reading, Script.Walk(book.Content.Steps, []), book, language, show, stop));
    }

    internal static async Task<Ok<Response>> FollowAsync(
        Guid id, FollowRequest body, KnowledgeDb db, ShowArticle show, ArticleSaves saves, RequestsSeen requests, ICurrentUser user, CancellationToken stop)
    {
        var language = body.Language is null ? user.Language : ArticleRules.Language(body.Language);
        var reading = await db.Readings.SingleOrDefaultAsync(r => r.Id == id, stop) ?? throw new Refusal("knowledge.reading_unknown", RefusalKind.Unknown);
        if (reading.RequestId is { } request)
        {
            await requests.OrRefuseAsync(request, stop);
        }

        var article = await saves.LoadAsync(reading.ArticleId, stop);
        var version = await saves.VersionAsync(reading.ArticleId, reading.Number, stop);
        var answers = body.Answers ?? reading.Answers;
        if (answers.Count > MostAnswers || answers.Any(a => a is not { Step: not null }))
        {
            throw new Refusal("knowledge.step_not_next", RefusalKind.Invalid, ("step", ""));
        }

        var place = reading.Follow(version.Content.Steps, answers, body.Seconds, body.Helped);
        await db.SaveChangesAsync(stop);
        return TypedResults.Ok(await AnswerAsync(reading, place, Book.Of(article, version), language, show, stop));
    }

    private static async Task<Response> AnswerAsync(Reading reading, ScriptPlace place, Book book, string language, ShowArticle show, CancellationToken stop)
    {
        var steps = book.Content.Steps;
        var text = book.Content.Read(language, book.MainLanguage).Text;
        return new Response(
            reading.Id,
            await show.ViewAsync(book, language, stop),
            reading.Answers,
            place.At is { } at ? steps[at].Key : null,
            [.. place.Ahead.Select(i => steps[i].Key)],
            place.Result,
            place.Opens,
            reading.IsOver,
            reading.Helped,
            reading.NoteOf(book.Content, text));
    }
}
