using System.Net.Sockets;
using System.Runtime.InteropServices;
using Santral.Media;
using Santral.Media.Border;

namespace Santral.Calls.Live.Telephone;

/// <summary>The program as a media process: sound and nothing else, for the main process that started it, and as long as that lives.</summary>
public static class MediaRole
{
    /// <param name="dataFolder">Of the main process: its socket lies there.</param>
    /// <exception cref="InvalidOperationException">No main process waits there.</exception>
    public static async Task RunAsync(string dataFolder)
    {
        // Who stops the product tells the whole group of processes so. The calls say goodbye first; then the main process ends, and this one with it.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, static signal => signal.Cancel = true);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, static signal => signal.Cancel = true);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, static signal => signal.Cancel = true);
        var path = MediaSocket.PathIn(Path.GetFullPath(dataFolder));
        await MediaServer.RunAsync(
            await ConnectAsync(path), static options => new MediaEngine(options, TimeProvider.System, SystemRandomBytes.Instance), TimeProvider.System, CancellationToken.None);
    }

    private static async Task<NetworkStream> ConnectAsync(string path)
    {
        try
        {
            return await MediaSocket.ConnectAsync(path, CancellationToken.None);
        }
        catch (SocketException)
        {
            throw new InvalidOperationException($"No main process waits at {path}: Santral starts this role itself, with --media own.");
        }
    }
}
