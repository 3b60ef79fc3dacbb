namespace Santral.Knowledge.Domain;

/// <summary>Which article says which word, and where: titles weigh more than bodies. Made once for a set of articles, then only read.</summary>
public sealed class WordIndex
{
    private const double Title = 1;
    private const double Keywords = 0.95;
    private const double Body = 0.7;

    private readonly Dictionary<string, Dictionary<int, double>> _words = new(StringComparer.Ordinal);
    private readonly int _articles;

    public WordIndex(IReadOnlyList<ArticleContent> articles)
    {
        _articles = articles.Count;
        foreach (var (index, content) in articles.Index())
        {
            foreach (var text in content.Texts.Values)
            {
                Add(index, text.Title, Title);
                Add(index, text.Keywords, Keywords);
                Add(index, SafeHtml.Plain(text.Body), Body);
                foreach (var step in text.Steps.Values)
                {
                    Add(index, step, Body);
                }
            }

            Add(index, content.Phone, Body);
            Add(index, content.Url is { } url ? WebAddress.HostOf(url) : null, Body);
        }
    }

    /// <summary>Articles that answer enough of the question, best first; relevance 0 to 1 and the words that were found.</summary>
    /// <param name="enough">Share of the question that must be found.</param>
    public IReadOnlyList<WordHit> Find(string? question, double enough)
    {
        var asked = Tokens.OfQuestion(question);
        var hits = new Dictionary<int, (double Score, double Found, List<string> Words)>();
        var whole = 0.0;
        foreach (var word in asked)
        {
            var best = BestOf(word);
            var weight = Rarity(best.Count);
            whole += weight;
            foreach (var (article, quality) in best)
            {
                var hit = hits.GetValueOrDefault(article, (0, 0, []));
                hit.Words.Add(word);
                hits[article] = (hit.Score + (weight * quality), hit.Found + weight, hit.Words);
            }
        }

        return [.. hits.Where(h => h.Value.Found >= whole * enough)
            .Select(h => new WordHit(h.Key, h.Value.Score / whole, h.Value.Words))
            .OrderByDescending(h => h.Relevance).ThenBy(h => h.Article)];
    }

    private Dictionary<int, double> BestOf(string asked)
    {
        var best = new Dictionary<int, double>();
        foreach (var (word, places) in _words)
        {
            var match = WordMatch.Of(asked, word);
            if (match <= 0)
            {
                continue;
            }

            foreach (var (article, weight) in places)
            {
                best[article] = Math.Max(best.GetValueOrDefault(article), match * weight);
            }
        }

        return best;
    }

    // A word of many articles tells less; one that no article has still counts as part of the question.
    private double Rarity(int articles) => 0.3 + Math.Log((_articles + 1.0) / (articles + 0.5));

    private void Add(int article, string? text, double weight)
    {
        foreach (var word in Tokens.Of(text))
        {
            if (!_words.TryGetValue(word, out var places))
            {
                _words[word] = places = [];
            }

            places[article] = Math.Max(places.GetValueOrDefault(article), weight);
        }
    }
}

/// <param name="Article">Index in the set the index was made of.</param>
/// <param name="Words">Folded words of the question that were found.</param>
public sealed record WordHit(int Article, double Relevance, IReadOnlyList<string> Words);
