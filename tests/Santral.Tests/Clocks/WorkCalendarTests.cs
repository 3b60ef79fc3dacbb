using Santral.Clocks.Domain;
using Santral.Contracts.Clocks;

namespace Santral.Tests.Clocks;

public sealed class WorkCalendarTests
{
    private static readonly WorkCalendar Office = new(Week.Istanbul, Week.Office, []);

    [Theory]
    [InlineData("2026-11-20T17:30", 4, "2026-11-23T12:30", "half an hour is left on Friday, and Monday's morning has just enough")]
    [InlineData("2026-11-20T17:30", 4.5, "2026-11-23T14:00", "over the break of Monday")]
    [InlineData("2026-11-20T10:00", 2.5, "2026-11-20T12:30", "used up when the break begins, not when it ends")]
    [InlineData("2026-11-20T12:45", 1, "2026-11-20T14:30", "begun in the break")]
    [InlineData("2026-11-21T03:00", 1, "2026-11-23T10:00", "begun on a Saturday night")]
    [InlineData("2026-11-20T09:00", 40, "2026-11-26T18:00", "a week of work")]
    public void Only_working_minutes_count(string start, double hours, string due, string why)
        => Office.Due(start, hours).ShouldBe(Week.Istanbul.At(due), why);

    [Fact]
    public void The_night_in_which_summer_time_begins_has_an_hour_less_and_the_one_in_which_it_ends_an_hour_more()
    {
        var nights = new WorkCalendar(Week.Stockholm, Enum.GetValues<DayOfWeek>().Select(d => new WeekBlock(d, 22 * 60, 30 * 60)), []);

        nights.Due("2026-03-28T22:00", 7).ShouldBe(Week.Stockholm.At("2026-03-29T06:00"), "from two to three there is nothing");
        nights.Due("2026-10-24T22:00", 9).ShouldBe(Week.Stockholm.At("2026-10-25T06:00"), "the hour from two to three is lived twice");
        nights.Due("2026-10-24T22:00", 4.5).ShouldBe(Week.Stockholm.At("2026-10-25T02:30"), "the first half past two");
        nights.Due("2026-10-24T22:00", 5.5).ShouldBe(Week.Stockholm.At("2026-10-25T02:30").AddHours(1), "the second half past two");
    }

    [Fact]
    public void A_block_that_begins_in_the_hour_lived_twice_opens_twice()
    {
        var early = new WorkCalendar(Week.Stockholm, [new WeekBlock(DayOfWeek.Sunday, 150, 180)], []);

        early.Due("2026-10-25T00:00", 1).ShouldBe(Week.Stockholm.At("2026-10-25T03:00"));
        early.Due("2026-03-29T00:00", 0.5).ShouldBe(Week.Stockholm.At("2026-04-05T03:00"), "in spring half past two does not come");
    }

    [Fact]
    public void A_block_over_midnight_belongs_to_both_dates_but_ends_at_a_holiday()
    {
        var nights = new WorkCalendar(Week.Istanbul, [new WeekBlock(DayOfWeek.Monday, 20 * 60, 28 * 60)], [Week.Closed("2026-11-24")]);

        nights.Due("2026-11-16T20:00", 8).ShouldBe(Week.Istanbul.At("2026-11-17T04:00"));
        nights.Due("2026-11-23T20:00", 8).ShouldBe(Week.Istanbul.At("2026-12-01T00:00"), "the holiday begins at midnight, the rest is next Monday's");
    }

    [Theory]
    [InlineData("2026-10-28T12:00", 2, "2026-10-30T10:00", "28 October is open until one o'clock, the 29th is closed")]
    [InlineData("2027-10-28T12:00", 2, "2027-11-01T10:00", "the same every year")]
    public void Half_days_and_yearly_holidays_count_by_their_own_hours(string start, double hours, string due, string why)
    {
        SpecialDay eve = Week.Half("2026-10-28", 540, 780) with { IsYearly = true };
        var calendar = new WorkCalendar(Week.Istanbul, Week.Days((540, 1080)), [eve, Week.Closed("2026-10-29", yearly: true)]);

        calendar.Due(start, hours).ShouldBe(Week.Istanbul.At(due), why);
    }

    [Fact]
    public void Half_a_holiday_on_a_Sunday_opens_nothing_but_an_exceptional_Saturday_does()
    {
        var calendar = new WorkCalendar(Week.Istanbul, Week.Office, [Week.Half("2026-11-22", 540, 780), Week.Extra("2026-11-21", 600, 720)]);

        calendar.Due("2026-11-20T17:00", 4).ShouldBe(Week.Istanbul.At("2026-11-23T10:00"));
    }

    [Fact]
    public void A_dated_day_wins_over_the_yearly_one()
    {
        var calendar = new WorkCalendar(Week.Istanbul, Week.Office, [Week.Closed("2020-11-20", yearly: true), Week.Extra("2026-11-20", 600, 660)]);

        calendar.Due("2026-11-20T09:00", 1).ShouldBe(Week.Istanbul.At("2026-11-20T11:00"));
        calendar.Due("2025-11-20T09:00", 1).ShouldBe(Week.Istanbul.At("2025-11-21T10:00"));
    }

    [Fact]
    public void Round_the_clock_has_no_end_and_counts_every_second()
    {
        var always = WorkCalendar.Always(Week.Stockholm);

        always.StateAt(Week.Stockholm.At("2026-12-31T23:59")).ShouldBe(new OpenState(true, null));
        always.Due("2026-12-31T12:00", 48).ShouldBe(Week.Stockholm.At("2027-01-02T12:00"));
        always.Between(Week.Stockholm.At("2026-03-28T12:00"), Week.Stockholm.At("2026-03-29T12:00")).ShouldBe(TimeSpan.FromHours(23));
    }

    [Fact]
    public void Says_until_when_it_is_open_or_closed()
    {
        Office.StateAt(Week.Istanbul.At("2026-11-20T09:00")).ShouldBe(new OpenState(true, Week.Istanbul.At("2026-11-20T12:30")));
        Office.StateAt(Week.Istanbul.At("2026-11-20T18:00")).ShouldBe(new OpenState(false, Week.Istanbul.At("2026-11-23T09:00")));
    }

    [Fact]
    public void What_runs_out_after_fifty_years_is_never_due()
    {
        var week = new[] { new WeekBlock(DayOfWeek.Monday, 540, 600) };
        var rare = new WorkCalendar(Week.Istanbul, week, [Week.Closed("2026-11-23")]);

        rare.Due("2026-11-22T00:00", 1).ShouldBe(Week.Istanbul.At("2026-11-30T10:00"));
        rare.Due("2026-11-22T00:00", 4000).ShouldBeNull("a clock that runs out after fifty years is never due");
    }

    [Fact]
    public void An_instant_outside_of_what_calendars_know_is_refused()
        => Should.Throw<Refusal>(() => Office.After(DateTimeOffset.MinValue, TimeSpan.FromHours(1))).Code.ShouldBe("clocks.instant_too_far");
}
