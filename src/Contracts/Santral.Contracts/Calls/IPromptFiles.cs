namespace Santral.Contracts.Calls;

/// <summary>Sound of announcements: implemented by the IVR, asked by whoever plays to a caller.</summary>
public interface IPromptFiles
{
    /// <summary>
    /// Path of a PCM16 WAV (8 to 48 kHz) of a named prompt or a spoken text. Null when there is no sound
    /// (the synthesiser failed, the prompt is unknown, the part is a pause): play a short pause, the call goes on.
    /// </summary>
    Task<string?> FileAsync(PromptPart part, string language, CancellationToken stop);

    /// <summary>What the part says, for the written side of the demo phone; empty for a pause or an unknown prompt.</summary>
    string TextOf(PromptPart part, string language);
}
