namespace Santral.Media.Border;

/// <summary>The media process's end: an engine that does what comes over the line and tells what happens. It ends with the line.</summary>
public static class MediaServer
{
    private static readonly TimeSpan FiguresEvery = TimeSpan.FromSeconds(1);

    /// <param name="stream">The connection to the main process; ended here.</param>
    /// <param name="make">Makes the engine; an <see cref="InvalidOperationException"/> is told to the main process.</param>
    public static async Task RunAsync(Stream stream, Func<MediaOptions, IMediaEngine> make, TimeProvider time, CancellationToken stop)
    {
        await using var line = new FrameLine(stream);
        line.TrySend(FrameKind.Hello, 0, new Hello(MediaJson.Contract, Environment.ProcessId), MediaJson.Default.Hello);
        if (await BeginAsync(line, make, stop) is not { } engine)
        {
            return;
        }

        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var telling = TellAsync(line, engine);
        var counting = CountAsync(line, engine, time, over.Token);
        try
        {
            await ObeyAsync(line, engine, over.Token);
        }
        finally
        {
            await over.CancelAsync();
            await counting;
            await engine.DisposeAsync();
            await telling;
        }
    }

    private static async Task<IMediaEngine?> BeginAsync(FrameLine line, Func<MediaOptions, IMediaEngine> make, CancellationToken stop)
    {
        if (await line.ReadAsync(stop) is not { Kind: FrameKind.Begin } frame || MediaJson.Read(frame, MediaJson.Default.Begin) is not { } begin)
        {
            return null;
        }

        try
        {
            // What the other contract says is not known here; the main process has refused this one by then.
            var engine = begin.Contract == MediaJson.Contract ? make(begin.Options) : throw new InvalidOperationException("another contract");
            line.TrySend(FrameKind.Begun, 0, new Begun(null), MediaJson.Default.Begun);
            return engine;
        }
        catch (InvalidOperationException error)
        {
            line.TrySend(FrameKind.Begun, 0, new Begun(error.Message), MediaJson.Default.Begun);
            return null;
        }
    }

    private static async Task ObeyAsync(FrameLine line, IMediaEngine engine, CancellationToken stop)
    {
        try
        {
            while (await line.ReadAsync(stop) is { } frame)
            {
                // Each is begun here, in order; what takes long (a prompt's file) is not waited for.
                _ = AnswerAsync(line, frame.Number, frame.Kind == FrameKind.Command ? MediaJson.Read(frame, MediaJson.Default.MediaCommand) : null, engine, stop);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or InvalidDataException)
        {
            // The main process goes on without us, and starts another one.
        }
    }

    private static async Task AnswerAsync(FrameLine line, uint number, MediaCommand? command, IMediaEngine engine, CancellationToken stop)
    {
        try
        {
            var reply = command is null ? new MediaReply.Refused(MediaCodes.CommandUnknown, "it cannot be read") : await engine.AskAsync(command, stop);
            await line.SendAsync(FrameKind.Reply, number, reply, MediaJson.Default.MediaReply);
        }
        catch (OperationCanceledException)
        {
            // Nobody waits for it any more.
        }
    }

    private static async Task TellAsync(FrameLine line, IMediaEngine engine)
    {
        await foreach (var happened in engine.Events.ReadAllAsync())
        {
            await line.SendAsync(FrameKind.Event, 0, happened, MediaJson.Default.MediaEvent);
        }
    }

    /// <summary>The figures go by way of the media thread, so that their silence says that it hangs.</summary>
    private static async Task CountAsync(FrameLine line, IMediaEngine engine, TimeProvider time, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(FiguresEvery, time);
        try
        {
            do
            {
                await engine.AskAsync(new StopPlay(new LegId(Guid.Empty)), stop);
                await line.SendAsync(FrameKind.Figures, 0, engine.Metrics, MediaJson.Default.MediaMetrics);
            }
            while (await timer.WaitForNextTickAsync(stop));
        }
        catch (OperationCanceledException)
        {
            // The line is over.
        }
    }
}
