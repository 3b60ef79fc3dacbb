using System.Text.Json;

namespace Santral.Knowledge.Domain;

/// <summary>An article's content as it lies in the database.</summary>
public static class ContentJson
{
    public static string Write(ArticleContent content) => JsonSerializer.Serialize(content, SantralJson.Options);

    public static ArticleContent Read(string json) => JsonSerializer.Deserialize<ArticleContent>(json, SantralJson.Options) ?? ArticleContent.Empty;
}
