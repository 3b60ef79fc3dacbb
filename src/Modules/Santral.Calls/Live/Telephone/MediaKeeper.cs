using System.ComponentModel;
using System.Net.Sockets;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Santral.Media.Border;

namespace Santral.Calls.Live.Telephone;

/// <summary>
/// Starts the media process, watches it and starts it again. The first start is waited for, and fails the product's own when it cannot be; later ones happen behind its back:
/// at once, and after ever longer waits when the process does not live long.
/// </summary>
internal sealed partial class MediaKeeper(MediaEngineApart engine, CallsOptions options, CallsMeter meter, TimeProvider clock, ILogger<MediaKeeper> log)
    : IHostedService, IAsyncDisposable
{
    private const int FirstTries = 6;
    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ShortLife = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(4);

    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _path = MediaSocket.PathIn(options.DataFolder);
    private Socket? _listener;
    private Task _keeping = Task.CompletedTask;
    private long _restarts;

    /// <summary>The process that can be asked now; null while there is none.</summary>
    public int? ProcessId { get; private set; }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _listener = MediaSocket.Listen(_path);
        meter.WatchCount("santral.media.restarts", () => Interlocked.Read(ref _restarts));
        meter.WatchCount("santral.media.malformed_frames", () => engine.MalformedFrames);
        _keeping = KeepAsync(_listener);
        await _first.Task.WaitAsync(cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        await _keeping;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_stop.IsCancellationRequested)
        {
            await _stop.CancelAsync();
        }

        await _keeping;
        if (_listener is { } listener)
        {
            _listener = null;
            listener.Dispose();
            File.Delete(_path);
        }

        _stop.Dispose();
    }

    private async Task KeepAsync(Socket listener)
    {
        var shortLives = 0;
        while (!_stop.IsCancellationRequested)
        {
            var began = clock.GetTimestamp();
            var why = "it ended";
            try
            {
                why = await LiveAsync(listener);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error) when (error is InvalidOperationException or OperationCanceledException or SocketException or IOException or Win32Exception)
            {
                why = error is OperationCanceledException ? "it did not come" : error.Message;
            }
            catch (Exception error)
            {
                KeepFailed(log, error);
                why = error.Message;
            }

            if (_stop.IsCancellationRequested)
            {
                return;
            }

            shortLives = clock.GetElapsedTime(began) < ShortLife ? shortLives + 1 : 0;
            if (!_first.Task.IsCompleted && shortLives >= FirstTries)
            {
                _first.TrySetException(new InvalidOperationException($"The media process does not start: {why}."));
                return;
            }

            Interlocked.Increment(ref _restarts);
            StartsAgain(log, why);
            await WaitAsync(shortLives);
        }
    }

    /// <summary>One process from its start to its end; says how it ended.</summary>
    private async Task<string> LiveAsync(Socket listener)
    {
        using var child = MediaChild.Start(options.DataFolder);
        try
        {
            var connection = await AcceptAsync(listener, child);
            await engine.ServeAsync(new NetworkStream(connection, ownsSocket: true), child.Id, () => Ready(child), child.EndAsync, _stop.Token);
            return $"it ended with {child.ExitCode}";
        }
        finally
        {
            ProcessId = null;
            await child.EndAsync();
        }
    }

    private void Ready(MediaChild child)
    {
        ProcessId = child.Id;
        Runs(log, child.Id);
        _first.TrySetResult();
    }

    private async Task<Socket> AcceptAsync(Socket listener, MediaChild child)
    {
        using var limit = new CancellationTokenSource(StartsWithin, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _stop.Token);
        var accepting = listener.AcceptAsync(either.Token).AsTask();
        var over = child.Over;
        if (await Task.WhenAny(accepting, over) == over)
        {
            await either.CancelAsync();
            await accepting.ContinueWith(a => a.IsCompletedSuccessfully ? a.Result : null, TaskScheduler.Default).ContinueWith(a => a.Result?.Dispose(), TaskScheduler.Default);
            throw new InvalidOperationException($"it ended with {child.ExitCode} before it was ready");
        }

        return await accepting;
    }

    private async Task WaitAsync(int shortLives)
    {
        if (shortLives > 0)
        {
            var wait = FirstWait * Math.Pow(2, Math.Min(shortLives, 10) - 1);
            await Task.Delay(wait < LongestWait ? wait : LongestWait, clock, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(LogLevel.Information, "The media process {Process} runs")]
    private static partial void Runs(ILogger log, int process);

    [LoggerMessage(LogLevel.Error, "The media process is started again: {Why}")]
    private static partial void StartsAgain(ILogger log, string why);

    [LoggerMessage(LogLevel.Error, "Keeping the media process failed")]
    private static partial void KeepFailed(ILogger log, Exception error);
}
