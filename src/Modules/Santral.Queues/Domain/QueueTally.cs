namespace Santral.Queues.Domain;

/// <summary>What a team promises its callers, and from when on a wait was one.</summary>
/// <param name="ServiceLevelWithin">T of the service level.</param>
/// <param name="ShortAbandon">Who hangs up within it has not waited: reported, and outside service level and abandonment.</param>
public sealed record ServiceTarget(TimeSpan ServiceLevelWithin, TimeSpan ShortAbandon)
{
    public static ServiceTarget Default { get; } = new(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(5));
}

/// <summary>
/// Waits, conversations and rings of one interval, counted. Every wait has exactly one outcome: <see cref="Outcomes"/> is always
/// <see cref="Offered"/>.
/// </summary>
public sealed class QueueTally
{
    /// <summary>Entered the queue in the interval.</summary>
    public int Offered { get; private set; }

    /// <summary>Connected with an agent: audio, not the click.</summary>
    public int Answered { get; private set; }

    public int AnsweredInTime { get; private set; }

    /// <summary>Hung up after having waited.</summary>
    public int Abandoned { get; private set; }

    public int ShortAbandoned { get; private set; }

    /// <summary>Waited longer than the queue allows.</summary>
    public int TimedOut { get; private set; }

    public int NoAgents { get; private set; }

    /// <summary>Went on to the overflow team, where they are offered again.</summary>
    public int Overflowed { get; private set; }

    /// <summary>Of the offered those who came by overflow: over several teams they are offered more than once.</summary>
    public int CameByOverflow { get; private set; }

    public int Closed { get; private set; }

    /// <summary>Left the line and kept the place, to be called back.</summary>
    public int CalledBack { get; private set; }

    /// <summary>Lost when the product stopped; who called again within the time kept his place.</summary>
    public int CutOff { get; private set; }

    public int Waiting { get; private set; }

    public TimeSpan AnsweredWait { get; private set; }

    public TimeSpan LongestWait { get; private set; }

    /// <summary>Conversations that are over and written up.</summary>
    public int Handled { get; private set; }

    public TimeSpan Talked { get; private set; }

    public TimeSpan WrappedUp { get; private set; }

    /// <summary>Rings at agents, without those during which the caller hung up.</summary>
    public int Rings { get; private set; }

    public int RingsMissed { get; private set; }

    public int Outcomes => Answered + Abandoned + ShortAbandoned + TimedOut + NoAgents + Overflowed + Closed + CalledBack + CutOff + Waiting;

    public QueueTally Add(WaitRecord wait, ServiceTarget target)
    {
        Offered++;
        CameByOverflow += wait.CameByOverflow ? 1 : 0;
        LongestWait = wait.IsOver && wait.Waited > LongestWait ? wait.Waited : LongestWait;
        switch (wait.End)
        {
            case WaitEnd.Answered:
                Answered++;
                AnsweredInTime += wait.Waited <= target.ServiceLevelWithin ? 1 : 0;
                AnsweredWait += wait.Waited;
                break;
            case WaitEnd.Abandoned when wait.Waited <= target.ShortAbandon:
                ShortAbandoned++;
                break;
            case WaitEnd.Abandoned:
                Abandoned++;
                break;
            case WaitEnd.TimedOut:
                TimedOut++;
                break;
            case WaitEnd.NoAgents:
                NoAgents++;
                break;
            case WaitEnd.Overflowed:
                Overflowed++;
                break;
            case WaitEnd.Closed:
                Closed++;
                break;
            case WaitEnd.CalledBack:
                CalledBack++;
                break;
            case null when wait.IsOver:
                CutOff++;
                break;
            case null:
                Waiting++;
                break;
        }

        return this;
    }

    public QueueTally Add(TalkRecord talk)
    {
        if (talk.WrappedUp is { } wrappedUp)
        {
            Handled++;
            Talked += talk.Talked;
            WrappedUp += wrappedUp;
        }

        return this;
    }

    public QueueTally Add(OfferRecord offer)
    {
        if (offer.End != OfferEnd.CallerLeft)
        {
            Rings++;
            RingsMissed += offer.End == OfferEnd.NoAnswer ? 1 : 0;
        }

        return this;
    }
}

/// <summary>The figures of a queue, one pure function each; null where nothing was that could be measured.</summary>
public static class QueueMetrics
{
    /// <summary>Answered within T ÷ (answered + abandoned, without short ones), in per cent; who is called back counts nowhere.</summary>
    public static double? ServiceLevel(QueueTally tally) => Share(tally.AnsweredInTime, tally.Answered + tally.Abandoned);

    /// <summary>Abandoned, without short ones ÷ (offered − short ones), in per cent.</summary>
    public static double? AbandonmentRate(QueueTally tally) => Share(tally.Abandoned, tally.Offered - tally.ShortAbandoned);

    /// <summary>Σ wait of the answered ÷ answered.</summary>
    public static TimeSpan? AverageSpeedOfAnswer(QueueTally tally) => tally.Answered == 0 ? null : tally.AnsweredWait / tally.Answered;

    /// <summary>Σ (talk with hold + wrap-up) ÷ handled; ringing is not in it.</summary>
    public static TimeSpan? AverageHandlingTime(QueueTally tally) => tally.Handled == 0 ? null : (tally.Talked + tally.WrappedUp) / tally.Handled;

    /// <summary>Rings not answered ÷ rings, without those during which the caller hung up, in per cent.</summary>
    public static double? NonResponseRate(QueueTally tally) => Share(tally.RingsMissed, tally.Rings);

    internal static double? Share(double part, double whole) => whole <= 0 ? null : 100.0 * part / whole;
}
