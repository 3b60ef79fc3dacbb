using Santral.Queues.Domain;

namespace Santral.Tests.Queues;

/// <summary>The formulas against values computed elsewhere.</summary>
public sealed class ErlangTests
{
    private static readonly TimeSpan FourMinutes = TimeSpan.FromSeconds(240);

    [Theory]
    [InlineData(360, 30, 15, 0.1729, 0.8812, 6.91, 0.800)]
    [InlineData(360, 28, 15, 0.3331, 0.7406, 19.99, 0.857)]
    [InlineData(100, 8, 20, 0.5327, 0.5233, double.NaN, double.NaN)]
    [InlineData(100, 9, 20, 0.3133, 0.7421, 32.2, double.NaN)]
    [InlineData(100, 10, 20, 0.1746, 0.8678, 12.6, double.NaN)]
    public void Erlang_C(int callsAnHour, int agents, int within, double waits, double serviceLevel, double averageWait, double occupancy)
    {
        var load = Erlang.Load(callsAnHour, TimeSpan.FromHours(1), FourMinutes);

        var outlook = Erlang.C(load, FourMinutes, agents, TimeSpan.FromSeconds(within));

        outlook.IsStable.ShouldBeTrue();
        outlook.WaitProbability.ShouldBe(waits, 0.00006);
        outlook.ServiceLevel.ShouldBe(serviceLevel, 0.00006);
        if (!double.IsNaN(averageWait))
        {
            outlook.AverageWait.TotalSeconds.ShouldBe(averageWait, 0.06);
        }

        if (!double.IsNaN(occupancy))
        {
            outlook.Occupancy.ShouldBe(occupancy, 0.0006);
        }
    }

    [Fact]
    public void Erlang_A()
    {
        // 0.1 calls a second of 240 s each are 24 erlang.
        var outlook = Erlang.A(24, FourMinutes, 26, TimeSpan.FromSeconds(120), TimeSpan.FromSeconds(20));

        outlook.WaitProbability.ShouldBe(0.3137, 0.00006);
        outlook.Abandonment.ShouldBe(0.0585, 0.00006);
        outlook.AverageWait.TotalSeconds.ShouldBe(7.02, 0.006);
    }

    [Theory]
    [InlineData(10, 18, 0.00714)]
    [InlineData(20, 30, 0.00846)]
    public void Erlang_B(double load, int lines, double blocking) => Erlang.Blocking(load, lines).ShouldBe(blocking, 0.000006);

    [Theory]
    [InlineData(24, 24)]
    [InlineData(24, 3)]
    [InlineData(0.5, 0)]
    public void Too_few_agents_are_said_to_be_unstable_and_no_figure_is_none(double load, int agents)
    {
        var outlook = Erlang.C(load, FourMinutes, agents, TimeSpan.FromSeconds(20));

        outlook.IsStable.ShouldBeFalse();
        double.IsNaN(outlook.ServiceLevel).ShouldBeFalse();
        (outlook.ServiceLevel, outlook.WaitProbability).ShouldBe((0, 1));
    }

    [Fact]
    public void With_endless_patience_Erlang_A_is_Erlang_C()
    {
        var within = TimeSpan.FromSeconds(15);

        var patient = Erlang.A(24, FourMinutes, 30, TimeSpan.FromDays(1000), within);

        var c = Erlang.C(24, FourMinutes, 30, within);
        patient.ServiceLevel.ShouldBe(c.ServiceLevel, 0.0001);
        patient.WaitProbability.ShouldBe(c.WaitProbability, 0.0001);
        patient.AverageWait.TotalSeconds.ShouldBe(c.AverageWait.TotalSeconds, 0.01);
        patient.Abandonment.ShouldBe(0, 0.0001);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(24)]
    [InlineData(200)]
    [InlineData(1200)]
    public void Every_figure_of_Erlang_A_is_a_share_and_more_agents_are_better(double load)
    {
        StaffingOutlook? before = null;
        foreach (var agents in new[] { 1, (int)(load * 0.5), (int)(load * 0.9), (int)load, (int)(load * 1.1) + 1, (int)(load * 1.5) }.Where(n => n > 0).Distinct().Order())
        {
            var outlook = Erlang.A(load, FourMinutes, agents, TimeSpan.FromSeconds(90), TimeSpan.FromSeconds(20));

            foreach (var share in new[] { outlook.WaitProbability, outlook.ServiceLevel, outlook.Occupancy, outlook.Abandonment })
            {
                share.ShouldBeInRange(0, 1);
            }

            // Who is not served has hung up: what the agents do is what is left of the work.
            outlook.Occupancy.ShouldBe(load * (1 - outlook.Abandonment) / agents, 0.0001);
            (outlook.ServiceLevel >= (before?.ServiceLevel ?? 0) - 1e-9).ShouldBeTrue();
            before = outlook;
        }
    }

    [Fact]
    public void The_least_number_that_keeps_the_promise_is_found()
    {
        var goal = new StaffingGoal(StaffingModel.ErlangC, 0.8, TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(2), 0.3);

        var need = Staffing.Need(100, TimeSpan.FromHours(1), FourMinutes, goal);

        need.Agents.ShouldBe(10, "nine keep 74 %");
        need.Scheduled.ShouldBe(15, "10 ÷ 0.7");
        need.Outlook.ServiceLevel.ShouldBe(0.8678, 0.0001);
    }

    [Theory]
    [InlineData(StaffingModel.ErlangA)]
    [InlineData(StaffingModel.ErlangC)]
    public void One_call_an_hour_and_thousands_are_figures_too(StaffingModel model)
    {
        var goal = new StaffingGoal(model, 0.8, TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(2), 0.3);
        foreach (var calls in new[] { 1, 3, 50, 20_000 })
        {
            var need = Staffing.Need(calls, TimeSpan.FromHours(1), FourMinutes, goal);

            double.IsFinite(need.Outlook.ServiceLevel + need.Outlook.Occupancy + need.Outlook.Abandonment + need.Outlook.WaitProbability).ShouldBeTrue();
            need.Outlook.ServiceLevel.ShouldBeInRange(0.8, 1);
            Staffing.Outlook(need.Load, FourMinutes, need.Agents - 1, goal).ShouldSatisfyAllConditions(o => (need.Agents == 1 || o.ServiceLevel < 0.8).ShouldBeTrue());
        }
    }

    [Fact]
    public void Nobody_is_needed_for_no_calls()
    {
        var need = Staffing.Need(0, TimeSpan.FromHours(1), FourMinutes, new StaffingGoal(StaffingModel.ErlangA, 0.8, TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(2), 0.3));

        (need.Agents, need.Scheduled, need.Outlook.ServiceLevel).ShouldBe((0, 0, 1));
    }

    [Fact]
    public void Patience_is_all_waiting_shared_by_those_who_hung_up()
    {
        WaitRecord Wait(WaitEnd end, int seconds) => new(Board.Team("sales"), default, end, IsOver: true, TimeSpan.FromSeconds(seconds));

        Staffing.PatienceOf([Wait(WaitEnd.Answered, 10), Wait(WaitEnd.Abandoned, 50), Wait(WaitEnd.Abandoned, 90), Wait(WaitEnd.Answered, 50)]).ShouldBe(TimeSpan.FromSeconds(100));
        Staffing.PatienceOf([Wait(WaitEnd.Answered, 10)]).ShouldBeNull();
    }
}
