using Santral.Media.Engine;

namespace Santral.Media.Tests.Engine;

public sealed class PacerScheduleTests
{
    private const long Ms = 1_000_000;
    private readonly PacerSchedule _schedule = new();

    [Fact]
    public void Each_phase_comes_every_20_ms_at_its_exact_time_however_late_the_thread_wakes()
    {
        _schedule.Start(0);
        var seen = new List<DuePhase>();
        for (var now = 0L; now <= 200 * Ms; now += 7 * Ms)
        {
            while (_schedule.TryTake(now, out var due))
            {
                seen.Add(due);
            }
        }

        seen.Count.ShouldBe(39);
        seen.Select(d => d.SlotAtNs).ShouldBe(Enumerable.Range(1, 39).Select(i => i * 5 * Ms));
        seen.Select(d => d.Phase).Take(5).ShouldBe([0, 1, 2, 3, 0]);
        seen.ShouldAllBe(d => d.Slots == 1);
    }

    [Fact]
    public void A_short_stall_is_caught_up_packet_by_packet()
    {
        _schedule.Start(0);
        var now = 150 * Ms;
        var count = 0;
        while (_schedule.TryTake(now, out var due))
        {
            due.Slots.ShouldBe(1);
            count++;
        }

        count.ShouldBe(30);
        _schedule.Stalls.ShouldBe(0);
    }

    [Fact]
    public void A_long_stall_gives_whole_rounds_up_and_every_phase_is_told_once()
    {
        _schedule.Start(0);
        var slots = new long[4];
        while (_schedule.TryTake(1_020 * Ms, out var due))
        {
            slots[due.Phase] += due.Slots;
        }

        _schedule.Stalls.ShouldBe(1);
        _schedule.RoundsSkipped.ShouldBe(50);
        slots.ShouldAllBe(s => s == 51); // 1,020 ms are 51 rounds: no time is lost from the timestamps
        _schedule.TryTake(1_024 * Ms, out _).ShouldBeFalse();
        _schedule.TryTake(1_025 * Ms, out var next).ShouldBeTrue();
        next.ShouldBe(new DuePhase(0, 1_025 * Ms, 1));
    }
}
