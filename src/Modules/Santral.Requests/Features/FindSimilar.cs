using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Requests.Data;
using Santral.Requests.Domain;

namespace Santral.Requests.Features;

/// <summary>
/// Open requests of the same unit that may be the same problem, with the reason why: the same category, words of the subject, the same
/// place, the same customer. Found while the subject is typed, so it takes what is typed, not what is stored.
/// </summary>
public static class FindSimilar
{
    private const int Most = 8;

    // More recent ones than this are never the point: the worst case reads this many small rows.
    private const int Candidates = 300;
    private const int ShortestWord = 4;

    /// <param name="Words">The words both subjects have.</param>
    public sealed record Reason(bool SameCategory, bool SamePlace, bool SameCustomer, IReadOnlyList<string> Words);

    public sealed record Similar(RequestRow Request, Reason Why);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/requests/{id}/similar", HandleAsync)
        .RequirePermission(RequestsPermissions.Read)
        .WithName("FindSimilarRequests")
        .WithTags("requests")
        .WithSummary("Open requests that may be the same problem, with the reason.");

    internal static async Task<Ok<IReadOnlyList<Similar>>> HandleAsync(
        RequestId id,
        RequestsDb db,
        Sight sight,
        ReadRows rows,
        IKnowDefinitions definitions,
        CancellationToken stop,
        [StringLength(Domain.Request.LongestSubject)] string? subject = null,
        DefinitionId? category = null)
    {
        var request = await sight.Of(db.Requests.AsNoTracking()).SingleOrDefaultAsync(r => r.Id == id, stop)
            ?? throw new Refusal("requests.unknown", RefusalKind.Unknown);
        var words = WordsOf(subject ?? request.Subject);
        var chosen = category ?? request.CategoryId;
        var kin = chosen is { } known ? definitions.PathOf(known).Skip(1).Select(d => (DefinitionId?)d.Id).Append(chosen).ToList() : [];
        var place = Folded.Of(request.Place);
        var linked = await db.Links.AsNoTracking().Where(l => l.FirstId == id || l.SecondId == id).ToListAsync(stop);
        var joined = linked.ConvertAll(l => l.OtherOf(id)).Append(id).ToList();
        var open = sight.Of(db.Requests.AsNoTracking())
            .Where(r => r.Unit == request.Unit && r.MergedIntoId == null && !joined.Contains(r.Id)
                && r.StageKind != StageKind.Resolved && r.StageKind != StageKind.Closed && r.StageKind != StageKind.Rejected);
        var candidates = await open.Where(r => r.Subject != "").OrderByDescending(r => r.OpenedAt).Take(Candidates).ToListAsync(stop);
        var best = candidates
            .Select(r => (Request: r, Why: WhyOf(r, request, words, kin, place)))
            .Select(s => (s.Request, s.Why, Weight: WeightOf(s.Why)))
            .Where(s => s.Weight >= 2)
            .OrderByDescending(s => s.Weight)
            .ThenByDescending(s => s.Request.OpenedAt)
            .Take(Most)
            .ToList();
        var read = await rows.OfAsync([.. best.Select(b => b.Request)], stop);
        return TypedResults.Ok<IReadOnlyList<Similar>>([.. read.Zip(best, (row, found) => new Similar(row, found.Why))]);
    }

    private static Reason WhyOf(Request other, Request mine, HashSet<string> words, List<DefinitionId?> kin, string place)
    {
        var shared = WordsOf(other.Subject).Where(w => words.Any(m => SameWord(m, w))).ToList();
        return new Reason(
            other.CategoryId is not null && kin.Contains(other.CategoryId),
            place.Length > 0 && place == Folded.Of(other.Place),
            mine.CustomerId is not null && mine.CustomerId == other.CustomerId,
            shared);
    }

    private static int WeightOf(Reason why)
        => (why.SameCategory ? 2 : 0) + (why.SamePlace ? 3 : 0) + (2 * why.Words.Count) + (why.SameCustomer ? 1 : 0);

    /// <summary>Both languages put endings behind the word: the same beginning of four letters and more is the same word.</summary>
    private static bool SameWord(string one, string other)
    {
        var shorter = Math.Min(one.Length, other.Length);
        return string.CompareOrdinal(one, 0, other, 0, Math.Max(ShortestWord, shorter - 2)) == 0;
    }

    private static HashSet<string> WordsOf(string? text)
        => [.. Folded.Of(text).Split([' ', ',', '.', ';', ':', '/', '-', '(', ')', '?', '!'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length >= ShortestWord)];
}
