using System.Buffers.Binary;
using System.Security.Cryptography;
using Santral.Media.Native;

namespace Santral.Media.Ice;

/// <summary>Writes a STUN message attribute by attribute into a caller's span.</summary>
internal ref struct StunWriter
{
    internal const int MaxAnswer = 160;
    private readonly Span<byte> _into;

    internal StunWriter(Span<byte> into, ushort type, scoped ReadOnlySpan<byte> cookieAndTransaction)
    {
        _into = into;
        BinaryPrimitives.WriteUInt16BigEndian(into, type);
        cookieAndTransaction.CopyTo(into[4..]);
        Length = Stun.HeaderSize;
    }

    internal int Length { get; private set; }

    internal void Add(ushort type, scoped ReadOnlySpan<byte> value)
    {
        var padded = (value.Length + 3) & ~3;
        BinaryPrimitives.WriteUInt16BigEndian(_into[Length..], type);
        BinaryPrimitives.WriteUInt16BigEndian(_into[(Length + 2)..], (ushort)value.Length);
        _into.Slice(Length + 4, padded).Clear();
        value.CopyTo(_into[(Length + 4)..]);
        Length += 4 + padded;
    }

    /// <summary>RFC 8489 §14.2: port and address mixed with the cookie, IPv6 also with the transaction.</summary>
    internal void AddXorMapped(in SockAddr address)
    {
        var ip = address.Ip;
        Span<byte> value = stackalloc byte[4 + ip.Length];
        value[0] = 0;
        value[1] = address.IsV6 ? (byte)2 : (byte)1;
        BinaryPrimitives.WriteUInt16BigEndian(value[2..], (ushort)(address.Port ^ (Stun.MagicCookie >> 16)));
        for (var i = 0; i < ip.Length; i++)
        {
            value[4 + i] = (byte)(ip[i] ^ _into[4 + i]);
        }

        Add(Stun.XorMappedAddress, value);
    }

    internal void AddError(int code, scoped ReadOnlySpan<byte> reason)
    {
        Span<byte> value = stackalloc byte[4 + reason.Length];
        value.Clear();
        value[2] = (byte)(code / 100);
        value[3] = (byte)(code % 100);
        reason.CopyTo(value[4..]);
        Add(Stun.ErrorCode, value);
    }

    internal void AddIntegrity(scoped ReadOnlySpan<byte> password)
    {
        SetLength(Length + 24);
        Span<byte> mac = stackalloc byte[20];
#pragma warning disable CA5350 // RFC 8489 §14.5 prescribes HMAC-SHA1
        HMACSHA1.HashData(password, _into[..Length], mac);
#pragma warning restore CA5350
        Add(Stun.MessageIntegrity, mac);
    }

    internal void AddFingerprint()
    {
        SetLength(Length + 8);
        Span<byte> value = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(value, Crc32.Of(_into[..Length]) ^ Stun.FingerprintMask);
        Add(Stun.Fingerprint, value);
    }

    internal void SetLength(int total) => BinaryPrimitives.WriteUInt16BigEndian(_into[2..], (ushort)(total - Stun.HeaderSize));
}
