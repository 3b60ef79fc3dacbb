using System.Text.Json;
using Santral.Ivr.Verbs;

namespace Santral.Ivr.Domain;

/// <summary>One published revision of a flow.</summary>
public readonly record struct FlowId(Guid Value) : IId<FlowId>
{
    public static FlowId From(Guid value) => new(value);

    public static FlowId Parse(string s, IFormatProvider? provider) => Id.Parse<FlowId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out FlowId result) => Id.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}

/// <summary>What a caller of certain numbers meets: named nodes, each one verb. A document, not code.</summary>
/// <param name="Code">Stable: `internet`.</param>
/// <param name="Unit">Code of the business unit that is called.</param>
/// <param name="Numbers">Called numbers: E.164 and short codes.</param>
/// <param name="DefaultTeam">Whose queue takes the caller when the flow itself is broken.</param>
/// <param name="Start">The first node.</param>
/// <param name="Texts">
/// The flow's own words by the prompt's key, before those of the library. They belong to the version: a call that goes on hears the words
/// of the version it began with, and who goes back to an older version gets its words back as well.
/// </param>
public sealed record Flow(
    string Code,
    Names Names,
    string Unit,
    IReadOnlyList<string> Numbers,
    string DefaultTeam,
    string Start,
    IReadOnlyDictionary<string, Verb> Nodes,
    IReadOnlyDictionary<string, Names>? Texts = null)
{
    private static readonly JsonSerializerOptions Json = new(SantralJson.Options)
    {
        AllowOutOfOrderMetadataProperties = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        WriteIndented = true,
    };

    /// <summary>Reads a document; null with the reason when it is no flow.</summary>
    public static Flow? Read(string document, out string? problem)
    {
        try
        {
            problem = null;
            return JsonSerializer.Deserialize<Flow>(document, Json);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            problem = e.Message;
            return null;
        }
    }

    /// <summary>The flow's own words for a prompt; null: those of the library.</summary>
    public Names? WordsOf(string prompt) => Texts?.GetValueOrDefault(prompt);

    public string Write() => JsonSerializer.Serialize(this, Json);
}
