using Microsoft.EntityFrameworkCore;
using Santral.Search.Domain;

namespace Santral.Search.Data;

/// <summary>Writes a record into the index as its module tells it now, or takes it out.</summary>
internal sealed class Indexer(SearchDb db, WordIndex words, IEnumerable<IProvideFindable> providers)
{
    // What is longer is found by its beginning.
    private const int MostText = 20_000;
    private const int MostWords = 2_000;

    /// <summary>Records of one kind, all in one save.</summary>
    public async Task FollowAsync(string kind, IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        var provider = providers.FirstOrDefault(p => p.Kind == kind);
        var records = provider is null ? [] : await provider.FindAsync(ids, stop);
        try
        {
            await WriteAsync();
        }
        catch (DbUpdateException)
        {
            // Written for the first time by two at once (another node, the index made anew): now it is there.
            db.ChangeTracker.Clear();
            await WriteAsync();
        }

        Task WriteAsync() => db.InTransactionAsync(
            async () =>
            {
                foreach (var id in ids.Except(records.Select(r => r.Id)))
                {
                    await RemoveAsync(kind, id, stop);
                }

                var terms = new SortedDictionary<string, Learnt>(StringComparer.Ordinal);
                foreach (var record in records)
                {
                    await PutAsync(record, terms, stop);
                }

                await LearnAsync(terms, stop);
            },
            stop);
    }

    private async Task PutAsync(Findable record, SortedDictionary<string, Learnt> terms, CancellationToken stop)
    {
        var document = await db.Documents.SingleOrDefaultAsync(d => d.Kind == record.Kind && d.RecordId == record.Id, stop);
        var isNew = document is null;
        var changed = document?.Follow(record) ?? true;
        if (document is null)
        {
            document = SearchDocument.Of(record);
            db.Documents.Add(document);
        }

        await db.SaveChangesAsync(stop);
        if (!changed)
        {
            return;
        }

        var title = Words.Of(record.Title);
        var text = record.Text.Length > MostText ? record.Text[..MostText] : record.Text;
        var all = title.Concat(Words.Of(text)).Distinct(StringComparer.Ordinal).Take(MostWords).ToList();
        if (!isNew)
        {
            await db.Keys.Where(k => k.Sequence == document.Sequence).ExecuteDeleteAsync(stop);
        }

        db.Keys.AddRange(SearchKey.Of(record).Select(key => new SearchKey { Key = key, Sequence = document.Sequence }));
        await db.SaveChangesAsync(stop);
        await words.PutAsync(document, title, all, stop);
        foreach (var word in all.Where(Typo.IsCorrectable))
        {
            var before = terms.GetValueOrDefault(word, new Learnt(0, false));
            terms[word] = new Learnt(before.Uses + 1, before.IsInTitle || title.Contains(word));
        }
    }

    private async Task RemoveAsync(string kind, Guid id, CancellationToken stop)
    {
        if (await db.Documents.SingleOrDefaultAsync(d => d.Kind == kind && d.RecordId == id, stop) is { } document)
        {
            await words.RemoveAsync(document.Sequence, stop);
            db.Documents.Remove(document);
            await db.SaveChangesAsync(stop);
        }
    }

#pragma warning disable EF1002 // Only the places of the values are put together here; the values themselves are parameters.
    /// <summary>Slips are looked for only towards words of titles and words seen twice: a slip seen once must not become a word.</summary>
    /// <param name="terms">In one order, so that two who learn at once wait and do not meet head on.</param>
    private async Task LearnAsync(SortedDictionary<string, Learnt> terms, CancellationToken stop)
    {
        var offered = new List<string>();
        foreach (var chunk in terms.Chunk(200))
        {
            var values = string.Join(", ", chunk.Select((_, i) => $"({{{2 * i}}}, {{{(2 * i) + 1}}})"));
            var seen = await db.Database.SqlQueryRaw<Seen>(
                $"""INSERT INTO search_term ("Term", "Uses") VALUES {values} ON CONFLICT ("Term") DO UPDATE SET "Uses" = search_term."Uses" + excluded."Uses" RETURNING "Term", "Uses" """,
                [.. chunk.SelectMany(t => new object[] { t.Key, t.Value.Uses })]).ToListAsync(stop);
            offered.AddRange(seen.Where(s => IsNewlyOffered(s, terms[s.Term])).Select(s => s.Term));
        }

        foreach (var rows in offered.SelectMany(term => Typo.Remains(term).Select(remain => (Remain: remain, Term: term))).Order().Chunk(300))
        {
            var pairs = string.Join(", ", rows.Select((_, i) => $"({{{2 * i}}}, {{{(2 * i) + 1}}})"));
            await db.Database.ExecuteSqlRawAsync(
                $"""INSERT INTO search_remain ("Remain", "Term") VALUES {pairs} ON CONFLICT DO NOTHING""",
                [.. rows.SelectMany(r => new object[] { r.Remain, r.Term })],
                stop);
        }
    }

#pragma warning restore EF1002

    private static bool IsNewlyOffered(Seen seen, Learnt learnt)
    {
        var before = seen.Uses - learnt.Uses;
        return before < 2 && (learnt.IsInTitle || seen.Uses >= 2);
    }

    private sealed record Seen(string Term, int Uses);

    private readonly record struct Learnt(int Uses, bool IsInTitle);
}
