using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Santral.Knowledge.Domain;

namespace Santral.Knowledge.Data;

/// <summary>
/// Every published article in memory with its words, read anew after a change: searching while somebody types must not ask the database,
/// and finds the same on both.
/// </summary>
public sealed class Shelf(IServiceScopeFactory scopes) : IDisposable
{
    private readonly SemaphoreSlim _reading = new(1, 1);
    private volatile Books? _now;
    private int _edition;

    /// <summary>What is on the shelf was changed.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref _edition);
        _now = null;
    }

    public async ValueTask<Books> ReadAsync(CancellationToken stop)
    {
        if (_now is { } now)
        {
            return now;
        }

        await _reading.WaitAsync(stop);
        try
        {
            return _now ?? await FillAsync(stop);
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose() => _reading.Dispose();

    private async Task<Books> FillAsync(CancellationToken stop)
    {
        var edition = Volatile.Read(ref _edition);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KnowledgeDb>();
        var published = await db.Articles.AsNoTracking()
            .Where(a => a.PublishedNumber != null && !a.IsRetired)
            .Join(db.Versions, a => new { a.Id, Number = a.PublishedNumber!.Value }, v => new { Id = v.ArticleId, v.Number }, (a, v) => new { Article = a, Version = v })
            .AsNoTracking()
            .ToListAsync(stop);
        var books = new Books([.. published.OrderBy(p => p.Article.Id.Value).Select(p => Book.Of(p.Article, p.Version))]);
        if (edition == Volatile.Read(ref _edition))
        {
            _now = books;
        }

        return books;
    }
}

/// <summary>The published articles at one moment.</summary>
public sealed class Books
{
    private readonly Dictionary<ArticleId, Book> _byId;
    private readonly WordIndex _index;

    public Books(IReadOnlyList<Book> all)
    {
        All = all;
        _byId = all.ToDictionary(b => b.Id);
        _index = new WordIndex([.. all.Select(b => b.Content)]);
    }

    public IReadOnlyList<Book> All { get; }

    public Book? Find(ArticleId id) => _byId.GetValueOrDefault(id);

    public IEnumerable<(Book Book, WordHit Hit)> Search(string? question, double enough) => _index.Find(question, enough).Select(h => (All[h.Article], h));
}

/// <summary>A published article as it is read.</summary>
public sealed record Book(
    ArticleId Id, ArticleKind Kind, DefinitionId? FolderId, string MainLanguage, int Number, DateTimeOffset PublishedAt, DateOnly? ReviewOn, bool IsMarkedOutdated, ArticleContent Content)
{
    public static Book Of(Article article, ArticleVersion version) => new(
        article.Id, article.Kind, article.FolderId, article.MainLanguage, version.Number, version.At, article.ReviewOn, article.IsOutdated, version.Content);

    /// <summary>"Eski": a writer said so, or the day to look at it again has passed.</summary>
    public bool IsOutdatedAt(DateTimeOffset now) => IsMarkedOutdated || (ReviewOn is { } day && day < DateOnly.FromDateTime(now.UtcDateTime));

    public ArticleVersion AsVersion() => new(Id, Number, Content, null, null, null, PublishedAt);
}
