using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Calls;
using Santral.Search.Data;
using Santral.Search.Domain;

namespace Santral.Search.Features;

/// <summary>
/// One box over numbers, names, phones and texts. It asks ever more loosely until there is enough: number, words, words without endings,
/// beginnings, one slip of the finger; titles first, newer first.
/// </summary>
public static class Find
{
    private const int Enough = 5;
    private const int MostWords = 6;

    public enum MatchKind
    {
        Number,
        Words,
        Endings,
        Beginnings,
        Slip,
    }

    /// <param name="Corrected">What was looked for in the end, when that was not what was typed.</param>
    public sealed record Response(IReadOnlyList<Hit> Items, string? Corrected);

    /// <param name="Kind">`request`, `customer`, `article`.</param>
    public sealed record Hit(string Kind, Guid Id, string? Number, string Title, string Excerpt, string? Unit, string Path, DateTimeOffset At, MatchKind Match);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/search", HandleAsync)
        .RequireAuthorization()
        .WithName("Find")
        .WithTags("search")
        .WithSummary("Records by number, phone, name or words, as far as the person may see them.");

    internal static async Task<Ok<Response>> HandleAsync(
        SearchDb db,
        WordIndex index,
        VisibleKinds visible,
        IGuardAccounts guard,
        CancellationToken stop,
        [StringLength(200)] string? q = null,
        [StringLength(20)] string? kind = null,
        [Range(1, 50)] int take = 20)
    {
        var reach = visible.ReachOf(kind);
        var words = Words.Of(q).Take(MostWords).ToList();
        if (reach.IsNothing || words.Count == 0)
        {
            return TypedResults.Ok(new Response([], null));
        }

        var search = new Looking(db, index, reach, take);
        await search.ByKeyAsync(q!, stop);
        await search.ByWordsAsync(WordField.Title, MatchKind.Words, Typed(words), stop);
        await search.ByWordsAsync(WordField.Words, MatchKind.Words, Typed(words), stop);
        if (search.Found < Enough)
        {
            await search.ByWordsAsync(WordField.Stems, MatchKind.Endings, [.. words.Select(w => One(new Wanted(Stem.Of(w))))], stop);
        }

        if (search.Found < Enough)
        {
            await search.ByWordsAsync(WordField.Words, MatchKind.Beginnings, [.. words.Select(w => One(Beginning(w)))], stop);
        }

        var corrected = search.Found == 0 ? await CorrectedAsync(db, words, stop) : null;
        if (corrected is not null)
        {
            await search.ByWordsAsync(WordField.Words, MatchKind.Slip, corrected, stop);
        }

        var said = search.Found > 0 && corrected is not null ? string.Join(' ', corrected.Select(c => AsWritten([.. c.Select(w => w.Text)], search.Hits))) : null;

        // In a call with somebody who is not verified an excerpt would say what the card keeps back.
        var isWithheld = guard.Withheld(AccountOperations.Card) is not null;
        return TypedResults.Ok(new Response([.. search.Hits.Select(h => isWithheld && h.Kind == "customer" ? h with { Excerpt = "" } : h)], said));
    }

    /// <summary>The last word may still be growing.</summary>
    private static IReadOnlyList<IReadOnlyList<Wanted>> Typed(List<string> words)
        => [.. words.Select((w, i) => i == words.Count - 1 && w.Length > 1 ? One(new Wanted(w, IsBeginning: true)) : One(new Wanted(w)))];

    // Three letters are the usual length of an ending that the stems do not know.
    private static Wanted Beginning(string word) => word.Length > 6 ? new Wanted(word[..^3], true) : new Wanted(word[..Math.Min(word.Length, 4)], true);

    private static IReadOnlyList<Wanted> One(Wanted wanted) => [wanted];

    /// <summary>The index knows folded words only; people read `basıncı` as the records found write it.</summary>
    private static string AsWritten(IReadOnlyList<string> alternatives, IReadOnlyList<Hit> hits)
        => hits.SelectMany(h => new[] { h.Title, h.Excerpt }).Select(text => Words.AsWritten(text, alternatives)).FirstOrDefault(w => w is not null) ?? alternatives[0];

    /// <summary>For each word the words one slip away; null when nothing is like it.</summary>
    private static async Task<IReadOnlyList<IReadOnlyList<Wanted>>?> CorrectedAsync(SearchDb db, List<string> words, CancellationToken stop)
    {
        var corrected = new List<IReadOnlyList<Wanted>>();
        var any = false;
        foreach (var word in words)
        {
            IReadOnlyList<Wanted> alternatives = One(new Wanted(word));
            if (Typo.IsCorrectable(word) && !await db.Terms.AnyAsync(t => t.Term == word, stop))
            {
                var remains = Typo.Remains(word).ToList();
                var like = await db.Remains.Where(r => remains.Contains(r.Remain)).Select(r => r.Term).Distinct().ToListAsync(stop);
                var near = like.Where(t => Typo.IsOneSlip(word, t)).ToList();
                var best = await db.Terms.Where(t => near.Contains(t.Term)).OrderByDescending(t => t.Uses).ThenBy(t => t.Term).Take(3).Select(t => t.Term).ToListAsync(stop);
                if (best.Count > 0)
                {
                    (alternatives, any) = ([.. best.Select(t => new Wanted(t))], true);
                }
            }

            corrected.Add(alternatives);
        }

        return any ? corrected : null;
    }
}

/// <summary>One search on its way: what was found so far, each record once and in the order it was found.</summary>
internal sealed class Looking(SearchDb db, WordIndex index, Reach reach, int take)
{
    private readonly Dictionary<long, Find.Hit> _hits = [];

    public int Found => _hits.Count;

    public IReadOnlyList<Find.Hit> Hits => [.. _hits.Values.Take(take)];

    public async Task ByKeyAsync(string typed, CancellationToken stop)
    {
        var key = Words.Compact(typed).TrimStart('0');
        if (key.Length < 2 || !key.Any(char.IsAsciiDigit) || key.Length > SearchKey.Longest)
        {
            return;
        }

        var next = key[..^1] + (char)(key[^1] + 1);
#pragma warning disable CA1309 // The database compares, bytewise as the column says; it knows no StringComparison.
        var sequences = db.Keys.Where(k => string.Compare(k.Key, key) >= 0 && string.Compare(k.Key, next) < 0).Select(k => k.Sequence);
#pragma warning restore CA1309
        var rows = await reach.Of(db.Documents.AsNoTracking())
            .Where(d => sequences.Contains(d.Sequence))
            .OrderByDescending(d => d.Sequence)
            .Take(take)
            .ToListAsync(stop);
        Add(rows, Find.MatchKind.Number);
    }

    public async Task ByWordsAsync(WordField field, Find.MatchKind match, IReadOnlyList<IReadOnlyList<Wanted>> words, CancellationToken stop)
    {
        if (Found < take)
        {
            Add(await index.NewestAsync(field, words, reach, take, stop), match);
        }
    }

    private void Add(IReadOnlyList<SearchDocument> rows, Find.MatchKind match)
    {
        foreach (var row in rows)
        {
            _hits.TryAdd(row.Sequence, new Find.Hit(row.Kind, row.RecordId, row.Number, row.Title, row.Excerpt, row.Unit, row.Path, row.At, match));
        }
    }
}
