using System.Threading.Channels;
using Santral.Media.Recording;

namespace Santral.Media.Border;

/// <summary>
/// The media engine in a process of its own, as the main process sees it. While that process is not there no leg can be opened; when it dies every leg, play and recording
/// that it had ends as the contract says, with <see cref="LegLoss.EngineLost"/>, and the next process begins empty.
/// </summary>
public sealed class MediaEngineApart(MediaOptions options, TimeProvider time) : IMediaEngine
{
    private const int MaxEventsWaiting = 100_000;
    private readonly Channel<MediaEvent> _events = Channel.CreateBounded<MediaEvent>(new BoundedChannelOptions(MaxEventsWaiting) { SingleReader = true });
    private readonly MediaBorderCounters _counters = new();
    private volatile MediaLink? _link;
    private Task _mending = Task.CompletedTask;

    public ChannelReader<MediaEvent> Events => _events.Reader;

    public MediaMetrics Metrics => _link?.Figures ?? new MediaMetrics();

    public bool IsReady => _link is not null;

    /// <summary>Frames that could not be read: each is a bug of ours.</summary>
    public long MalformedFrames => _counters.MalformedFrames;

    public Task<MediaReply> AskAsync(MediaCommand command, CancellationToken stop)
        => command is null ? Task.FromResult<MediaReply>(new MediaReply.Refused(MediaCodes.CommandUnknown))
            : _link is { } link ? link.AskAsync(command).WaitAsync(stop)
            : Task.FromResult<MediaReply>(MediaLink.Gone(command));

    /// <summary>Uses one media process from its first word to its last.</summary>
    /// <param name="stream">The connection to it; ended here.</param>
    /// <param name="processId">Who must be at the other end.</param>
    /// <param name="ready">Called once it can be asked.</param>
    /// <param name="end">Makes sure that the process is dead: from then on the files it wrote are ours to close.</param>
    /// <exception cref="InvalidOperationException">It could not begin; the message says why.</exception>
    public async Task ServeAsync(Stream stream, int processId, Action ready, Func<Task> end, CancellationToken stop)
    {
        await using var line = new FrameLine(stream);
        var link = new MediaLink(line, _events.Writer, _counters, time);
        try
        {
            await link.BeginAsync(options, processId, stop);
            _link = link;
            ready();
            await link.RunAsync(stop);
        }
        finally
        {
            _link = null;
            line.Cut();
            await end();
            foreach (var ended in link.Work.Ends(time.GetUtcNow()))
            {
                await _events.Writer.WriteAsync(ended, CancellationToken.None);
            }

            _mending = Task.WhenAll(_mending, MendAsync(link.Work.Tapes(), link.Strays));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _mending;
        _events.Writer.TryComplete();
    }

    /// <summary>Closes the files that a dead process left; nobody's call waits for it.</summary>
    private async Task MendAsync(IReadOnlyList<RecordLeg> tapes, IReadOnlyList<string> strays)
    {
        await Task.Yield();
        foreach (var stray in strays)
        {
            Delete(stray);
        }

        foreach (var tape in tapes)
        {
            await _events.Writer.WriteAsync(Mended(tape));
        }
    }

    private RecordingEnded Mended(RecordLeg tape)
    {
        try
        {
            return RecordedFile.Mend(tape.Path) is { } file
                ? new RecordingEnded(tape.Leg, tape.Id, RecordingEnd.EngineLost, (long)file.Length.TotalMilliseconds, file.Bytes, file.Sha256, "", time.GetUtcNow())
                : new RecordingEnded(tape.Leg, tape.Id, RecordingEnd.Failed, 0, 0, null, "there is no file", time.GetUtcNow());
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new RecordingEnded(tape.Leg, tape.Id, RecordingEnd.Failed, 0, 0, null, error.Message, time.GetUtcNow());
        }
    }

    private static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // The disk refuses: an empty file stays.
        }
    }
}
