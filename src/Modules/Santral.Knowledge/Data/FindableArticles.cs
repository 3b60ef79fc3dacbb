using System.Runtime.CompilerServices;
using Santral.Contracts.Search;
using Santral.Knowledge.Domain;

namespace Santral.Knowledge.Data;

/// <summary>Published articles for the one search box.</summary>
internal sealed class FindableArticles(Shelf shelf, TimeProvider clock) : IProvideFindable
{
    public string Kind => Article.SearchKind;

    public string Permission => KnowledgePermissions.Read;

    public async Task<IReadOnlyList<Findable>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        var all = await shelf.ReadAsync(stop);
        var now = clock.GetUtcNow();
        return [.. ids.Select(id => all.Find(ArticleId.From(id))).OfType<Book>().Where(book => !(book.Content.Scope.Until <= now)).Select(Of)];
    }

    private Findable Of(Book book)
    {
        // The beginning is shown with a hit: the body in the article's own language.
        var words = book.Content.Texts
            .OrderByDescending(t => t.Key == book.MainLanguage)
            .ThenBy(t => t.Key, StringComparer.Ordinal)
            .SelectMany(t => (IEnumerable<string>)[SafeHtml.Plain(t.Value.Body), .. t.Value.Steps.Values, t.Value.Keywords, t.Value.Title]);
        return new Findable(
            Kind,
            book.Id.Value,
            null,
            book.Content.Read(book.MainLanguage, book.MainLanguage).Text.Title,
            string.Join('\n', words.Where(w => w.Length > 0)),
            book.Content.Phone is { } phone ? [PhoneNumber.Parse(phone, null)] : [],
            book.Content.Scope.Units is [var only] ? only : null,
            $"/knowledge/{book.Id}",
            book.PublishedAt);
    }

    public async IAsyncEnumerable<Guid> AllAsync([EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var book in (await shelf.ReadAsync(stop)).All)
        {
            yield return book.Id.Value;
        }
    }
}
