using Santral.Media.Codecs;

namespace Santral.Media.Prompts;

/// <summary>One piece ready to be sent: a recording, or silence for some frames.</summary>
internal readonly record struct PlayPiece(PromptAudio? Audio, int Frames);

/// <summary>Makes the pieces of a play command: reads files, computes tones.</summary>
internal sealed class PlayListReader(PromptCache cache)
{
    private const int MaxItems = 200;
    private const int MaxToneMs = 60_000;
    private const int MaxSilenceMs = 3_600_000;
    private const double ToneAmplitude = 0.25 * short.MaxValue; // -12 dBov, a usual level for tones

    /// <summary>The pieces, or the refusal.</summary>
    internal async Task<(PlayPiece[] Pieces, MediaReply.Refused? Refusal)> ReadAsync(IReadOnlyList<PlayItem>? items, CancellationToken stop)
    {
        if (items is null || items.Count is 0 or > MaxItems)
        {
            return ([], new MediaReply.Refused(MediaCodes.PlayInvalid, "items"));
        }

        var pieces = new PlayPiece[items.Count];
        for (var i = 0; i < pieces.Length; i++)
        {
            switch (items[i])
            {
                case PlayFile { Path: { } path }:
                    var (fault, audio) = await cache.GetAsync(path, stop);
                    if (audio is null)
                    {
                        return ([], new MediaReply.Refused(MediaCodes.PromptUnreadable, $"{fault}: {Path.GetFileName(path)}"));
                    }

                    pieces[i] = new PlayPiece(audio, audio.Frames);
                    break;
                case PlayTone { Hz: > 0 and < 4000, Ms: > 0 and <= MaxToneMs } tone:
                    var sine = Tone(tone.Hz, tone.Ms);
                    pieces[i] = new PlayPiece(sine, sine.Frames);
                    break;
                case PlaySilence { Ms: > 0 and <= MaxSilenceMs } silence:
                    pieces[i] = new PlayPiece(null, (silence.Ms + 19) / 20);
                    break;
                default:
                    return ([], new MediaReply.Refused(MediaCodes.PlayInvalid, $"item {i}"));
            }
        }

        return (pieces, null);
    }

    /// <summary>A sine with 5 ms of rise and fall, so that it does not click.</summary>
    private static PromptAudio Tone(int hz, int ms)
    {
        const int edge = 40;
        var samples = new short[ms * 8];
        for (var i = 0; i < samples.Length; i++)
        {
            var fade = Math.Min(1.0, Math.Min(i, samples.Length - 1 - i) / (double)edge);
            samples[i] = (short)(ToneAmplitude * fade * Math.Sin(2 * Math.PI * hz * i / 8000));
        }

        return PromptAudio.FromSamples(samples);
    }
}
