namespace Santral.Queues.Domain;

/// <summary>What queueing theory expects of a number of agents.</summary>
/// <param name="IsStable">False where work comes in faster than the agents can do it: without hang-ups the queue would grow for ever.</param>
/// <param name="WaitProbability">Share of callers who wait at all, 0 to 1.</param>
/// <param name="ServiceLevel">Share answered within the target, 0 to 1.</param>
/// <param name="AverageWait">Of all callers.</param>
/// <param name="Occupancy">Share of their time that agents are busy, 0 to 1.</param>
/// <param name="Abandonment">Share who hang up, 0 to 1; 0 in Erlang C, which knows no impatience.</param>
public sealed record StaffingOutlook(bool IsStable, double WaitProbability, double ServiceLevel, TimeSpan AverageWait, double Occupancy, double Abandonment)
{
    internal static StaffingOutlook Unstable { get; } = new(false, 1, 0, TimeSpan.MaxValue, 1, 0);

    internal static StaffingOutlook NoWork { get; } = new(true, 0, 1, TimeSpan.Zero, 0, 0);
}

/// <summary>
/// Erlang B, C and A (A. K. Erlang 1917; C. Palm 1946). Blocking comes by the recursion B(k) = A·B(k−1) ÷ (k + A·B(k−1)): no factorials, so that a
/// thousand agents are as exact as ten.
/// </summary>
public static class Erlang
{
    /// <summary>More are never searched for.</summary>
    public const int MostAgents = 2000;

    private const double Enough = 1e-15;

    /// <summary>So seldom that it can be told from never no more, nor divided by.</summary>
    private const double Never = 1e-250;

    /// <summary>Offered work in erlang: calls arriving in an interval × handling time ÷ length of the interval.</summary>
    public static double Load(double calls, TimeSpan interval, TimeSpan handling) => calls * handling / interval;

    /// <summary>Erlang B: the share of calls that find all <paramref name="agents"/> busy and go away.</summary>
    public static double Blocking(double load, int agents)
    {
        var blocking = 1.0;
        for (var k = 1; k <= agents; k++)
        {
            blocking = load * blocking / (k + (load * blocking));
        }

        return blocking;
    }

    /// <summary>Erlang C (M/M/n): nobody hangs up. n ≤ A is <see cref="StaffingOutlook.Unstable"/>, never a number that is none.</summary>
    public static StaffingOutlook C(double load, TimeSpan handling, int agents, TimeSpan within)
    {
        if (load <= 0)
        {
            return StaffingOutlook.NoWork;
        }

        if (agents <= load)
        {
            return StaffingOutlook.Unstable;
        }

        var blocking = Blocking(load, agents);
        var waits = agents * blocking / (agents - (load * (1 - blocking)));
        var free = agents - load;
        return new StaffingOutlook(
            true,
            waits,
            1 - (waits * Math.Exp(-free * (within / handling))),
            handling * (waits / free),
            load / agents,
            0);
    }

    /// <summary>
    /// Erlang A (M/M/n+M): who waits hangs up after <paramref name="patience"/> on average, so the queue is always stable. The chain of states is summed
    /// outwards from state n, each relative to it; service level is by the share of callers who are answered within the target, abandoning ones counted
    /// as not answered.
    /// </summary>
    public static StaffingOutlook A(double load, TimeSpan handling, int agents, TimeSpan patience, TimeSpan within)
    {
        if (load <= 0)
        {
            return StaffingOutlook.NoWork;
        }

        if (agents < 1)
        {
            return new StaffingOutlook(true, 1, 0, patience, 1, 1);
        }

        var arrivals = load / handling.TotalSeconds;
        var service = 1 / handling.TotalSeconds;
        var leaving = 1 / patience.TotalSeconds;

        // States below n, relative to n: all up to n together are 1 ÷ B, and the busy in them follow from k·aᵏ/k! = a·aᵏ⁻¹/(k−1)!.
        var blocking = Blocking(load, agents);
        if (blocking < Never)
        {
            return new StaffingOutlook(true, 0, 1, TimeSpan.Zero, load / agents, 0);
        }

        var below = (1 / blocking) - 1;
        var busyBelow = (load * below) - agents;

        // From n on: j callers wait.
        var (above, queued) = (0.0, 0.0);
        var waiting = new List<double>();
        var weight = 1.0;
        while (waiting.Count == 0 || weight > Enough * above)
        {
            queued += weight * waiting.Count;
            above += weight;
            waiting.Add(weight);
            weight *= arrivals / ((agents * service) + (waiting.Count * leaving));
        }

        var inTime = AnsweredWithin(waiting.Count, agents * service, leaving, within.TotalSeconds);
        var answeredInTime = waiting.Zip(inTime, (share, chance) => share * chance).Sum();
        var all = below + above;
        var abandoned = leaving * queued / all / arrivals;
        return new StaffingOutlook(
            true,
            above / all,
            (below + answeredInTime) / all,
            TimeSpan.FromSeconds(queued / all / arrivals),
            Math.Min(1, (busyBelow + (above * agents)) / all / agents),
            abandoned);
    }

    /// <summary>
    /// For a caller with i = 0, 1, … others waiting before him: the chance that he is answered within a time and has not hung up before. His turn comes
    /// after i + 1 departures, each at the rate nμ + θ·(those still before him), and he himself leaves at θ. Solved backwards by uniformisation
    /// (A. Jensen 1953), in stretches short enough for the Poisson weights to be representable.
    /// </summary>
    private static double[] AnsweredWithin(int places, double serving, double leaving, double seconds)
    {
        const double MostJumps = 200;
        var highest = serving + (places * leaving);
        var stretches = Math.Max(1, (int)Math.Ceiling(highest * seconds / MostJumps));
        var jumps = highest * seconds / stretches;
        var chance = new double[places];
        for (var stretch = 0; stretch < stretches && seconds > 0; stretch++)
        {
            var sum = new double[places];
            var poisson = Math.Exp(-jumps);
            var counted = 0.0;
            for (var m = 0; counted < 1 - 1e-13 && m < 10 * MostJumps; m++)
            {
                for (var i = 0; i < places; i++)
                {
                    sum[i] += poisson * chance[i];
                }

                counted += poisson;
                poisson *= jumps / (m + 1);
                for (var i = places - 1; i >= 0; i--)
                {
                    var departs = serving + (i * leaving);
                    chance[i] = ((departs * (i == 0 ? 1 : chance[i - 1])) + ((highest - departs - leaving) * chance[i])) / highest;
                }
            }

            chance = sum;
        }

        return chance;
    }
}
