namespace Santral.Media.Border;

/// <summary>
/// What the other process has in hand for us: legs, plays, recordings. When it dies each of them still ends exactly once, as the contract promises, and this
/// says how.
/// </summary>
internal sealed class OpenWork
{
    private readonly Lock _lock = new();
    private readonly Dictionary<LegId, (int Order, bool IsBrowser)> _legs = [];
    private readonly Dictionary<PlayId, LegId> _plays = [];
    private readonly Dictionary<TapeId, RecordLeg> _tapes = [];
    private int _order;

    /// <summary>A command that begins something is on its way. True when what it begins was not begun before.</summary>
    public bool Asked(MediaCommand command)
    {
        lock (_lock)
        {
            return command switch
            {
                OpenSipLeg => _legs.TryAdd(command.Leg, (_order++, IsBrowser: false)),
                OpenBrowserLeg => _legs.TryAdd(command.Leg, (_order++, IsBrowser: true)),
                Play play => _plays.TryAdd(play.Id, play.Leg),
                RecordLeg record => _tapes.TryAdd(record.Id, record),
                _ => false,
            };
        }
    }

    /// <summary>It did not begin.</summary>
    public void Refused(MediaCommand command)
    {
        lock (_lock)
        {
            switch (command)
            {
                case OpenSipLeg or OpenBrowserLeg:
                    _legs.Remove(command.Leg);
                    break;
                case Play play:
                    _plays.Remove(play.Id);
                    break;
                case RecordLeg record:
                    _tapes.Remove(record.Id);
                    break;
            }
        }
    }

    public void Happened(MediaEvent happened)
    {
        lock (_lock)
        {
            switch (happened)
            {
                case PlayEnded played:
                    _plays.Remove(played.Id);
                    break;
                case RecordingEnded recorded:
                    _tapes.Remove(recorded.Id);
                    break;
                case LegClosed:
                    _legs.Remove(happened.Leg);
                    break;
            }
        }
    }

    /// <summary>
    /// The ends of all legs and plays. Telephones in the order in which they came, then browsers, the youngest first: so a caller's end comes before that of the agent he
    /// speaks with, and he is not brought back to a queue for the blink of an eye.
    /// </summary>
    public IReadOnlyList<MediaEvent> Ends(DateTimeOffset at)
    {
        lock (_lock)
        {
            var legs = _legs.OrderBy(l => l.Value.IsBrowser).ThenBy(l => l.Value.IsBrowser ? -l.Value.Order : l.Value.Order).Select(l => l.Key).ToList();
            List<MediaEvent> ends =
            [
                .. legs.Select(leg => new LegLost(leg, LegLoss.EngineLost, at)),
                .. _plays.Select(p => new PlayEnded(p.Value, p.Key, PlayEnd.Failed, at)),
                .. legs.Select(leg => new LegClosed(leg, new LegReport(), at)),
            ];
            _legs.Clear();
            _plays.Clear();
            return ends;
        }
    }

    /// <summary>Recordings that were being written.</summary>
    public IReadOnlyList<RecordLeg> Tapes()
    {
        lock (_lock)
        {
            List<RecordLeg> tapes = [.. _tapes.Values];
            _tapes.Clear();
            return tapes;
        }
    }
}
