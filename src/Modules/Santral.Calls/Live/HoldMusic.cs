using System.Buffers.Binary;
using Santral.Media;

namespace Santral.Calls.Live;

/// <summary>What callers hear while they wait: our own, computed once and kept in the data folder, so that nobody owns rights in it.</summary>
internal sealed class HoldMusic(CallsOptions options)
{
    private const int Rate = 8000;

    // Four bars of broken chords in C major (C, a, F, G), one note every 0.4 s: 12.8 s until it begins anew.
    private static readonly int[][] Bars =
    [
        [48, 55, 60, 64, 67, 64, 60, 55],
        [45, 52, 57, 60, 64, 60, 57, 52],
        [41, 48, 53, 57, 60, 57, 53, 48],
        [43, 50, 55, 59, 62, 59, 55, 50],
    ];

    private static readonly TimeSpan Note = TimeSpan.FromMilliseconds(400);

    public PlayItem Item => new PlayFile(Path);

    private string Path { get; } = System.IO.Path.Combine(options.DataFolder, "sounds", "hold-music-1.wav");

    /// <summary>Writes the file if it is not there yet; whole or not at all.</summary>
    public void Prepare()
    {
        if (File.Exists(Path))
        {
            return;
        }

        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        var unfinished = $"{Path}.{Environment.ProcessId}";
        File.WriteAllBytes(unfinished, Wav(Compose()));
        File.Move(unfinished, Path, overwrite: true);
    }

    private static short[] Compose()
    {
        var perNote = (int)(Note.TotalSeconds * Rate);
        var notes = Bars.SelectMany(b => b).ToArray();
        var sound = new double[notes.Length * perNote];
        for (var i = 0; i < notes.Length; i++)
        {
            var frequency = 440 * Math.Pow(2, (notes[i] + 12 - 69) / 12.0);
            for (var n = 0; n < perNote * 3; n++)
            {
                // A plucked string: quick attack, slow decay, two soft overtones. It rings into the following notes, over the end into the beginning.
                var t = n / (double)Rate;
                var loudness = Math.Min(1, t / 0.008) * Math.Exp(-t / 0.35);
                var phase = 2 * Math.PI * frequency * t;
                sound[(i * perNote + n) % sound.Length] += loudness * (Math.Sin(phase) + 0.3 * Math.Sin(2 * phase) + 0.1 * Math.Sin(3 * phase));
            }
        }

        var peak = sound.Max(Math.Abs);
        return sound.Select(s => (short)(s / peak * 9000)).ToArray();
    }

    private static byte[] Wav(short[] samples)
    {
        var wav = new byte[44 + samples.Length * 2];
        "RIFF"u8.CopyTo(wav);
        BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(4), wav.Length - 8);
        "WAVEfmt "u8.CopyTo(wav.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(wav.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(wav.AsSpan(22), 1);
        BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(24), Rate);
        BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(28), Rate * 2);
        BinaryPrimitives.WriteInt16LittleEndian(wav.AsSpan(32), 2);
        BinaryPrimitives.WriteInt16LittleEndian(wav.AsSpan(34), 16);
        "data"u8.CopyTo(wav.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(40), samples.Length * 2);
        for (var i = 0; i < samples.Length; i++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(wav.AsSpan(44 + i * 2), samples[i]);
        }

        return wav;
    }
}
