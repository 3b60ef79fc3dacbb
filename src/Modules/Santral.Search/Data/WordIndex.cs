using Microsoft.EntityFrameworkCore;
using Santral.Search.Domain;

namespace Santral.Search.Data;

/// <summary>In which words of a record is looked.</summary>
internal enum WordField
{
    Title,
    Words,
    Stems,
}

/// <summary>
/// Which record has which words: FTS5 on SQLite, tsvector with GIN on PostgreSQL, tables that the migrations make by hand.
/// Both get the words ready made, so that both find the same.
/// </summary>
internal sealed class WordIndex(SearchDb db)
{
    // A word of which fewer than twenty are among so many is rare enough to be gathered from all.
    private const int Recent = 4_000;

    public async Task PutAsync(SearchDocument document, IReadOnlyList<string> title, IReadOnlyList<string> words, CancellationToken stop)
    {
        var sequence = document.Sequence;
        string[] titles = [.. title, .. document.Marks], all = [.. words, .. document.Marks], stems = [.. words.Select(Stem.Of).Distinct(StringComparer.Ordinal), .. document.Marks];
        await RemoveAsync(sequence, stop);
        if (db.IsSqlite)
        {
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO search_words (rowid, title, words, stems) VALUES ({sequence}, {string.Join(' ', titles)}, {string.Join(' ', all)}, {string.Join(' ', stems)})",
                stop);
        }
        else
        {
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO search_words ("Sequence", title, words, stems) VALUES ({sequence}, array_to_tsvector({titles}), array_to_tsvector({all}), array_to_tsvector({stems}))""",
                stop);
        }
    }

    public Task RemoveAsync(long sequence, CancellationToken stop)
        => db.IsSqlite
            ? db.Database.ExecuteSqlAsync($"DELETE FROM search_words WHERE rowid = {sequence}", stop)
            : db.Database.ExecuteSqlAsync($"""DELETE FROM search_words WHERE "Sequence" = {sequence}""", stop);

    /// <summary>The newest records within reach that have one of the alternatives of every word.</summary>
    public async Task<IReadOnlyList<SearchDocument>> NewestAsync(WordField field, IReadOnlyList<IReadOnlyList<Wanted>> words, Reach reach, int take, CancellationToken stop)
    {
        IReadOnlyList<IReadOnlyList<Wanted>> asked = [.. words, [.. reach.Marks.Select(m => new Wanted(m))]];
        if (db.IsSqlite)
        {
            return await RowsAsync($"SELECT rowid AS \"Sequence\" FROM search_words WHERE search_words MATCH {{0}} ORDER BY rowid DESC", InFts5(field, asked));
        }

        // PostgreSQL reads the index of words whole before it can tell the newest: a common word is sooner found by reading along the newest records.
        var (query, matches) = (InTsQuery(asked), $"{NameOf(field)} @@ {{0}}::tsquery");
        var recent = await RowsAsync($"""SELECT "Sequence" FROM search_words WHERE {matches} AND "Sequence" > (SELECT max("Sequence") - {Recent} FROM search_words) ORDER BY "Sequence" DESC""", query);
        return recent.Count == take ? recent : await RowsAsync($"""SELECT "Sequence" FROM search_words WHERE {matches} ORDER BY "Sequence" + 0 DESC""", query);

        // The marks say what is within reach; it is asked of the records all the same.
        async Task<IReadOnlyList<SearchDocument>> RowsAsync(string sequences, string match)
        {
#pragma warning disable EF1002 // Column names and the places of the values; the values themselves are parameters.
            return await reach.Of(db.Documents.FromSqlRaw(
                $"""SELECT d.* FROM ({sequences} LIMIT {"{1}"}) w CROSS JOIN search_document d WHERE d."Sequence" = w."Sequence" """, match, take))
                .AsNoTracking().OrderByDescending(d => d.Sequence).ToListAsync(stop);
#pragma warning restore EF1002
        }
    }

    private static string NameOf(WordField field) => field switch
    {
        WordField.Title => "title",
        WordField.Words => "words",
        _ => "stems",
    };

    private static string InFts5(WordField field, IReadOnlyList<IReadOnlyList<Wanted>> words)
        => $"{{{NameOf(field)}}} : ({string.Join(" AND ", words.Select(word => $"({string.Join(" OR ", word.Select(w => $"\"{w.Text}\"{(w.IsBeginning ? "*" : "")}"))})"))})";

    private static string InTsQuery(IReadOnlyList<IReadOnlyList<Wanted>> words)
        => string.Join(" & ", words.Select(word => $"({string.Join(" | ", word.Select(w => $"'{w.Text}'{(w.IsBeginning ? ":*" : "")}"))})"));
}

/// <summary>A word as it is asked for; letters and digits only, so that it can stand in both query languages.</summary>
internal readonly record struct Wanted(string Text, bool IsBeginning = false);
