using Microsoft.EntityFrameworkCore;
using Santral.Search.Data;

namespace Santral.Search.Reactions;

/// <summary>FTS5 marks words of removed records and keeps them until its parts are merged; an erased person cannot wait for that.</summary>
internal sealed class WhenWordsForgotten(SearchDb db) : IReactTo<WordsForgotten>
{
    public async Task ReactAsync(WordsForgotten fact, CancellationToken stop)
    {
        if (db.IsSqlite)
        {
            await db.Database.ExecuteSqlRawAsync("INSERT INTO search_words(search_words) VALUES('optimize')", stop);
        }
    }
}
