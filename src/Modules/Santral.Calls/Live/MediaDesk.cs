using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Santral.Media;

namespace Santral.Calls.Live;

/// <summary>The calls' side of the media border: hands commands over and brings each event to the one who listens to that leg.</summary>
internal sealed partial class MediaDesk(IMediaEngine engine, TimeProvider clock, ILogger<MediaDesk> log) : BackgroundService
{
    private readonly ConcurrentDictionary<LegId, Action<MediaEvent>> _listeners = new();
    private readonly ConcurrentDictionary<TapeId, Action<RecordingEnded>> _tapes = new();

    /// <summary>Legs that were lost with the media process before anybody listened to them.</summary>
    private readonly ConcurrentDictionary<LegId, LegLost> _lost = new();

    public LegId NewLeg() => new(Guid.CreateVersion7(clock.GetUtcNow()));

    public PlayId NewPlay() => new(Guid.CreateVersion7(clock.GetUtcNow()));

    /// <summary>Listeners hand over to a mailbox and return at once: there is one reader of events.</summary>
    public void Listen(LegId leg, Action<MediaEvent> listener)
    {
        _listeners[leg] = listener;
        if (_lost.TryRemove(leg, out var lost))
        {
            listener(lost);
        }
    }

    /// <summary>A recording ends when its file is closed, which may be after its leg.</summary>
    public void Listen(TapeId tape, Action<RecordingEnded> listener) => _tapes[tape] = listener;

    public void Forget(TapeId tape) => _tapes.TryRemove(tape, out _);

    public Task<MediaReply> AskAsync(MediaCommand command) => engine.AskAsync(command, CancellationToken.None);

    /// <summary>True when it took effect; a refusal is logged, the call decides what it means.</summary>
    public async Task<bool> TryAsync(MediaCommand command)
    {
        if (await AskAsync(command) is not MediaReply.Refused refused)
        {
            return true;
        }

        // A leg that is gone already needs no closing and no silence.
        if (refused.Code != MediaCodes.LegUnknown)
        {
            CommandRefused(log, command.GetType().Name, refused.Code, refused.Detail);
        }

        return false;
    }

    public async Task CloseAsync(LegId leg)
    {
        await TryAsync(new CloseLeg(leg));
        _listeners.TryRemove(leg, out _);
        _lost.TryRemove(leg, out _);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await ListenAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The product stops: no call is left to be told.
        }
    }

    private async Task ListenAsync(CancellationToken stop)
    {
        await foreach (var happened in engine.Events.ReadAllAsync(stop))
        {
            try
            {
                if (happened is RecordingEnded over)
                {
                    if (_tapes.TryRemove(over.Id, out var closed))
                    {
                        closed(over);
                    }
                }
                else if (_listeners.TryGetValue(happened.Leg, out var listener))
                {
                    listener(happened);
                }
                else if (happened is LegLost { Reason: LegLoss.EngineLost } lost)
                {
                    Keep(lost);
                }

                if (happened is LegClosed)
                {
                    _listeners.TryRemove(happened.Leg, out _);
                }
            }
            catch (Exception error)
            {
                ListenerFailed(log, error, happened.GetType().Name);
            }
        }
    }

    /// <summary>Its call is just being made: told as soon as it listens, also when that is now.</summary>
    private void Keep(LegLost lost)
    {
        _lost[lost.Leg] = lost;
        if (_listeners.TryGetValue(lost.Leg, out var listener) && _lost.TryRemove(lost.Leg, out _))
        {
            listener(lost);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Media refused {Command}: {Code} {Detail}")]
    private static partial void CommandRefused(ILogger log, string command, string code, string detail);

    [LoggerMessage(LogLevel.Error, "A listener to {Event} failed")]
    private static partial void ListenerFailed(ILogger log, Exception error, string @event);
}
