using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Santral.Media.Native;

/// <summary>The descriptors that have something to read (epoll, level-triggered), and a bell that other threads may ring.</summary>
internal sealed unsafe class ReadySet
{
    // The kernel packs epoll_event on x86 (12 bytes) and not elsewhere (16 bytes).
    private static readonly int Stride = RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.X86 ? 12 : 16;
    private const int Room = 256;
    private readonly int _epoll = Libc.epoll_create1(Libc.EpollCloseOnExec);
    private readonly int _bell = Libc.eventfd(0, Libc.EventFdFlags);
    private readonly byte[] _items = GC.AllocateArray<byte>(Room * 16, pinned: true);

    internal ReadySet()
    {
        if (_epoll < 0 || _bell < 0 || !Add(_bell))
        {
            throw new InvalidOperationException($"epoll is not available (errno {Marshal.GetLastPInvokeError()})");
        }
    }

    internal int Bell => _bell;

    internal bool Add(int descriptor)
    {
        var item = stackalloc byte[16];
        new Span<byte>(item, 16).Clear();
        var at = new Span<byte>(item, 16);
        BinaryPrimitives.WriteInt32LittleEndian(at, Libc.EpollIn);
        BinaryPrimitives.WriteInt32LittleEndian(at[(Stride - 8)..], descriptor);
        return Libc.epoll_ctl(_epoll, Libc.EpollCtlAdd, descriptor, item) == 0;
    }

    internal void Remove(int descriptor)
    {
        var unused = stackalloc byte[16];
        _ = Libc.epoll_ctl(_epoll, Libc.EpollCtlDel, descriptor, unused);
    }

    /// <summary>How many descriptors are ready, at most 256; the rest are told the next time.</summary>
    internal int Wait(int timeoutMs)
    {
        fixed (byte* items = _items)
        {
            return Math.Max(0, Libc.epoll_wait(_epoll, items, Room, timeoutMs));
        }
    }

    internal int Ready(int index) => BinaryPrimitives.ReadInt32LittleEndian(_items.AsSpan((index * Stride) + Stride - 8));

    internal void Ring()
    {
        var one = 1L;
        _ = Libc.write(_bell, (byte*)&one, 8);
    }

    internal void Silence()
    {
        var count = 0L;
        _ = Libc.read(_bell, (byte*)&count, 8);
    }

    internal void Close()
    {
        _ = Libc.close(_bell);
        _ = Libc.close(_epoll);
    }
}
