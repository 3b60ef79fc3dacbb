using System.Buffers;
using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Threading.Channels;

namespace Santral.Media.Border;

/// <summary>
/// Frames over a stream, both ways. A frame is the length of its body in four bytes, its kind in one, its number in four, numbers with the highest byte first, and
/// the body. Sound never passes here: prompts and recordings go by the paths of their files.
/// </summary>
internal sealed class FrameLine : IAsyncDisposable
{
    /// <summary>Many times the largest description or play list there is.</summary>
    public const int MostBytes = 1024 * 1024;

    private const int HeadBytes = 9;
    private const int MostWaiting = 100_000;
    private const int WriteAtOnce = 64 * 1024;
    private readonly Stream _stream;
    private readonly Channel<byte[]> _out = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly Task _writing;
    private byte[] _in = new byte[WriteAtOnce];
    private int _from;
    private int _to;

    public FrameLine(Stream stream)
    {
        _stream = stream;
        _writing = WriteAsync();
    }

    /// <summary>False when the line is over, or so many frames wait that the other side cannot live.</summary>
    public bool TrySend<T>(FrameKind kind, uint number, T body, JsonTypeInfo<T> type) => _out.Writer.TryWrite(FrameOf(kind, number, body, type));

    /// <summary>Waits for room; false when the line is over.</summary>
    public async ValueTask<bool> SendAsync<T>(FrameKind kind, uint number, T body, JsonTypeInfo<T> type)
    {
        try
        {
            await _out.Writer.WriteAsync(FrameOf(kind, number, body, type));
            return true;
        }
        catch (ChannelClosedException)
        {
            return false;
        }
    }

    /// <summary>The next frame; null when the other side is gone.</summary>
    /// <exception cref="InvalidDataException">What came is no frame.</exception>
    public async ValueTask<Frame?> ReadAsync(CancellationToken stop)
    {
        try
        {
            if (!await FillAsync(HeadBytes, stop))
            {
                return null;
            }

            var length = BinaryPrimitives.ReadUInt32BigEndian(_in.AsSpan(_from));
            if (length > MostBytes)
            {
                throw new InvalidDataException($"A frame of {length} bytes");
            }

            if (!await FillAsync(HeadBytes + (int)length, stop))
            {
                return null;
            }

            var frame = new Frame((FrameKind)_in[_from + 4], BinaryPrimitives.ReadUInt32BigEndian(_in.AsSpan(_from + 5)), _in.AsMemory(_from + HeadBytes, (int)length));
            _from += HeadBytes + (int)length;
            return frame;
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            return null;
        }
    }

    /// <summary>Ends the line now; what still waits is not sent.</summary>
    public void Cut()
    {
        _out.Writer.TryComplete();
        _stream.Dispose();
    }

    /// <summary>Sends what waits, then ends the line.</summary>
    public async ValueTask DisposeAsync()
    {
        _out.Writer.TryComplete();
        await _writing;
        await _stream.DisposeAsync();
    }

    private static byte[] FrameOf<T>(FrameKind kind, uint number, T body, JsonTypeInfo<T> type)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(body, type);
        var frame = new byte[HeadBytes + json.Length];
        BinaryPrimitives.WriteUInt32BigEndian(frame, (uint)json.Length);
        frame[4] = (byte)kind;
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(5), number);
        json.CopyTo(frame, HeadBytes);
        return frame;
    }

    private async ValueTask<bool> FillAsync(int count, CancellationToken stop)
    {
        if (_in.Length - _from < count)
        {
            var room = count <= _in.Length ? _in : new byte[Math.Max(count, 2 * _in.Length)];
            _in.AsSpan(_from, _to - _from).CopyTo(room);
            (_in, _to, _from) = (room, _to - _from, 0);
        }

        while (_to - _from < count)
        {
            var read = await _stream.ReadAsync(_in.AsMemory(_to), stop);
            if (read == 0)
            {
                return false;
            }

            _to += read;
        }

        return true;
    }

    private async Task WriteAsync()
    {
        var together = new ArrayBufferWriter<byte>(WriteAtOnce);
        try
        {
            while (await _out.Reader.WaitToReadAsync())
            {
                together.ResetWrittenCount();
                while (together.WrittenCount < WriteAtOnce && _out.Reader.TryRead(out var frame))
                {
                    together.Write(frame);
                }

                await _stream.WriteAsync(together.WrittenMemory);
            }
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            // The other side is gone: whoever reads here finds out, too.
            Cut();
        }
    }
}
