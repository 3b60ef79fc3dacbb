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
    public async Task PutAsync(long sequence, IReadOnlyList<string> title, IReadOnlyList<string> words, CancellationToken stop)
    {
        var stems = words.Select(Stem.Of).Distinct(StringComparer.Ordinal).ToArray();
        await RemoveAsync(sequence, stop);
        if (db.IsSqlite)
        {
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO search_words (rowid, title, words, stems) VALUES ({sequence}, {string.Join(' ', title)}, {string.Join(' ', words)}, {string.Join(' ', stems)})",
                stop);
        }
        else
        {
            var (titles, all) = (title.ToArray(), words.ToArray());
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO search_words ("Sequence", title, words, stems) VALUES ({sequence}, array_to_tsvector({titles}), array_to_tsvector({all}), array_to_tsvector({stems}))""",
                stop);
        }
    }

    public Task RemoveAsync(long sequence, CancellationToken stop)
        => db.IsSqlite
            ? db.Database.ExecuteSqlAsync($"DELETE FROM search_words WHERE rowid = {sequence}", stop)
            : db.Database.ExecuteSqlAsync($"""DELETE FROM search_words WHERE "Sequence" = {sequence}""", stop);

    /// <summary>The newest records that have one of the alternatives of every word; both databases read them newest first and stop.</summary>
    public IQueryable<SearchDocument> Having(
        WordField field, IReadOnlyList<IReadOnlyList<Wanted>> words, Reach reach, int take)
    {
        List<object> values = [db.IsSqlite ? InFts5(field, words) : InTsQuery(words), take];
        var match = db.IsSqlite ? "search_words MATCH {0}" : $"w.{NameOf(field)} @@ {{0}}::tsquery";
        var key = db.IsSqlite ? "w.rowid" : "w.\"Sequence\"";

#pragma warning disable EF1002 // Column names and the places of the values; the values themselves are parameters.
        // Crossed, so that SQLite keeps to the order of the words' table.
        return db.Documents.FromSqlRaw(
            $"""
            SELECT d.* FROM search_words w CROSS JOIN search_document d
            WHERE {match} AND d."Sequence" = {key} AND {reach.Sql(Each)}
            ORDER BY {key} DESC LIMIT {"{1}"}
            """,
            [.. values]);
#pragma warning restore EF1002

        string Each(IReadOnlyList<string> list)
            => string.Join(", ", list.Select(value =>
            {
                values.Add(value);
                return $"{{{values.Count - 1}}}";
            }));
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
