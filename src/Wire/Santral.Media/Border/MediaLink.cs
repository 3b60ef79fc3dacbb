using System.Text.Json.Serialization.Metadata;
using System.Threading.Channels;

namespace Santral.Media.Border;

/// <summary>The main process's end of one connection: commands out, replies and events in, until the other side dies.</summary>
internal sealed class MediaLink(FrameLine line, ChannelWriter<MediaEvent> events, MediaBorderCounters counters, TimeProvider time)
{
    /// <summary>The media process speaks every second; a machine under load may hold it up, but never for so long.</summary>
    public static readonly TimeSpan MostSilence = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<uint, Asked> _asked = [];
    private readonly OpenWork _work = new();
    private uint _number;
    private bool _isOver;

    private sealed record Asked(MediaCommand Command, bool Begins)
    {
        public TaskCompletionSource<MediaReply> Reply { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    public MediaMetrics Figures { get; private set; } = new();

    public OpenWork Work => _work;

    /// <summary>Files of recordings whose begin nobody heard of: there or not, they are nobody's.</summary>
    public List<string> Strays { get; } = [];

    /// <summary>The reply when there is no engine to ask: no leg exists, and none can be opened.</summary>
    public static MediaReply.Refused Gone(MediaCommand command)
        => new(command is OpenSipLeg or OpenBrowserLeg ? MediaCodes.EngineClosed : MediaCodes.LegUnknown, "the media process is not there");

    /// <summary>The media process has named itself: tells it how to be, and waits until it is.</summary>
    /// <exception cref="InvalidOperationException">It is another process, of another version, or cannot begin; the message says which.</exception>
    public async Task BeginAsync(MediaOptions options, int processId, CancellationToken stop)
    {
        var hello = await ReadAsync(FrameKind.Hello, MediaJson.Default.Hello, stop);
        if (hello.ProcessId != processId)
        {
            throw new InvalidOperationException($"process {hello.ProcessId} came where process {processId} was started");
        }

        if (hello.Contract != MediaJson.Contract)
        {
            throw new InvalidOperationException($"it speaks contract {hello.Contract}, not {MediaJson.Contract}: the program was replaced while it ran, start it again");
        }

        line.TrySend(FrameKind.Begin, 0, new Begin(MediaJson.Contract, options), MediaJson.Default.Begin);
        if ((await ReadAsync(FrameKind.Begun, MediaJson.Default.Begun, stop)).Failure is { } failure)
        {
            throw new InvalidOperationException(failure);
        }
    }

    public Task<MediaReply> AskAsync(MediaCommand command)
    {
        lock (_lock)
        {
            if (_isOver)
            {
                return Task.FromResult<MediaReply>(Gone(command));
            }

            var asked = new Asked(command, _work.Asked(command));
            _asked.Add(++_number, asked);
            if (!line.TrySend(FrameKind.Command, _number, command, MediaJson.Default.MediaCommand))
            {
                // Over, or so far behind that it is as good as dead: the reader ends and refuses what waits.
                line.Cut();
            }

            return asked.Reply.Task;
        }
    }

    /// <summary>Reads until the other side is gone or silent; then every command that waits is refused.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        using var silence = new CancellationTokenSource(MostSilence, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, silence.Token);
        try
        {
            while (await line.ReadAsync(either.Token) is { } frame)
            {
                silence.CancelAfter(MostSilence);
                await TakeAsync(frame, stop);
            }
        }
        catch (OperationCanceledException)
        {
            // Asked to stop, or the other side hangs.
        }
        catch (InvalidDataException)
        {
            counters.Malformed();
        }
        finally
        {
            line.Cut();
            RefuseAll();
        }
    }

    private async ValueTask TakeAsync(Frame frame, CancellationToken stop)
    {
        switch (frame.Kind)
        {
            case FrameKind.Reply:
                Answer(frame);
                break;
            case FrameKind.Event when MediaJson.Read(frame, MediaJson.Default.MediaEvent) is { } happened:
                _work.Happened(happened);
                await events.WriteAsync(happened, stop);
                break;
            case FrameKind.Figures when MediaJson.Read(frame, MediaJson.Default.MediaMetrics) is { } figures:
                Figures = figures;
                break;
            default:
                counters.Malformed();
                break;
        }
    }

    private void Answer(Frame frame)
    {
        Asked? asked;
        lock (_lock)
        {
            if (!_asked.Remove(frame.Number, out asked))
            {
                counters.Malformed();
                return;
            }
        }

        var reply = MediaJson.Read(frame, MediaJson.Default.MediaReply);
        if (reply is null)
        {
            counters.Malformed();
            reply = new MediaReply.Refused(MediaCodes.EngineFault, "the reply cannot be read");
        }

        Settle(asked, reply);
    }

    private void RefuseAll()
    {
        List<Asked> waiting;
        lock (_lock)
        {
            _isOver = true;
            waiting = [.. _asked.Values];
            _asked.Clear();
        }

        foreach (var asked in waiting)
        {
            if (asked is { Command: RecordLeg record, Begins: true })
            {
                Strays.Add(record.Path);
            }

            Settle(asked, Gone(asked.Command));
        }
    }

    private void Settle(Asked asked, MediaReply reply)
    {
        if (reply is MediaReply.Refused && asked.Begins)
        {
            _work.Refused(asked.Command);
        }

        asked.Reply.TrySetResult(reply);
    }

    private async Task<T> ReadAsync<T>(FrameKind kind, JsonTypeInfo<T> type, CancellationToken stop)
        where T : class
    {
        try
        {
            if (await line.ReadAsync(stop) is not { } frame)
            {
                throw new InvalidOperationException("it ended before it was ready");
            }

            if (frame.Kind == kind && MediaJson.Read(frame, type) is { } body)
            {
                return body;
            }
        }
        catch (InvalidDataException)
        {
            // Said below.
        }

        counters.Malformed();
        throw new InvalidOperationException("it does not speak our language");
    }
}
