using System.Collections.Concurrent;
using System.Threading.Channels;
using Santral.Media;

namespace Santral.Tests.Calls;

/// <summary>A media engine without sound: keeps legs, bridges and plays in memory, so that a test decides what happens when.</summary>
internal sealed class MemoryMedia(TimeProvider clock) : IMediaEngine
{
    private readonly Channel<MediaEvent> _events = Channel.CreateUnbounded<MediaEvent>();
    private readonly ConcurrentDictionary<LegId, PlayId?> _legs = new();
    private readonly ConcurrentDictionary<LegId, TapeId> _tapes = new();

    public ChannelReader<MediaEvent> Events => _events.Reader;

    public MediaMetrics Metrics { get; } = new();

    public bool IsReady => true;

    public Seen<MediaCommand> Asked { get; } = new();

    public ICollection<LegId> Legs => _legs.Keys;

    /// <summary>Who hears whom, both ways.</summary>
    public ConcurrentDictionary<LegId, LegId> Bridges { get; } = new();

    public void Open(LegId leg) => _legs[leg] = null;

    public void Happen(MediaEvent happened) => _events.Writer.TryWrite(happened);

    public void Press(LegId leg, string keys)
    {
        foreach (var key in keys)
        {
            Happen(new DigitPressed(leg, key, 100, clock.GetUtcNow()));
        }
    }

    public void FinishPlay(LegId leg, PlayEnd reason = PlayEnd.Finished)
    {
        if (_legs.TryGetValue(leg, out var play) && play is { } id)
        {
            _legs[leg] = null;
            Happen(new PlayEnded(leg, id, reason, clock.GetUtcNow()));
        }
    }

    /// <summary>Set: the disk refuses, with this code.</summary>
    public string? RefusesRecordings { get; set; }

    /// <summary>The leg's recording ends, of five seconds.</summary>
    public void EndTape(LegId leg, RecordingEnd reason)
    {
        if (_tapes.TryRemove(leg, out var tape))
        {
            Happen(new RecordingEnded(leg, tape, reason, 5000, 80_058, reason is RecordingEnd.DiskFull or RecordingEnd.Failed ? null : new string('a', 64), "", clock.GetUtcNow()));
        }
    }

    public void Lose(LegId leg, LegLoss why = LegLoss.PeerClosed) => Happen(new LegLost(leg, why, clock.GetUtcNow()));

    public Task<MediaReply> AskAsync(MediaCommand command, CancellationToken stop)
    {
        var reply = Do(command);
        Asked.Add(command);
        return Task.FromResult(reply);
    }

    public ValueTask DisposeAsync()
    {
        _events.Writer.TryComplete();
        return ValueTask.CompletedTask;
    }

    private MediaReply Do(MediaCommand command)
    {
        if (command is OpenBrowserLeg)
        {
            Open(command.Leg);
            Happen(new LegConnected(command.Leg, clock.GetUtcNow()));
            return new MediaReply.Sdp("answer");
        }

        if (!_legs.ContainsKey(command.Leg) || (command is Bridge bridge && !_legs.ContainsKey(bridge.Other)))
        {
            return new MediaReply.Refused(MediaCodes.LegUnknown);
        }

        switch (command)
        {
            case Play play:
                FinishPlay(play.Leg, PlayEnd.Stopped);
                _legs[play.Leg] = play.Id;
                break;
            case StopPlay:
                FinishPlay(command.Leg, PlayEnd.Stopped);
                break;
            case Bridge join:
                Part(join.Leg);
                Part(join.Other);
                FinishPlay(join.Leg, PlayEnd.Stopped);
                Bridges[join.Leg] = join.Other;
                Bridges[join.Other] = join.Leg;
                break;
            case RecordLeg record:
                if (RefusesRecordings is { } code)
                {
                    return new MediaReply.Refused(code);
                }

                _tapes[record.Leg] = record.Id;
                break;
            case StopRecording:
                EndTape(command.Leg, RecordingEnd.Stopped);
                break;
            case Confer confer:
                FinishPlay(confer.Leg, PlayEnd.Stopped);
                break;
            case Unbridge:
                Part(command.Leg);
                break;
            case CloseLeg:
                Part(command.Leg);
                FinishPlay(command.Leg, PlayEnd.Stopped);
                _legs.TryRemove(command.Leg, out _);
                EndTape(command.Leg, RecordingEnd.LegClosed);
                Happen(new LegClosed(command.Leg, new LegReport(), clock.GetUtcNow()));
                break;
        }

        return new MediaReply.Done();
    }

    private void Part(LegId leg)
    {
        if (Bridges.TryRemove(leg, out var other))
        {
            Bridges.TryRemove(other, out _);
        }
    }
}
