using Microsoft.EntityFrameworkCore;
using Santral.Requests.Domain;

namespace Santral.Requests.Data;

/// <summary>
/// Which requests have words that begin as asked: FTS5 on SQLite, tsvector with GIN on PostgreSQL, both kept by the database itself
/// from the table of words. See docs/decisions/0006.
/// </summary>
internal sealed class RequestWords(RequestsDb db)
{
    // Longer questions find nothing more.
    private const int MostWords = 6;

    /// <summary>The words of a question, at most six.</summary>
    public static IReadOnlyList<string> Asked(string? text) => [.. Words.Of(text).Take(MostWords)];

    /// <summary>What has a beginning of every word, read from the index.</summary>
    /// <param name="words">At least one; letters and digits only, as <see cref="Asked"/> gives them, so that they can stand in both query languages.</param>
    /// <param name="units">Only these units'; null for all.</param>
    public IQueryable<RequestSearch> Having(IReadOnlyList<string> words, IReadOnlyList<string>? units)
    {
        var marks = units?.Select(RequestSearch.WordOf).ToList();
        if (db.IsSqlite)
        {
            var match = string.Join(" AND ", words.Select(w => $"\"{w}\"*"));
            var asked = marks is null ? match : $"{match} AND ({string.Join(" OR ", marks.Select(m => $"\"{m}\""))})";

            // Crossed, so that SQLite begins with the index.
            return db.Search.FromSql(
                $"""SELECT s.* FROM requests_words w CROSS JOIN requests_search s WHERE requests_words MATCH {asked} AND s."Sequence" = w.rowid""");
        }
        else
        {
            var match = string.Join(" & ", words.Select(w => $"'{w}':*"));
            var asked = marks is null ? match : $"{match} & ({string.Join(" | ", marks.Select(m => $"'{m}'"))})";
            return db.Search.FromSql($"SELECT s.* FROM requests_search s WHERE s.words @@ {asked}::tsquery");
        }
    }

    /// <summary>The same asked of each request by itself: for a list that is walked along until it is full of a common word.</summary>
    public static IQueryable<RequestSearch> Reading(IQueryable<RequestSearch> rows, IReadOnlyList<string> words)
        => words.Select(word => " " + word).Aggregate(rows, (left, word) => left.Where(s => (" " + s.Number + " " + s.Text).Contains(word)));
}
