using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Knowledge.Data;
using Santral.Knowledge.Domain;

namespace Santral.Knowledge.Features;

/// <summary>What supervisors write next: how an article is used, where its readers leave it, and what was searched and not found.</summary>
public static class SeeUse
{
    private const int MostReadings = 5000;
    private const int MostQuestions = 50;

    /// <param name="Helped">Share of those who said so, 0 to 100; null when nobody did.</param>
    /// <param name="LeftAt">The step most readers left without an answer.</param>
    public sealed record Use(int Opened, int? Helped, int? MeanSeconds, int Solved, int Unsolved, int PassedOn, IReadOnlyList<StepUse> Steps, Leaving? LeftAt);

    public sealed record StepUse(string Key, int Reached);

    /// <param name="AfterAnswer">The answer most of them had given last: a step key and an answer key.</param>
    public sealed record Leaving(string Key, int Count, string? AfterStep, string? AfterAnswer);

    public sealed record Question(string Words, int Count, DateTimeOffset LastAt);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/knowledge/articles/{id}/use", UseAsync).RequirePermission(KnowledgePermissions.Write)
            .WithTags("knowledge").WithName("SeeArticleUse").WithSummary("How often an article was opened, whether it helped, and where readers left it.");
        routes.MapGet("/knowledge/not-found", NotFoundAsync).RequirePermission(KnowledgePermissions.Write)
            .WithTags("knowledge").WithName("ListNotFound").WithSummary("What was searched and not found, most often first; what an article answers today is left out.");
    }

    internal static async Task<Ok<Use>> UseAsync(
        ArticleId id, KnowledgeDb db, ArticleSaves saves, TimeProvider clock, CancellationToken stop, [Range(1, 366)] int days = 28)
    {
        var article = await saves.LoadAsync(id, stop);
        var since = clock.GetUtcNow().AddDays(-days);
        var readings = await db.Readings.AsNoTracking().Where(r => r.ArticleId == id && r.At >= since).OrderByDescending(r => r.At).Take(MostReadings).ToListAsync(stop);
        var said = readings.Where(r => r.Helped is not null).ToList();
        var timed = readings.Where(r => r.Seconds > 0).ToList();
        var steps = (await saves.PublishedAsync(article, stop))?.Content.Steps ?? [];
        return TypedResults.Ok(new Use(
            readings.Count,
            said.Count == 0 ? null : 100 * said.Count(r => r.Helped == true) / said.Count,
            timed.Count == 0 ? null : (int)timed.Average(r => r.Seconds),
            readings.Count(r => r.Result == ScriptResult.Solved),
            readings.Count(r => r.Result == ScriptResult.Unsolved),
            readings.Count(r => r.Result == ScriptResult.PassOn),
            [.. steps.Select(s => new StepUse(s.Key, readings.Count(r => r.Seen.Contains(s.Key))))],
            LeavingOf(readings, steps)));
    }

    internal static async Task<Ok<IReadOnlyList<Question>>> NotFoundAsync(
        KnowledgeDb db, Shelf shelf, TimeProvider clock, CancellationToken stop, [Range(1, 366)] int days = 28)
    {
        var now = clock.GetUtcNow();
        var since = now.AddDays(-days);
        var asked = await db.Searches.AsNoTracking().Where(s => s.Found == 0 && s.At >= since)
            .GroupBy(s => s.Folded).Select(g => new { Folded = g.Key, Count = g.Count(), LastAt = g.Max(s => s.At), Words = g.Max(s => s.Words) })
            .OrderByDescending(g => g.Count).ThenByDescending(g => g.LastAt).Take(4 * MostQuestions).ToListAsync(stop);
        var books = await shelf.ReadAsync(stop);
        return TypedResults.Ok<IReadOnlyList<Question>>([.. asked
            .Where(q => !books.Search(q.Words, 0.5).Any(f => f.Book.Content.Scope.IsOpenAt(now)))
            .Take(MostQuestions)
            .Select(q => new Question(q.Words!, q.Count, q.LastAt))]);
    }

    private static Leaving? LeavingOf(List<Reading> readings, IReadOnlyList<Step> steps)
    {
        var left = readings.Where(r => !r.IsOver && r.Result is null && r.Answers.Count > 0 && r.Seen.Count > 0 && Script.Find(steps, r.Seen[^1]) >= 0).GroupBy(r => r.Seen[^1])
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault();
        var last = left?.Select(r => r.Answers[^1]).GroupBy(a => (a.Step, a.Answer)).OrderByDescending(g => g.Count()).First().Key;
        return left is null ? null : new Leaving(left.Key, left.Count(), last?.Step, last?.Answer);
    }
}
