using Santral.Media.Codecs;
using Santral.Media.Prompts;

namespace Santral.Media.Legs;

/// <summary>Where a leg is in its play list.</summary>
internal sealed class Player
{
    private PlayPiece[] _pieces = [];
    private bool _loop;
    private int _piece;
    private int _frame;

    internal bool Active { get; private set; }

    internal PlayId Id { get; private set; }

    internal bool StopOnDigit { get; private set; }

    internal void Start(PlayId id, PlayPiece[] pieces, bool loop, bool stopOnDigit)
    {
        (Id, _pieces, _loop, StopOnDigit) = (id, pieces, loop, stopOnDigit);
        _piece = 0;
        _frame = 0;
        Active = true;
    }

    internal void Stop()
    {
        Active = false;
        _pieces = [];
    }

    /// <summary>Writes the next frame; false when the list has just come to its end.</summary>
    internal bool TryNext(AudioCodec codec, Span<byte> payload)
    {
        if (_piece == _pieces.Length)
        {
            if (!_loop)
            {
                Stop();
                return false;
            }

            _piece = 0;
        }

        var piece = _pieces[_piece];
        if (piece.Audio is { } audio)
        {
            audio.Frame(codec, _frame).CopyTo(payload);
        }
        else
        {
            payload.Fill(G711.Silence(codec));
        }

        if (++_frame >= piece.Frames)
        {
            _frame = 0;
            _piece++;
        }

        return true;
    }
}
