using System.Buffers.Binary;

namespace Santral.Media.Dtmf;

/// <summary>Sends keys as RFC 4733 events in the place of audio: one packet a slot, three end packets, a pause before the next key.</summary>
internal sealed class DigitSender
{
    internal const int MaxWaiting = 64;
    internal const int PayloadSize = 4;
    private const int EndRepeats = 3;
    private const int PauseSlots = 4; // 80 ms; ITU-T Q.24 asks for at least 40
    private const byte Volume = 10; // -10 dBm0
    private readonly (byte Event, int Slots)[] _waiting = new (byte, int)[MaxWaiting];
    private int _first;
    private int _count;
    private byte _event;
    private int _slots;
    private int _slot;
    private int _endsLeft;
    private int _pause;
    private uint _timestamp;
    private bool _sending;

    internal bool Idle => !_sending && _count == 0 && _pause == 0;

    internal int Room => MaxWaiting - _count;

    internal void Add(byte eventCode, int durationMs)
    {
        if (_count < MaxWaiting)
        {
            _waiting[(_first + _count++) % MaxWaiting] = (eventCode, Math.Clamp(durationMs / 20, 2, 400));
        }
    }

    internal void Clear()
    {
        _count = 0;
        _sending = false;
        _pause = 0;
    }

    /// <summary>
    /// True when this slot belongs to an event packet; its header takes <paramref name="timestamp"/>, the beginning of the event.
    /// </summary>
    internal bool TryWrite(uint now, Span<byte> payload, out uint timestamp, out bool marker)
    {
        timestamp = 0;
        marker = false;
        if (!_sending)
        {
            if (_pause > 0)
            {
                _pause--;
                return false;
            }

            if (_count == 0)
            {
                return false;
            }

            (_event, _slots) = _waiting[_first];
            _first = (_first + 1) % MaxWaiting;
            _count--;
            _slot = 0;
            _endsLeft = EndRepeats;
            _timestamp = now;
            _sending = true;
            marker = true;
        }

        _slot = Math.Min(_slot + 1, _slots);
        var ends = _slot == _slots;
        payload[0] = _event;
        payload[1] = (byte)((ends ? 0x80 : 0) | Volume);
        BinaryPrimitives.WriteUInt16BigEndian(payload[2..], (ushort)(_slot * Codecs.G711.FrameSamples));
        timestamp = _timestamp;
        if (ends && --_endsLeft == 0)
        {
            _sending = false;
            _pause = PauseSlots;
        }

        return true;
    }
}
