using Santral.Contracts.Queues;

namespace Santral.Queues.Domain;

/// <summary>How many agents an interval needs.</summary>
public enum StaffingModel
{
    /// <summary>Nobody hangs up: the safe side.</summary>
    ErlangC,

    /// <summary>Callers hang up after their patience.</summary>
    ErlangA,
}

/// <param name="ServiceLevel">Share answered in time, 0 to 1.</param>
/// <param name="Patience">How long callers wait on average before they hang up; only Erlang A asks.</param>
/// <param name="Shrinkage">Share of paid time in which agents take no calls: breaks, training, illness; 0 to below 1.</param>
public sealed record StaffingGoal(StaffingModel Model, double ServiceLevel, TimeSpan Within, TimeSpan Patience, double Shrinkage);

/// <param name="Agents">At their phones.</param>
/// <param name="Scheduled">With those who are in the shrinkage: agents ÷ (1 − shrinkage), rounded up.</param>
public sealed record StaffingNeed(double Load, int Agents, int Scheduled, StaffingOutlook Outlook);

/// <summary>The least number of agents that keeps the promise.</summary>
public static class Staffing
{
    public static StaffingNeed Need(double calls, TimeSpan interval, TimeSpan handling, StaffingGoal goal)
    {
        var load = Erlang.Load(calls, interval, handling);
        if (load <= 0)
        {
            return new StaffingNeed(0, 0, 0, StaffingOutlook.NoWork);
        }

        // The outlook grows better with every agent, so the least number is found by halving.
        var (low, high) = (1, Erlang.MostAgents);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (Outlook(load, handling, middle, goal).ServiceLevel >= goal.ServiceLevel)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return new StaffingNeed(load, low, (int)Math.Ceiling((low / (1 - goal.Shrinkage)) - 1e-9), Outlook(load, handling, low, goal));
    }

    public static StaffingOutlook Outlook(double load, TimeSpan handling, int agents, StaffingGoal goal) => goal.Model == StaffingModel.ErlangC
        ? Erlang.C(load, handling, agents, goal.Within)
        : Erlang.A(load, handling, agents, goal.Patience, goal.Within);

    /// <summary>
    /// Patience from the history: the time all callers waited together ÷ those who hung up (the estimate that counts those who were answered as
    /// patient so far). Null where nobody hung up.
    /// </summary>
    public static TimeSpan? PatienceOf(IEnumerable<WaitRecord> waits)
    {
        var (waited, left) = (TimeSpan.Zero, 0);
        foreach (var wait in waits.Where(w => w.IsOver))
        {
            waited += wait.Waited;
            left += wait.End == WaitEnd.Abandoned ? 1 : 0;
        }

        return left == 0 ? null : waited / left;
    }
}
