using Santral.Clocks.Domain;
using Santral.Contracts.Clocks;

namespace Santral.Tests.Clocks;

public sealed class RunningClockTests
{
    private static readonly WorkCalendar Office = new(Week.Istanbul, Week.Office, [Week.Closed("2026-11-24")]);

    [Fact]
    public void A_pause_moves_the_due_time_by_the_working_time_it_took()
    {
        var pause = new Pause(At("2026-11-20T10:00"), At("2026-11-20T11:00"));

        Office.Due("2026-11-20T09:00", 3, pause).ShouldBe(At("2026-11-20T14:00"), "10–11 does not count, and the break neither");
        Office.Due("2026-11-20T09:00", 3, pause with { From = At("2026-11-20T12:30"), Until = At("2026-11-20T13:30") })
            .ShouldBe(At("2026-11-20T12:00"), "waiting in the break costs nobody anything");
    }

    [Theory]
    [InlineData("2026-11-20T11:00", "2026-11-20T12:00", "a pause that begins when the target is used up comes too late")]
    [InlineData("2026-11-20T08:00", "2026-11-20T09:00", "a pause that ends at the start is none")]
    [InlineData("2026-11-20T10:00", "2026-11-20T10:00", "a pause of no length is none")]
    [InlineData("2026-11-20T10:30", "2026-11-20T10:00", "a pause that ends before it begins is none")]
    public void Pauses_at_the_edges_change_nothing(string from, string until, string why)
        => Office.Due("2026-11-20T09:00", 2, new Pause(At(from), At(until))).ShouldBe(At("2026-11-20T11:00"), why);

    [Fact]
    public void Overlapping_pauses_stand_still_once()
        => Office.Due(
            "2026-11-20T09:00", 2,
            new Pause(At("2026-11-20T09:30"), At("2026-11-20T10:30")),
            new Pause(At("2026-11-20T10:00"), At("2026-11-20T11:00"))).ShouldBe(At("2026-11-20T12:30"));

    [Fact]
    public void While_it_stands_only_what_is_left_is_known()
    {
        var clock = new RunningClock(Office, At("2026-11-20T09:00"), TimeSpan.FromHours(4), [new Pause(At("2026-11-20T10:00"), null)]);

        var answer = clock.AnswerAt(At("2026-11-27T10:00"));

        answer.DueAt.ShouldBeNull();
        answer.WarnAt.ShouldBeNull();
        answer.Left.ShouldBe(TimeSpan.FromHours(3), "a week of waiting uses nothing, so leaving the pause escalates nothing at once");
        clock.SegmentsAt(At("2026-11-27T10:00"))[^1].ShouldBe(new ClockSegment(At("2026-11-20T10:00"), At("2026-11-27T10:00"), ClockSegmentKind.Waiting));
    }

    [Fact]
    public void What_was_late_before_it_stood_still_is_late()
    {
        var clock = new RunningClock(Office, At("2026-11-20T09:00"), TimeSpan.FromHours(1), [new Pause(At("2026-11-20T11:00"), null)]);

        clock.AnswerAt(At("2026-11-27T10:00")).DueAt.ShouldBe(At("2026-11-20T10:00"));
    }

    [Fact]
    public void The_warning_comes_at_four_fifths_of_the_working_time()
        => new RunningClock(Office, At("2026-11-20T16:00"), TimeSpan.FromHours(5), []).AnswerAt(At("2026-11-20T16:00")).WarnAt.ShouldBe(At("2026-11-23T11:00"));

    [Fact]
    public void Every_stretch_says_why_it_counts_or_not()
    {
        var clock = new RunningClock(
            Office, At("2026-11-20T17:00"), TimeSpan.FromHours(9), [new Pause(At("2026-11-23T10:00"), At("2026-11-23T11:00"))]);

        clock.SegmentsAt(At("2026-11-20T17:00")).Select(s => $"{Wall(s.From)} {Wall(s.To)} {s.Kind} {s.Names?.Sv}".Trim()).ShouldBe(
        [
            "20 17:00 20 18:00 Counts",
            "20 18:00 23 09:00 Closed",
            "23 09:00 23 10:00 Counts",
            "23 10:00 23 11:00 Waiting",
            "23 11:00 23 12:30 Counts",
            "23 12:30 23 13:30 Break",
            "23 13:30 23 18:00 Counts",
            "23 18:00 24 00:00 Closed",
            "24 00:00 25 00:00 Holiday Helgdag",
            "25 00:00 25 09:00 Closed",
            "25 09:00 25 10:00 Counts",
        ]);
    }

    private static DateTimeOffset At(string wall) => Week.Istanbul.At(wall);

    private static string Wall(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Week.Istanbul).ToString("dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
