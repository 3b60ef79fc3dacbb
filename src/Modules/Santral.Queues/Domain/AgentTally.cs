namespace Santral.Queues.Domain;

/// <summary>What an agent, or several, did in one interval.</summary>
public sealed class AgentTally
{
    public int Handled { get; private set; }

    public TimeSpan Talked { get; private set; }

    public TimeSpan WrappedUp { get; private set; }

    public int Rings { get; private set; }

    public int RingsAnswered { get; private set; }

    public int RingsMissed { get; private set; }

    public int RingsRejected { get; private set; }

    /// <summary>Available or away.</summary>
    public TimeSpan SignedIn { get; private set; }

    /// <summary>Available and in nothing.</summary>
    public TimeSpan Ready { get; private set; }

    public TimeSpan Ringing { get; private set; }

    /// <summary>In a conversation, also as the colleague who is asked.</summary>
    public TimeSpan InTalk { get; private set; }

    public TimeSpan InWrapUp { get; private set; }

    /// <summary>Away and in nothing, by reason; the empty reason is one that was not given.</summary>
    public SortedDictionary<string, TimeSpan> Away { get; } = new(StringComparer.Ordinal);

    public TimeSpan AwayInAll => Away.Values.Aggregate(TimeSpan.Zero, (sum, one) => sum + one);

    public AgentTally Add(TalkRecord talk)
    {
        if (talk.WrappedUp is { } wrappedUp)
        {
            Handled++;
            Talked += talk.Talked;
            WrappedUp += wrappedUp;
        }

        return this;
    }

    public AgentTally Add(OfferRecord offer)
    {
        if (offer.End != OfferEnd.CallerLeft)
        {
            Rings++;
            RingsAnswered += offer.End == OfferEnd.Answered ? 1 : 0;
            RingsMissed += offer.End == OfferEnd.NoAnswer ? 1 : 0;
            RingsRejected += offer.End == OfferEnd.Rejected ? 1 : 0;
        }

        return this;
    }

    /// <summary>Adds the part of a stretch that lies between two instants.</summary>
    public AgentTally Add(SpanRecord span, DateTimeOffset from, DateTimeOffset until)
    {
        var length = span.Within(from, until);
        if (span.Presence != PresenceState.Offline || span.Activity != AgentActivity.Idle)
        {
            SignedIn += length;
        }

        switch (span.Activity)
        {
            case AgentActivity.Offered:
                Ringing += length;
                break;
            case AgentActivity.Talking:
                InTalk += length;
                break;
            case AgentActivity.WrapUp:
                InWrapUp += length;
                break;
            default:
                if (span.Presence == PresenceState.Available)
                {
                    Ready += length;
                }
                else if (span.Presence == PresenceState.Away && length > TimeSpan.Zero)
                {
                    Away[span.Reason ?? ""] = Away.GetValueOrDefault(span.Reason ?? "") + length;
                }

                break;
        }

        return this;
    }

    /// <summary>(Talk with hold + wrap-up) ÷ (that + ready without a call), in per cent; ringing and breaks are in neither.</summary>
    public static double? Occupancy(AgentTally tally)
    {
        var busy = tally.InTalk + tally.InWrapUp;
        return QueueMetrics.Share(busy.TotalSeconds, (busy + tally.Ready).TotalSeconds);
    }

    /// <summary>(Ready + ringing + talk + wrap-up) ÷ signed in, in per cent.</summary>
    public static double? Utilisation(AgentTally tally)
        => QueueMetrics.Share((tally.Ready + tally.Ringing + tally.InTalk + tally.InWrapUp).TotalSeconds, tally.SignedIn.TotalSeconds);

    public static TimeSpan? AverageHandlingTime(AgentTally tally) => tally.Handled == 0 ? null : (tally.Talked + tally.WrappedUp) / tally.Handled;
}
