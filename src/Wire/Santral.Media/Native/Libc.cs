using System.Runtime.InteropServices;

namespace Santral.Media.Native;

/// <summary>
/// The few kernel calls the media thread makes itself. Measured at 1,000 calls: Socket.SendTo and ReceiveFromAsync cost about
/// twice the CPU of sendto and epoll with recvfrom, because each packet woke a pool thread.
/// </summary>
internal static unsafe partial class Libc
{
    internal const int MsgDontWait = 0x40;
    internal const int MsgNoSignal = 0x4000;
    internal const int EpollIn = 1;
    internal const int EpollCtlAdd = 1;
    internal const int EpollCtlDel = 2;
    internal const int EpollCloseOnExec = 0x80000;
    internal const int EventFdFlags = 0x80000 | 0x800; // EFD_CLOEXEC | EFD_NONBLOCK
    internal const int ClockMonotonic = 1;
    internal const int TimerAbsolute = 1;
    internal const int PrSetTimerSlack = 29;
    internal const int SchedFifo = 1;
    internal const int SchedResetOnFork = 0x40000000;
    internal const int EAgain = 11;
    internal const int EIntr = 4;

    [LibraryImport("libc", SetLastError = true)]
    internal static partial int epoll_create1(int flags);

    [LibraryImport("libc", SetLastError = true)]
    internal static partial int epoll_ctl(int epoll, int operation, int descriptor, byte* item);

    [LibraryImport("libc", SetLastError = true)]
    internal static partial int epoll_wait(int epoll, byte* items, int room, int timeoutMs);

    [LibraryImport("libc", SetLastError = true)]
    internal static partial int eventfd(uint initial, int flags);

    [LibraryImport("libc", SetLastError = true)]
    internal static partial nint read(int descriptor, byte* buffer, nint length);

    [LibraryImport("libc", SetLastError = true)]
    internal static partial nint write(int descriptor, byte* buffer, nint length);

    [LibraryImport("libc")]
    internal static partial int close(int descriptor);

    [LibraryImport("libc", SetLastError = true)]
    internal static partial nint recvfrom(int descriptor, byte* buffer, nint length, int flags, byte* address, uint* addressLength);

    [LibraryImport("libc", SetLastError = true)]
    internal static partial nint sendto(int descriptor, byte* buffer, nint length, int flags, byte* address, uint addressLength);

    [LibraryImport("libc")]
    internal static partial int clock_nanosleep(int clock, int flags, long* at, long* remaining);

    [LibraryImport("libc")]
    internal static partial int prctl(int option, nuint a, nuint b, nuint c, nuint d);

    [LibraryImport("libc", SetLastError = true)]
    internal static partial int sched_setscheduler(int thread, int policy, int* priority);

    [LibraryImport("libc", SetLastError = true)]
    internal static partial int setpriority(int which, int who, int priority);
}
