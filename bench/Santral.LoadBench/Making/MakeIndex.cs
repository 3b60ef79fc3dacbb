using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Santral.Contracts.Search;
using Santral.Search.Data;
using Santral.Search.Domain;

namespace Santral.LoadBench.Making;

/// <summary>Writes into the search index what the product's own indexer would have written, record by record in the order of their opening.</summary>
internal sealed class MakeIndex(SearchDb db, IEnumerable<IProvideFindable> providers)
{
    private const int BatchSize = 1_000;

    // As the indexer cuts.
    private const int MostText = 20_000;
    private const int MostWords = 2_000;

    private readonly Dictionary<string, (int Uses, bool IsInTitle)> _terms = new(StringComparer.Ordinal);

    public async Task RunAsync(DateTimeOffset end, CancellationToken stop)
    {
        db.Database.SetCommandTimeout(0);
        var known = (await db.Documents.Select(d => d.RecordId).ToListAsync(stop)).ToHashSet();
        foreach (var provider in providers.OrderBy(p => p.Kind))
        {
            // All at once: a connection of PostgreSQL reads one answer at a time.
            foreach (var ids in (await provider.AllAsync(stop).Where(id => !known.Contains(id)).ToListAsync(stop)).Chunk(BatchSize))
            {
                var records = (await provider.FindAsync(ids, stop)).OrderBy(r => r.At).ToList();
                await InTransactionAsync(
                    async writer =>
                    {
                        // The product that runs meanwhile indexes too, what was changed by its own rules.
                        var last = await db.Documents.MaxAsync(d => (long?)d.Sequence, stop) ?? 0;
                        var put = (await db.Documents.Where(d => ids.Contains(d.RecordId)).Select(d => d.RecordId).ToListAsync(stop)).ToHashSet();
                        await PutAsync(records.FindAll(r => !put.Contains(r.Id)), last + 1, writer, stop);
                    },
                    stop);
            }
        }

        await InTransactionAsync(writer => LearnAsync(writer, stop), stop);
    }

    private Task InTransactionAsync(Func<BulkWriter, Task> work, CancellationToken stop)
        => db.InTransactionAsync(() => work(new BulkWriter(db.Database.GetDbConnection(), db.Database.CurrentTransaction!.GetDbTransaction())), stop);

    private async Task PutAsync(List<Findable> records, long first, BulkWriter writer, CancellationToken stop)
    {
        var documents = records.ConvertAll(SearchDocument.Of);
        var texts = records.Zip(documents, (record, document) => WordsOf(record, document.Marks)).ToList();
        var table = new BulkTable(db.Model.FindEntityType(typeof(SearchDocument))!);
        await writer.WriteAsync(
            table.Name, [.. table.Columns, "Sequence"], [.. table.ColumnTypes, "bigint"], documents.Select((d, i) => (object?[])[.. table.ValuesOf(d), first + i]), stop);
        await writer.WriteAsync(
            "search_key",
            ["Key", "Sequence"],
            ["character varying", "bigint"],
            records.SelectMany((r, i) => SearchKey.Of(r).Select(key => (object?[])[key, first + i])),
            stop);
        if (db.IsSqlite)
        {
            await writer.WriteAsync(
                "search_words",
                ["rowid", "title", "words", "stems"],
                [],
                texts.Select((t, i) => (object?[])[first + i, string.Join(' ', t.Title), string.Join(' ', t.All), string.Join(' ', t.Stems)]),
                stop);
            return;
        }

        // COPY writes no function's result: arrays first, vectors from them.
        await writer.RunAsync("CREATE TEMP TABLE IF NOT EXISTS made_words (sequence bigint, title text[], words text[], stems text[]) ON COMMIT DELETE ROWS", stop);
        await writer.WriteAsync(
            "made_words",
            ["sequence", "title", "words", "stems"],
            ["bigint", "text[]", "text[]", "text[]"],
            texts.Select((t, i) => (object?[])[first + i, t.Title, t.All, t.Stems]),
            stop);
        await writer.RunAsync(
            """INSERT INTO search_words ("Sequence", title, words, stems) SELECT sequence, array_to_tsvector(title), array_to_tsvector(words), array_to_tsvector(stems) FROM made_words""",
            stop);
    }

    private (string[] Title, string[] All, string[] Stems) WordsOf(Findable record, IReadOnlyList<string> marks)
    {
        var title = Words.Of(record.Title);
        var text = record.Text.Length > MostText ? record.Text[..MostText] : record.Text;
        var all = title.Concat(Words.Of(text)).Distinct(StringComparer.Ordinal).Take(MostWords).ToArray();
        foreach (var word in all.Where(Typo.IsCorrectable))
        {
            var before = _terms.GetValueOrDefault(word);
            _terms[word] = (before.Uses + 1, before.IsInTitle || title.Contains(word));
        }

        return ([.. title, .. marks], [.. all, .. marks], [.. all.Select(Stem.Of).Distinct(StringComparer.Ordinal), .. marks]);
    }

    /// <summary>Words of titles, and words seen twice, are those that slips are corrected to.</summary>
    private async Task LearnAsync(BulkWriter writer, CancellationToken stop)
    {
        var offered = (await db.Remains.AsNoTracking().Select(r => r.Term).Distinct().ToListAsync(stop)).ToHashSet(StringComparer.Ordinal);
        foreach (var term in await db.Terms.AsNoTracking().ToListAsync(stop))
        {
            var made = _terms.GetValueOrDefault(term.Term);
            _terms[term.Term] = (made.Uses + term.Uses, made.IsInTitle);
        }

        await writer.RunAsync("DELETE FROM search_term", stop);
        await writer.WriteAsync(
            "search_term", ["Term", "Uses"], ["character varying", "integer"], _terms.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => (object?[])[t.Key, t.Value.Uses]), stop);
        await writer.WriteAsync(
            "search_remain",
            ["Remain", "Term"],
            ["character varying", "character varying"],
            _terms.Where(t => (t.Value.IsInTitle || t.Value.Uses > 1) && !offered.Contains(t.Key))
                .SelectMany(t => Typo.Remains(t.Key).Select(remain => (Remain: remain, Term: t.Key)))
                .OrderBy(r => r.Remain, StringComparer.Ordinal)
                .Select(r => (object?[])[r.Remain, r.Term]),
            stop);
        if (!db.IsSqlite)
        {
            await writer.RunAsync("""SELECT setval(pg_get_serial_sequence('search_document', 'Sequence'), (SELECT max("Sequence") FROM search_document))""", stop);
        }
    }
}
