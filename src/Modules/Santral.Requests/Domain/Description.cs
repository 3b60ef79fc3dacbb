using System.Globalization;
using System.Text.Json;

namespace Santral.Requests.Domain;

/// <summary>What an agent writes about a request.</summary>
/// <param name="Answers">To the extra fields of the category, as <see cref="FieldAnswers"/> checked them.</param>
public sealed record Description(
    RequestKind? Kind,
    string Subject,
    string Text,
    DefinitionId? CategoryId,
    IReadOnlyDictionary<string, string> Answers,
    DefinitionId? PriorityId,
    DefinitionId? ContactMethodId,
    CustomerId? CustomerId,
    string? CustomerName,
    SubscriptionId? SubscriptionId,
    string? Product,
    RequestSections Sections);

/// <summary>
/// What only one kind of request has (M-05): the answer to a question, or the work to be done with its place and the day it is wanted for.
/// A conversion keeps what the other kind's section says (M-11).
/// </summary>
public sealed record RequestSections(string Answer, string Work, string? Place, DateOnly? WantedOn)
{
    public const int LongestPlace = 300;

    public static readonly RequestSections Empty = new("", "", null, null);
}

/// <summary>Answers to extra fields as they lie in one column: read and written whole, in a fixed order so that equal answers are equal texts.</summary>
internal static class StoredAnswers
{
    public const string None = "";

    public static IReadOnlyDictionary<string, string> Read(string json) 
        => json.Length == 0 ? new Dictionary<string, string>() : JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? [];

    public static string Write(IReadOnlyDictionary<string, string> answers)
        => answers.Count == 0 ? None : JsonSerializer.Serialize(new SortedDictionary<string, string>(answers.ToDictionary(), StringComparer.Ordinal), SantralJson.Options);

    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
