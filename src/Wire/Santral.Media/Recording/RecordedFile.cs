using System.Security.Cryptography;

namespace Santral.Media.Recording;

/// <summary>A finished recording on the disk.</summary>
/// <param name="Bytes">Size of the file.</param>
/// <param name="Sha256">Of the whole file, 64 hexadecimal digits in lower case.</param>
public sealed record RecordedFile(TimeSpan Length, long Bytes, string Sha256)
{
    /// <summary>
    /// Makes a file whole whose writer died: the head says how much sound there is, half a sample at the end is cut off. Null when there is no such file, or when
    /// it holds no recording.
    /// </summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static RecordedFile? Mend(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite);
        var head = new byte[WavHeader.Size];
        if (RandomAccess.Read(file, head, 0) < head.Length || WavHeader.ChannelsOf(head) is not (var channels and > 0))
        {
            return null;
        }

        var data = RandomAccess.GetLength(file) - WavHeader.Size;
        data -= data % channels;
        RandomAccess.SetLength(file, WavHeader.Size + data);
        RandomAccess.Write(file, WavHeader.Of(channels, data), 0);
        RandomAccess.FlushToDisk(file);
        file.Close();
        return Read(path, channels, data);
    }

    internal static RecordedFile Read(string path, int channels, long data)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 128 * 1024, FileOptions.SequentialScan);
        return new RecordedFile(TimeSpan.FromSeconds((double)data / channels / WavHeader.Rate), WavHeader.Size + data, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }
}
