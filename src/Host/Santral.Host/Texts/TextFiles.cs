using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace Santral.Host.Texts;

/// <summary>The texts of `i18n/(language)/*.json`, read once.</summary>
internal sealed class TextFiles : ITexts
{
    private static readonly string[] Languages = ["en", "tr", "sv"];
    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> _texts;

    public TextFiles(string folder)
        => _texts = Languages.ToFrozenDictionary(
            language => language,
            language => Directory.Exists(Path.Combine(folder, language))
                ? Directory.EnumerateFiles(Path.Combine(folder, language), "*.json")
                    .SelectMany(file => JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file))!)
                    .ToFrozenDictionary()
                : FrozenDictionary<string, string>.Empty);

    public bool Has(string language, string key) => _texts.GetValueOrDefault(language)?.ContainsKey(key) == true;

    public string Get(string language, string key, IReadOnlyDictionary<string, object?>? args = null)
    {
        var text = _texts.GetValueOrDefault(language)?.GetValueOrDefault(key) ?? _texts["en"].GetValueOrDefault(key) ?? key;
        if (args is null)
        {
            return text;
        }

        var culture = CultureInfo.GetCultureInfo(language switch { "tr" => "tr-TR", "sv" => "sv-SE", _ => "en-GB" });
        foreach (var (name, value) in args)
        {
            text = text.Replace($"{{{{{name}}}}}", Convert.ToString(value, culture), StringComparison.Ordinal);
        }

        return text;
    }
}
