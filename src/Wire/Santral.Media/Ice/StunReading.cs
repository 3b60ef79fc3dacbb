using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Santral.Media.Ice;

/// <summary>STUN attribute and message numbers (RFC 8489 §18, RFC 8445 §16).</summary>
internal static class Stun
{
    internal const int HeaderSize = 20;
    internal const uint MagicCookie = 0x2112A442;
    internal const uint FingerprintMask = 0x5354554E;
    internal const ushort BindingRequest = 0x0001;
    internal const ushort BindingIndication = 0x0011;
    internal const ushort BindingSuccess = 0x0101;
    internal const ushort BindingError = 0x0111;
    internal const ushort Username = 0x0006;
    internal const ushort MessageIntegrity = 0x0008;
    internal const ushort ErrorCode = 0x0009;
    internal const ushort UnknownAttributes = 0x000A;
    internal const ushort XorMappedAddress = 0x0020;
    internal const ushort Priority = 0x0024;
    internal const ushort UseCandidate = 0x0025;
    internal const ushort Software = 0x8022;
    internal const ushort Fingerprint = 0x8028;
    internal const ushort IceControlled = 0x8029;
    internal const ushort IceControlling = 0x802A;
}

/// <summary>Where the parts of one STUN message lie; attributes after MESSAGE-INTEGRITY other than FINGERPRINT do not count.</summary>
internal ref struct StunReading
{
    private const int MaxAttributes = 32;
    private int _integrityAt;
    private int _fingerprintAt;

    internal ReadOnlySpan<byte> Message { get; private set; }

    internal ushort Type { get; private set; }

    internal ReadOnlySpan<byte> Transaction => Message.Slice(4, 16);

    internal ReadOnlySpan<byte> Username { get; private set; }

    internal bool UseCandidate { get; private set; }

    internal bool HasPriority { get; private set; }

    /// <summary>The first attribute we should understand and do not; 0 when there is none.</summary>
    internal ushort Unknown { get; private set; }

    internal readonly bool HasIntegrity => _integrityAt > 0;

    internal readonly bool HasFingerprint => _fingerprintAt > 0;

    /// <summary>RFC 8489 §5 and §14; a wrong FINGERPRINT makes the message malformed (§7.3).</summary>
    internal static bool TryParse(ReadOnlySpan<byte> message, out StunReading reading)
    {
        reading = default;
        if (message.Length < Stun.HeaderSize || message[0] >> 6 != 0
            || BinaryPrimitives.ReadUInt32BigEndian(message[4..]) != Stun.MagicCookie
            || BinaryPrimitives.ReadUInt16BigEndian(message[2..]) != message.Length - Stun.HeaderSize
            || message.Length % 4 != 0)
        {
            return false;
        }

        reading.Message = message;
        reading.Type = BinaryPrimitives.ReadUInt16BigEndian(message);
        var at = Stun.HeaderSize;
        for (var count = 0; at < message.Length; count++)
        {
            if (count == MaxAttributes || message.Length - at < 4 || reading.HasFingerprint)
            {
                return false;
            }

            var type = BinaryPrimitives.ReadUInt16BigEndian(message[at..]);
            var length = BinaryPrimitives.ReadUInt16BigEndian(message[(at + 2)..]);
            if (length > message.Length - at - 4)
            {
                return false;
            }

            if (!reading.Take(type, message.Slice(at + 4, length), at))
            {
                return false;
            }

            at += 4 + ((length + 3) & ~3);
        }

        return at == message.Length && (!reading.HasFingerprint || reading.FingerprintIsRight());
    }

    /// <summary>RFC 8489 §14.5: HMAC-SHA1 over what precedes the attribute, the length counted as if it were the last.</summary>
    internal readonly bool IntegrityIsRight(ReadOnlySpan<byte> password)
    {
        if (!HasIntegrity)
        {
            return false;
        }

        Span<byte> covered = stackalloc byte[_integrityAt <= 1024 ? _integrityAt : 0];
        if (covered.IsEmpty)
        {
            return false;
        }

        Message[.._integrityAt].CopyTo(covered);
        BinaryPrimitives.WriteUInt16BigEndian(covered[2..], (ushort)(_integrityAt + 24 - Stun.HeaderSize));
        Span<byte> mac = stackalloc byte[20];
#pragma warning disable CA5350 // RFC 8489 §14.5 prescribes HMAC-SHA1
        HMACSHA1.HashData(password, covered, mac);
#pragma warning restore CA5350
        return CryptographicOperations.FixedTimeEquals(mac, Message.Slice(_integrityAt + 4, 20));
    }

    private bool Take(ushort type, ReadOnlySpan<byte> value, int at)
    {
        if (type == Stun.Fingerprint)
        {
            _fingerprintAt = at;
            return value.Length == 4;
        }

        if (HasIntegrity)
        {
            return true;
        }

        switch (type)
        {
            case Stun.MessageIntegrity:
                _integrityAt = at;
                return value.Length == 20;
            case Stun.Username:
                Username = value;
                return value.Length <= 512;
            case Stun.UseCandidate:
                UseCandidate = true;
                return true;
            case Stun.Priority:
                HasPriority = true;
                return value.Length == 4;
            case Stun.XorMappedAddress or Stun.ErrorCode or Stun.UnknownAttributes:
                return true;
            default:
                // The lower half must be understood (§14).
                Unknown = type < 0x8000 && Unknown == 0 ? type : Unknown;
                return true;
        }
    }

    private readonly bool FingerprintIsRight()
    {
        // The length field counts FINGERPRINT itself, which is last, so the bytes are covered as they are.
        var crc = Crc32.Of(Message[.._fingerprintAt]) ^ Stun.FingerprintMask;
        return BinaryPrimitives.ReadUInt32BigEndian(Message[(_fingerprintAt + 4)..]) == crc;
    }
}
