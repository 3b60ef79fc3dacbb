using System.Buffers.Binary;

namespace Santral.Media.Dtmf;

/// <summary>A key that was pressed and released.</summary>
internal readonly record struct HeardDigit(char Digit, int DurationMs);

/// <summary>
/// Tells each pressed key once from RFC 4733 packets. The event's RTP timestamp is its name: end packets come three times, some
/// senders with one sequence number, some with three, and any of them may be lost.
/// </summary>
internal sealed class DigitDetector
{
    private const string Digits = "0123456789*#ABCD";

    // Senders repeat every 20 to 50 ms; four lost in a row mean that the key is up and its end was lost.
    private static readonly long EndLostAfterNs = 220_000_000;
    private bool _pressed;
    private byte _event;
    private uint _timestamp;
    private uint _duration;
    private long _lastPacketNs;

    // End packets and overtaken ones come within this time; SIPp's recorded keys carry the same timestamp at each replay.
    private static readonly long EchoForNs = 400_000_000;
    private bool _hasEnded;
    private uint _endedTimestamp;
    private uint _endedDuration;
    private long _endedNs;

    /// <summary>A key is down now.</summary>
    internal bool Pressed => _pressed;

    /// <summary>True and the key when this packet ends one (also the one before, whose end was lost).</summary>
    internal bool TryHear(uint timestamp, ReadOnlySpan<byte> payload, long nowNs, out HeardDigit digit, out bool malformed)
    {
        digit = default;
        malformed = payload.Length < 4;
        if (malformed || payload[0] >= Digits.Length)
        {
            return false;
        }

        var ends = (payload[1] & 0x80) != 0;
        uint duration = BinaryPrimitives.ReadUInt16BigEndian(payload[2..]);
        if (!_pressed && IsEcho(timestamp, duration, nowNs))
        {
            return false;
        }

        var heard = false;
        if (_pressed && timestamp != _timestamp)
        {
            var ahead = (int)(timestamp - _timestamp);
            if (ahead < 0)
            {
                return false;
            }

            if (payload[0] == _event && ahead >= 0xFF00 && (uint)ahead <= _duration + 400)
            {
                // RFC 4733 §2.5.1.3: a key held longer than 8 s goes on in a new segment.
                duration += (uint)ahead;
                timestamp = _timestamp;
            }
            else
            {
                heard = Release(out digit);
            }
        }

        if (!_pressed)
        {
            _pressed = true;
            _event = payload[0];
            _timestamp = timestamp;
            _duration = 0;
        }

        _duration = Math.Max(_duration, duration);
        _lastPacketNs = nowNs;
        if (ends && !heard)
        {
            heard = Release(out digit);
        }
        else if (ends)
        {
            // Two ends at once: the second is told by the next repeat of its end packet or at the next slot.
            _lastPacketNs = nowNs - EndLostAfterNs;
        }

        return heard;
    }

    /// <summary>True when a key must be taken as released because its packets stopped.</summary>
    internal bool TryExpire(long nowNs, out HeardDigit digit)
    {
        digit = default;
        return _pressed && nowNs - _lastPacketNs >= EndLostAfterNs && Release(out digit);
    }

    /// <summary>The last key's end packet again, a packet of it that was overtaken, or the rest of a key whose end was taken for lost.</summary>
    private bool IsEcho(uint timestamp, uint duration, long nowNs)
    {
        if (!_hasEnded || (int)(timestamp - _endedTimestamp) > 0)
        {
            return false;
        }

        var echo = nowNs - _endedNs < EchoForNs || (timestamp == _endedTimestamp && duration >= _endedDuration);
        if (echo && timestamp == _endedTimestamp)
        {
            _endedNs = nowNs;
        }

        return echo;
    }

    /// <summary>A new source counts its timestamps anew.</summary>
    internal void Forget()
    {
        _pressed = false;
        _hasEnded = false;
    }

    internal static int EventOf(char digit) => Digits.IndexOf(char.ToUpperInvariant(digit), StringComparison.Ordinal);

    private bool Release(out HeardDigit digit)
    {
        digit = new HeardDigit(Digits[_event], (int)(_duration / 8));
        _pressed = false;
        _hasEnded = true;
        _endedTimestamp = _timestamp;
        _endedDuration = _duration;
        _endedNs = _lastPacketNs;
        return true;
    }
}
