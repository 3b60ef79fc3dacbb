namespace Santral.Clocks.Domain;

/// <summary>One clock: from a start, for a target of working time, with stretches in which it stands still.</summary>
public sealed class RunningClock
{
    private const int WarnNumerator = 4;
    private const int WarnDenominator = 5;

    private readonly WorkCalendar _calendar;
    private readonly DateTimeOffset _start;
    private readonly TimeSpan _target;
    private readonly List<Pause> _pauses;

    public RunningClock(WorkCalendar calendar, DateTimeOffset start, TimeSpan target, IReadOnlyList<Pause> pauses)
    {
        (_calendar, _start, _target) = (calendar, start, target);
        _pauses = Sound(pauses, start);
    }

    public ClockAnswer AnswerAt(DateTimeOffset now)
    {
        var used = UsedAt(now);
        return new ClockAnswer(_target, WhenUsed(_target), WhenUsed(new TimeSpan(_target.Ticks / WarnDenominator * WarnNumerator)), used, _target - used);
    }

    /// <summary>From the start to the due time; to <paramref name="now"/> while that is not known.</summary>
    public IReadOnlyList<ClockSegment> SegmentsAt(DateTimeOffset now)
    {
        var end = WhenUsed(_target) ?? now;
        if (end <= _start)
        {
            return [];
        }

        var told = new SegmentList();
        var pauses = new Queue<Pause>(_pauses);
        foreach (var segment in _calendar.Parts(_start, end))
        {
            var from = segment.From;
            while (from < segment.To)
            {
                while (pauses.TryPeek(out var past) && past.Until <= from)
                {
                    pauses.Dequeue();
                }

                if (!pauses.TryPeek(out var pause) || pause.From >= segment.To)
                {
                    told.Add(segment with { From = from });
                    break;
                }

                told.Add(segment with { From = from, To = Later(from, pause.From) });
                var until = pause.Until is { } ended && ended < segment.To ? ended : segment.To;
                told.Add(new ClockSegment(Later(from, pause.From), until, KindOf(pause.Reason)));
                from = until;
            }
        }

        return told.All;
    }

    private DateTimeOffset? WhenUsed(TimeSpan amount)
    {
        var (from, left) = (_start, amount);
        foreach (var pause in _pauses)
        {
            var work = _calendar.Between(from, pause.From);
            if (work >= left)
            {
                break;
            }

            if (pause.Until is not { } until)
            {
                return null;
            }

            left -= work;
            from = until;
        }

        return _calendar.After(from, left);
    }

    private TimeSpan UsedAt(DateTimeOffset now)
    {
        var used = _calendar.Between(_start, now);
        foreach (var pause in _pauses.TakeWhile(p => p.From < now))
        {
            used -= _calendar.Between(pause.From, pause.Until is { } until && until < now ? until : now);
        }

        return used;
    }

    /// <summary>In order, none before the start, none within another; a pause that ends before it begins is none.</summary>
    private static List<Pause> Sound(IReadOnlyList<Pause> pauses, DateTimeOffset start)
    {
        var sound = new List<Pause>(pauses.Count);
        foreach (var given in pauses.OrderBy(p => p.From))
        {
            var from = Later(given.From, sound.Count > 0 ? sound[^1].Until ?? DateTimeOffset.MaxValue : start);
            if (given.Until is not { } until || until > from)
            {
                if (from == DateTimeOffset.MaxValue)
                {
                    break;
                }

                sound.Add(given with { From = from });
            }
        }

        return sound;
    }

    private static ClockSegmentKind KindOf(PauseReason reason) => reason == PauseReason.Waiting ? ClockSegmentKind.Waiting : ClockSegmentKind.Resolved;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
