namespace Santral.Kernel;

/// <summary>Texts for people in tr, sv and en, from the `i18n` folder that web and server share.</summary>
public interface ITexts
{
    /// <summary>The text of a key in a language, with `{{name}}` replaced; the key itself when no language has it.</summary>
    string Get(string language, string key, IReadOnlyDictionary<string, object?>? args = null);

    bool Has(string language, string key);
}

/// <summary>A name in the three languages of the product; the code, not the name, is what programs test.</summary>
public sealed record Names(string Tr, string Sv, string En)
{
    public string In(string language) => language switch
    {
        "tr" => Tr,
        "sv" => Sv,
        _ => En,
    };
}
