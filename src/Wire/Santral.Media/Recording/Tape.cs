using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace Santral.Media.Recording;

/// <summary>
/// One open recording: the media thread hands over a second of sound at a time, <see cref="TapeWriter"/> writes it. Between the two lie at most
/// <see cref="MostWaiting"/> seconds; a disk that is slower than that ends the recording, never the call.
/// </summary>
internal sealed class Tape(TapeId id, LegId leg, string path, int channels, SafeFileHandle file)
{
    internal const int FramesAtOnce = 50;
    internal const int MostWaiting = 20;
    private const int ChunksBetweenFlushes = 10;
    private const int ChunksBetweenLooks = 15;
    private int _waiting;
    private long _data;
    private int _chunks;
    private volatile bool _isOver;

    internal TapeId Id { get; } = id;

    internal LegId Leg { get; } = leg;

    internal string Path { get; } = path;

    internal int Channels { get; } = channels;

    /// <summary>Nothing more is written: it failed.</summary>
    internal bool IsOver => _isOver;

    internal int BytesAtOnce => FramesAtOnce * Codecs.G711.FrameSamples * Channels;

    /// <summary>False when too much waits.</summary>
    internal bool TryWait() => Interlocked.Increment(ref _waiting) <= MostWaiting;

    /// <summary>Appends sound and says in the head that it is there. On the writer's thread.</summary>
    /// <exception cref="IOException">The disk is full or broken.</exception>
    internal void Append(ReadOnlySpan<byte> sound, long reserve)
    {
        if (_chunks++ % ChunksBetweenLooks == 0 && DiskRoom.IsShort(Path, reserve))
        {
            throw new DiskFullException();
        }

        RandomAccess.Write(file, sound, WavHeader.Size + _data);
        _data += sound.Length;
        RandomAccess.Write(file, WavHeader.Of(Channels, _data), 0);
        if (_chunks % ChunksBetweenFlushes == 0)
        {
            RandomAccess.FlushToDisk(file);
        }
    }

    internal void Done(byte[] chunk)
    {
        Interlocked.Decrement(ref _waiting);
        ArrayPool<byte>.Shared.Return(chunk);
    }

    internal void Break() => _isOver = true;

    /// <summary>Closes the file and reads it once for its hash.</summary>
    internal RecordedFile Finish()
    {
        _isOver = true;
        RandomAccess.FlushToDisk(file);
        file.Close();
        return RecordedFile.Read(Path, Channels, _data);
    }

    /// <summary>Takes the file away: nothing was recorded.</summary>
    internal void Discard()
    {
        _isOver = true;
        file.Close();
        File.Delete(Path);
    }

    internal void Close() => file.Close();

    internal TimeSpan Length => TimeSpan.FromSeconds((double)_data / Channels / WavHeader.Rate);

    internal long Bytes => WavHeader.Size + _data;
}

/// <summary>Less than the reserve is left: the database on the same disk needs it more.</summary>
internal sealed class DiskFullException() : IOException("The disk is full.")
{
    private const int NoSpace = 28; // ENOSPC

    /// <summary>Also when the system says it.</summary>
    internal static bool Is(Exception error) => error is DiskFullException || (error is IOException io && (io.HResult & 0xFFFF) is NoSpace or 0x70);
}

internal static class DiskRoom
{
    internal static bool IsShort(string path, long reserve)
    {
        try
        {
            return reserve > 0 && new DriveInfo(System.IO.Path.GetDirectoryName(path)!).AvailableFreeSpace < reserve;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false; // not known: the write itself will say
        }
    }
}
