using System.Text.Json;

namespace Santral.Ivr.Prompts;

/// <summary>The words of the product's own prompts, from documents that travel with it.</summary>
internal static class PromptTexts
{
    public static IReadOnlyDictionary<string, Names> All { get; } = Read("Santral.Ivr.Prompts.prompts.json");

    public static string Document(string resource)
    {
        using var stream = typeof(PromptTexts).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} does not travel with the product.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static Dictionary<string, Names> Read(string resource)
        => JsonSerializer.Deserialize<Dictionary<string, Names>>(Document(resource), SantralJson.Options)!;
}
