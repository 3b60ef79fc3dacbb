using Santral.Queues.Domain;

namespace Santral.Tests.Queues;

public sealed class OpeningHoursTests
{
    private static readonly OpeningHours Weekdays = new(
        "Europe/Stockholm",
        [.. new[] { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Friday }.Select(d => new OpeningTime(d, 8 * 60, 17 * 60))]);

    [Theory]
    [InlineData("2026-11-20T06:59:00Z", false)]
    [InlineData("2026-11-20T07:00:00Z", true)]
    [InlineData("2026-11-20T15:59:59Z", true)]
    [InlineData("2026-11-20T16:00:00Z", false)]
    [InlineData("2026-11-21T10:00:00Z", false)]
    [InlineData("2026-06-19T06:00:00Z", true)]
    [InlineData("2026-06-19T15:00:00Z", false)]
    public void The_clock_on_the_teams_wall_decides_in_winter_and_summer(string at, bool open)
        => Weekdays.IsOpen(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(open);

    [Fact]
    public void Day_and_night_is_every_minute_of_the_week()
    {
        var always = new OpeningHours("Europe/Istanbul", OpeningHours.Always);
        var start = new DateTimeOffset(2026, 11, 16, 0, 0, 0, TimeSpan.Zero);

        Enumerable.Range(0, 7 * 24 * 60).ShouldAllBe(minute => always.IsOpen(start.AddMinutes(minute)));
    }

    [Fact]
    public void Hours_are_the_same_after_writing_and_reading()
    {
        var text = OpeningHours.Write(Weekdays.Times);

        text.ShouldStartWith("Monday 08:00-17:00; ");
        OpeningHours.Read(text).ShouldBe(Weekdays.Times);
        OpeningHours.Read(OpeningHours.Write(OpeningHours.Always)).ShouldBe(OpeningHours.Always);
        OpeningHours.Read("").ShouldBeEmpty();
    }

    [Fact]
    public void Hours_that_make_no_sense_are_refused()
    {
        var team = new Team(new(Guid.Empty), "x", new("x", "x", "x"), "internet", "Europe/Istanbul");

        Refused(() => team.Open("Mars/Olympus", OpeningHours.Always)).ShouldBe("queues.time_zone_unknown");
        Refused(() => team.Open("Europe/Istanbul", [new(DayOfWeek.Monday, 600, 540)])).ShouldBe("queues.hours_wrong");
        Refused(() => team.Open("Europe/Istanbul", [new(DayOfWeek.Monday, 540, 720), new(DayOfWeek.Monday, 700, 800)])).ShouldBe("queues.hours_wrong");
        team.Opening.Times.ShouldBe(OpeningHours.Always, "nothing is half changed");
    }

    private static string Refused(Action act) => Should.Throw<Refusal>(act).Code;
}
