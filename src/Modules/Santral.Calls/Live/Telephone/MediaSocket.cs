using System.Net.Sockets;
using System.Text;

namespace Santral.Calls.Live.Telephone;

/// <summary>Where the main process and its media process meet: a socket in the data folder that only the product's own user can open.</summary>
internal static class MediaSocket
{
    /// <summary>What the address of a Unix socket holds on Linux (sun_path), without its end.</summary>
    private const int MostBytes = 107;

    /// <exception cref="InvalidOperationException">The folder's path is too long.</exception>
    public static string PathIn(string dataFolder)
    {
        var path = Path.Combine(dataFolder, "media.sock");
        return Encoding.UTF8.GetByteCount(path) <= MostBytes
            ? path
            : throw new InvalidOperationException($"With a media process of its own the path of the data folder may have {MostBytes - "/media.sock".Length} bytes: {dataFolder} has more.");
    }

    public static Socket Listen(string path)
    {
        // Left by a process that was killed.
        File.Delete(path);
        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        listener.Listen();
        return listener;
    }

    public static async Task<NetworkStream> ConnectAsync(string path, CancellationToken stop)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
