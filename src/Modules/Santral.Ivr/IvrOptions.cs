using Microsoft.Extensions.Configuration;

namespace Santral.Ivr;

/// <summary>Where prompts lie and how they are made.</summary>
/// <param name="Folder">Below the data folder; uploads and synthesised sounds.</param>
/// <param name="Espeak">The synthesiser's program.</param>
/// <param name="Ahead">Make all prompts after the start; otherwise each at its first use (`SANTRAL_PROMPTS=lazy`).</param>
public sealed record IvrOptions(string Folder, string Espeak = "espeak-ng", bool Ahead = true)
{
    public static IvrOptions Read(IConfiguration configuration)
    {
        var data = configuration["DATA"] is { Length: > 0 } folder ? folder : "data";
        return new IvrOptions(
            Path.Combine(Path.GetFullPath(data), "prompts"),
            configuration["ESPEAK"] is { Length: > 0 } program ? program : "espeak-ng",
            configuration["PROMPTS"] != "lazy");
    }
}
