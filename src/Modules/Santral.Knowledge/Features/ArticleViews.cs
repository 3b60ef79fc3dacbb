using Santral.Knowledge.Data;
using Santral.Knowledge.Domain;

namespace Santral.Knowledge.Features;

/// <summary>An article in a list: of the tree, of a search, of a suggestion.</summary>
/// <param name="Language">The language the title is in; another one than asked when it is missing there.</param>
/// <param name="IsFallback">True when it is shown in another language than asked.</param>
public sealed record ArticleRow(ArticleId Id, ArticleKind Kind, string Title, string Language, bool IsFallback, bool IsOutdated)
{
    internal static ArticleRow Of(Book book, string language, DateTimeOffset now)
    {
        var (found, text) = book.Content.Read(language, book.MainLanguage);
        return new ArticleRow(book.Id, book.Kind, text.Title, found, found != language, book.IsOutdatedAt(now));
    }
}

/// <summary>An article as its reader sees it.</summary>
/// <param name="Languages">Languages it can be read in.</param>
/// <param name="Host">Of a link, in ASCII.</param>
/// <param name="Target">Of a link to another article; null when that one is not published now.</param>
public sealed record ArticleView(
    ArticleId Id,
    ArticleKind Kind,
    int Number,
    string Title,
    string Language,
    bool IsFallback,
    IReadOnlyList<string> Languages,
    bool IsOutdated,
    DateOnly? ReviewOn,
    string Body,
    string? Phone,
    string? Url,
    string? Host,
    ArticleRow? Target,
    IReadOnlyList<StepView> Steps,
    Audience Audience,
    IReadOnlyList<string> Units,
    IReadOnlyList<CategoryName> Categories,
    DateTimeOffset PublishedAt);

/// <param name="Text">In the article's language, or in the first one where it is not translated.</param>
public sealed record StepView(
    string Key, StepKind Kind, string Text, string? Next, IReadOnlyList<AnswerView> Answers, string? Field, bool IsRequired, bool CanSkip, bool WritesNote, ScriptResult? Result);

/// <param name="Article">The article it leads to; null when it leads to a step.</param>
public sealed record AnswerView(string Key, string Text, string? Next, ArticleRow? Article);

/// <param name="Path">Names from the root: Ürün Hatası › Arızalı Ürün › Bağlantı kopuyor.</param>
public sealed record CategoryName(DefinitionId Id, IReadOnlyList<Names> Path);

/// <summary>Dresses articles for their readers.</summary>
internal sealed class ShowArticle(Shelf shelf, IKnowDefinitions definitions, TimeProvider clock)
{
    public async ValueTask<Book> OpenAsync(ArticleId id, CancellationToken stop)
    {
        var book = (await shelf.ReadAsync(stop)).Find(id);
        return book is not null && book.Content.Scope.IsOpenAt(clock.GetUtcNow()) ? book : throw new Refusal("knowledge.unknown", RefusalKind.Unknown);
    }

    public async ValueTask<ArticleView> ViewAsync(Book book, string language, CancellationToken stop)
    {
        var books = await shelf.ReadAsync(stop);
        var now = clock.GetUtcNow();
        var content = book.Content;
        var (found, text) = content.Read(language, book.MainLanguage);
        var first = content.Texts.GetValueOrDefault(book.MainLanguage, ArticleText.Empty);
        return new ArticleView(
            book.Id,
            book.Kind,
            book.Number,
            text.Title,
            found,
            found != language,
            [.. Translation.Languages.Where(l => content.Texts.TryGetValue(l, out var t) && t.Title.Length > 0)],
            book.IsOutdatedAt(now),
            book.ReviewOn,
            text.Body.Length > 0 ? text.Body : first.Body,
            content.Phone,
            content.Url,
            content.Url is { } url ? WebAddress.HostOf(url) : null,
            content.Target is { } target ? Row(target) : null,
            [.. content.Steps.Select(StepOf)],
            content.Scope.Audience,
            content.Scope.Units,
            CategoriesOf(content),
            book.PublishedAt);

        StepView StepOf(Step step) => new(
            step.Key,
            step.Kind,
            Words(step.Key),
            step.Next,
            [.. step.Answers.Select(a => new AnswerView(a.Key, Words($"{step.Key}.{a.Key}"), a.Next, a.Article is { } article ? Row(article) : null))],
            step.Field,
            step.IsRequired,
            step.CanSkip,
            step.WritesNote,
            step.Result);

        string Words(string key) => text.Part(key) is { Length: > 0 } words ? words : first.Part(key);

        ArticleRow? Row(ArticleId id) => books.Find(id) is { } other && other.Content.Scope.IsOpenAt(now) ? ArticleRow.Of(other, language, now) : null;
    }

    public IReadOnlyList<CategoryName> CategoriesOf(ArticleContent content)
        => [.. content.Scope.Categories.Select(c => new CategoryName(c, [.. definitions.PathOf(c).Select(d => d.Names)]))];
}
