using System.Buffers;
using Santral.Media.Codecs;
using Santral.Media.Jitter;

namespace Santral.Media.Recording;

/// <summary>
/// Records one leg slot by slot: what it says, and beside it what it is told by others. With both sides it is silent while the leg is alone (on hold, in a menu,
/// in a queue): keys a caller enters there never reach the file. Time goes on in the silence, so that a place in the file is a place in the call.
/// Used by the media thread alone.
/// </summary>
internal sealed class Recorder
{
    private readonly Tape _tape;
    private readonly TapeWriter _writer;
    private readonly PlayoutBuffer _own;
    private readonly short[] _frame = new short[G711.FrameSamples];
    private readonly byte[] _coded = new byte[G711.FrameSamples];
    private readonly byte[] _silence = new byte[G711.FrameSamples];
    private readonly long _mostFrames;
    private byte[] _chunk;
    private int _used;
    private long _frames;
    private bool _wasOpen;
    private bool _gaveUp;

    internal Recorder(Tape tape, TapeWriter writer, MediaOptions options, int limitMs)
    {
        (_tape, _writer) = (tape, writer);
        _own = new PlayoutBuffer(options.PlayoutStartMs, options.PlayoutMaxMs);
        _mostFrames = limitMs == 0 ? long.MaxValue : (limitMs + 19) / 20;
        _chunk = ArrayPool<byte>.Shared.Rent(tape.BytesAtOnce);
        _silence.AsSpan().Fill(G711.ASilence);
    }

    /// <summary>Silence until it is taken back.</summary>
    internal bool Paused { get; set; }

    private bool IsOpen(bool isTogether) => !Paused && (isTogether || _tape.Channels == 1);

    internal void Hear(uint timestamp, ReadOnlySpan<short> samples, bool isTogether)
    {
        if (IsOpen(isTogether))
        {
            _own.Write(timestamp, samples);
        }
    }

    /// <summary>One slot, and the ones before it that the media thread missed; false when the recording is over.</summary>
    /// <param name="told">What the leg hears of others; empty: nothing.</param>
    internal bool PassSlot(ReadOnlySpan<short> told, bool isTogether, long slots)
    {
        var isOpen = IsOpen(isTogether);
        if (isOpen != _wasOpen)
        {
            _own.Reset(); // what was said before the silence must not come out after it
            _wasOpen = isOpen;
        }

        for (var missed = 1; missed < slots && _frames < _mostFrames; missed++)
        {
            Put(_silence, _silence);
        }

        if (!isOpen)
        {
            Put(_silence, _silence);
        }
        else
        {
            ReadOnlySpan<byte> own = _silence;
            if (_own.Pull(_frame))
            {
                G711.Encode(AudioCodec.Pcma, _frame, _coded);
                own = _coded;
            }

            PutBoth(own, told);
        }

        if (_tape.IsOver || _gaveUp)
        {
            ArrayPool<byte>.Shared.Return(_chunk);
            return false;
        }

        if (_frames < _mostFrames)
        {
            return true;
        }

        End(RecordingEnd.Limit);
        return false;
    }

    internal void End(RecordingEnd reason)
    {
        HandOver();
        ArrayPool<byte>.Shared.Return(_chunk);
        if (!_gaveUp)
        {
            _writer.Finish(_tape, reason);
        }
    }

    private void PutBoth(ReadOnlySpan<byte> own, ReadOnlySpan<short> told)
    {
        if (told.IsEmpty || _tape.Channels == 1)
        {
            Put(own, _silence);
            return;
        }

        Span<byte> other = stackalloc byte[G711.FrameSamples];
        G711.Encode(AudioCodec.Pcma, told, other);
        Put(own, other);
    }

    private void Put(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var into = _chunk.AsSpan(_used);
        if (_tape.Channels == 1)
        {
            left.CopyTo(into);
        }
        else
        {
            for (var i = 0; i < left.Length; i++)
            {
                into[2 * i] = left[i];
                into[(2 * i) + 1] = right[i];
            }
        }

        _used += left.Length * _tape.Channels;
        _frames++;
        if (_used >= _tape.BytesAtOnce)
        {
            HandOver();
        }
    }

    private void HandOver()
    {
        if (_used == 0 || _gaveUp)
        {
            _used = 0;
            return;
        }

        if (_tape.TryWait())
        {
            _writer.Write(_tape, _chunk, _used);
            _chunk = ArrayPool<byte>.Shared.Rent(_tape.BytesAtOnce);
        }
        else
        {
            _gaveUp = true;
            _writer.Finish(_tape, RecordingEnd.Failed);
        }

        _used = 0;
    }
}
