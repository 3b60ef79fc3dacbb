using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Santral.Media.Native;

/// <summary>An IP address and port as the kernel writes them, comparable and hashable without allocation.</summary>
internal struct SockAddr : IEquatable<SockAddr>
{
    internal const int Capacity = 28;

    [InlineArray(Capacity)]
    internal struct Storage
    {
        private byte _first;
    }

    internal Storage Bytes;
    internal uint Length;

    internal readonly bool IsNone => Length == 0;

    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    internal readonly ReadOnlySpan<byte> Span => MemoryMarshal.CreateReadOnlySpan(in Bytes[0], Capacity)[..(int)Math.Min(Length, Capacity)];

    internal readonly ushort Port => Length == 0 ? (ushort)0 : BinaryPrimitives.ReadUInt16BigEndian(Span[2..]);

    internal readonly bool IsV6 => Length == Capacity;

    /// <summary>The 4 or 16 address bytes.</summary>
    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    internal readonly ReadOnlySpan<byte> Ip => IsV6 ? Span.Slice(8, 16) : Length == 0 ? default : Span.Slice(4, 4);

    internal static SockAddr From(IPEndPoint point)
    {
        var address = default(SockAddr);
        var raw = point.Serialize();
        raw.Buffer.Span[..raw.Size].CopyTo(MemoryMarshal.CreateSpan(ref address.Bytes[0], Capacity));
        address.Length = (uint)Math.Min(raw.Size, Capacity);
        return address;
    }

    internal readonly SockAddr WithPort(int port)
    {
        var copy = this;
        BinaryPrimitives.WriteUInt16BigEndian(MemoryMarshal.CreateSpan(ref copy.Bytes[0], Capacity)[2..], (ushort)port);
        return copy;
    }

    internal readonly IPEndPoint ToEndPoint() => new(new IPAddress(Ip), Port);

    internal readonly bool IsLoopback => IsV6 ? Ip[..15].IndexOfAnyExcept((byte)0) < 0 && Ip[15] == 1 : Length > 0 && Ip[0] == 127;

    internal readonly bool SameHost(in SockAddr other) => Length == other.Length && Ip.SequenceEqual(other.Ip);

    public readonly bool Equals(SockAddr other) => Port == other.Port && SameHost(other);

    public override readonly bool Equals(object? other) => other is SockAddr address && Equals(address);

    public override readonly int GetHashCode()
    {
        var ip = Ip;
        return ip.IsEmpty ? 0 : HashCode.Combine(Port, MemoryMarshal.Read<int>(ip), MemoryMarshal.Read<int>(ip[^4..]));
    }

    public override readonly string ToString() => IsNone ? "none" : ToEndPoint().ToString();

    internal static AddressFamily Family(in SockAddr address) => address.IsV6 ? AddressFamily.InterNetworkV6 : AddressFamily.InterNetwork;
}
