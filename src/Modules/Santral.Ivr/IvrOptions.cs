using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Santral.Ivr;

/// <summary>Where prompts lie and how they are made.</summary>
/// <param name="Folder">Below the data folder; uploads and synthesised sounds.</param>
/// <param name="Espeak">The synthesiser's program.</param>
/// <param name="Ahead">Make all prompts after the start; otherwise each at its first use (`SANTRAL_PROMPTS=lazy`).</param>
/// <param name="Speed">Words per minute of the voice, 80 to 450 (`SANTRAL_VOICE_SPEED`).</param>
public sealed record IvrOptions(string Folder, string Espeak = "espeak-ng", bool Ahead = true, int Speed = IvrOptions.UsualSpeed)
{
    private const int UsualSpeed = 150, SlowestSpeed = 80, FastestSpeed = 450;

    public static IvrOptions Read(IConfiguration configuration)
    {
        var data = configuration["DATA"] is { Length: > 0 } folder ? folder : "data";
        return new IvrOptions(
            Path.Combine(Path.GetFullPath(data), "prompts"),
            configuration["ESPEAK"] is { Length: > 0 } program ? program : "espeak-ng",
            configuration["PROMPTS"] != "lazy",
            SpeedOf(configuration["VOICE_SPEED"]));
    }

    private static int SpeedOf(string? text)
        => string.IsNullOrEmpty(text) ? UsualSpeed
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var speed) && speed is >= SlowestSpeed and <= FastestSpeed ? speed
            : throw new InvalidOperationException($"SANTRAL_VOICE_SPEED must be a number of words from {SlowestSpeed} to {FastestSpeed}, not '{text}'.");
}
