using Santral.Contracts.Queues;

namespace Santral.Queues.Domain;

/// <summary>
/// The last two days of the queues' log in memory, so that the wallboard never waits for a table. What it holds is what the log holds: whole seconds,
/// the same instants; its figures are counted by the same functions as the reports.
/// </summary>
public sealed class QueueLedger
{
    /// <summary>Two days cover today in every time zone.</summary>
    public static readonly TimeSpan Keeps = TimeSpan.FromDays(2);

    private const int CleanEvery = 1000;

    private readonly Dictionary<TeamId, List<WaitRecord>> _waits = [];
    private readonly Dictionary<TeamId, List<TalkRecord>> _talks = [];
    private readonly Dictionary<TeamId, List<OfferRecord>> _offers = [];
    private readonly Dictionary<UserId, List<SpanRecord>> _spans = [];
    private readonly Dictionary<Guid, (TeamId Team, int Index)> _openWaits = [];
    private readonly Dictionary<Guid, (TeamId Team, int Index)> _openTalks = [];
    private int _added;

    public void WaitBegan(Guid row, TeamId team, DateTimeOffset joinedAt, bool cameByOverflow = false)
        => _openWaits[row] = (team, Put(_waits, team, new WaitRecord(team, joinedAt, null, IsOver: false, TimeSpan.Zero, cameByOverflow), joinedAt));

    /// <summary>A wait that is not known (it began before the memory) is left out.</summary>
    public void WaitOver(Guid row, WaitEnd? end, TimeSpan waited)
    {
        if (_openWaits.Remove(row, out var at))
        {
            _waits[at.Team][at.Index] = _waits[at.Team][at.Index] with { End = end, IsOver = true, Waited = Whole(waited) };
        }
    }

    public void TalkOver(Guid row, TeamId team, UserId agent, DateTimeOffset answeredAt, TimeSpan talked, DateTimeOffset now)
        => _openTalks[row] = (team, Put(_talks, team, new TalkRecord(team, agent, answeredAt, Whole(talked), null), now));

    public void WrappedUp(Guid row, TimeSpan length)
    {
        if (_openTalks.Remove(row, out var at))
        {
            _talks[at.Team][at.Index] = _talks[at.Team][at.Index] with { WrappedUp = Whole(length) };
        }
    }

    public void OfferOver(OfferRecord offer, DateTimeOffset now) => Put(_offers, offer.Team, offer, now);

    public void SpanOver(SpanRecord span)
    {
        if (!_spans.TryGetValue(span.Agent, out var spans))
        {
            _spans[span.Agent] = spans = [];
        }

        spans.Add(span);
        spans.RemoveAll(s => s.Until < span.Until - Keeps);
    }

    /// <summary>What began between two instants.</summary>
    public QueueTally Of(TeamId team, DateTimeOffset from, DateTimeOffset until, ServiceTarget target)
    {
        var tally = new QueueTally();
        foreach (var wait in Lines(_waits, team).Where(w => w.JoinedAt >= from && w.JoinedAt < until))
        {
            tally.Add(wait, target);
        }

        foreach (var talk in Lines(_talks, team).Where(t => t.AnsweredAt >= from && t.AnsweredAt < until))
        {
            tally.Add(talk);
        }

        foreach (var offer in Lines(_offers, team).Where(o => o.OfferedAt >= from && o.OfferedAt < until))
        {
            tally.Add(offer);
        }

        return tally;
    }

    /// <summary>Stretches of an agent's day that are over.</summary>
    public IEnumerable<SpanRecord> SpansOf(UserId agent, DateTimeOffset since)
        => _spans.TryGetValue(agent, out var spans) ? spans.Where(s => s.Until > since) : [];

    /// <summary>Conversations of an agent since an instant, in all teams, written up or not.</summary>
    public (int Answered, TimeSpan AverageTalk) TalksOf(UserId agent, DateTimeOffset since)
    {
        var talks = _talks.Values.SelectMany(t => t).Where(t => t.Agent == agent && t.AnsweredAt >= since).ToList();
        return talks.Count == 0 ? (0, TimeSpan.Zero) : (talks.Count, talks.Aggregate(TimeSpan.Zero, (sum, t) => sum + t.Talked) / talks.Count);
    }

    /// <summary>As the log keeps lengths.</summary>
    public static TimeSpan Whole(TimeSpan length) => TimeSpan.FromSeconds((long)length.TotalSeconds);

    private static List<TRecord> Lines<TRecord>(Dictionary<TeamId, List<TRecord>> book, TeamId team) => book.TryGetValue(team, out var lines) ? lines : [];

    private int Put<TRecord>(Dictionary<TeamId, List<TRecord>> book, TeamId team, TRecord record, DateTimeOffset now)
    {
        if (!book.TryGetValue(team, out var lines))
        {
            book[team] = lines = [];
        }

        lines.Add(record);
        if (++_added % CleanEvery == 0)
        {
            Clean(now - Keeps);
        }

        return lines.Count - 1;
    }

    private void Clean(DateTimeOffset before)
    {
        Clean(_waits, _openWaits, w => w.JoinedAt < before);
        Clean(_talks, _openTalks, t => t.AnsweredAt < before);
        Clean(_offers, [], o => o.OfferedAt < before);
    }

    private static void Clean<TRecord>(Dictionary<TeamId, List<TRecord>> book, Dictionary<Guid, (TeamId Team, int Index)> open, Predicate<TRecord> isOld)
    {
        foreach (var (team, lines) in book)
        {
            // Lines stand in the order they came in: the old ones are in front.
            var gone = lines.FindIndex(l => !isOld(l));
            gone = gone < 0 ? lines.Count : gone;
            if (gone == 0)
            {
                continue;
            }

            lines.RemoveRange(0, gone);
            foreach (var (row, at) in open.Where(o => o.Value.Team == team).ToList())
            {
                if (at.Index < gone)
                {
                    open.Remove(row);
                }
                else
                {
                    open[row] = (team, at.Index - gone);
                }
            }
        }
    }
}
