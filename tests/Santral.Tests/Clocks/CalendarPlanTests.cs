using Santral.Clocks.Domain;

namespace Santral.Tests.Clocks;

public sealed class CalendarPlanTests
{
    private static readonly CalendarPlan Sound = new(new Names("Ofis", "", ""), "Europe/Istanbul", Week.Office, [Week.Closed("2026-10-29")]);

    [Fact]
    public void A_sound_plan_is_taken_and_shows_its_one_name_in_all_languages()
        => Sound.OrRefuse().Names.ShouldBe(new Names("Ofis", "Ofis", "Ofis"));

    [Theory]
    [InlineData("Mars/Olympus")]
    [InlineData("Turkey Standard Time")]
    [InlineData("")]
    public void A_zone_that_is_no_IANA_name_is_refused(string zone) => Refused(Sound with { TimeZone = zone }, "clocks.time_zone_unknown");

    [Fact]
    public void Blocks_that_overlap_are_refused_also_over_midnight()
    {
        Refused(Sound with { Week = [new(DayOfWeek.Monday, 540, 720), new(DayOfWeek.Monday, 700, 900)] }, "clocks.blocks_overlap");
        Refused(Sound with { Week = [new(DayOfWeek.Sunday, 1320, 1800), new(DayOfWeek.Monday, 300, 900)] }, "clocks.blocks_overlap");
        Refused(Sound with { Week = [new(DayOfWeek.Monday, 720, 720)] }, "clocks.blocks_overlap");
        Refused(Sound with { Week = [new(DayOfWeek.Monday, 720, 2161)] }, "clocks.blocks_overlap");
        Sound.OrRefuse().ShouldNotBeNull();
        (Sound with { Week = [new(DayOfWeek.Monday, 540, 720), new(DayOfWeek.Monday, 720, 900)] }).OrRefuse().ShouldNotBeNull("touching is allowed");
    }

    [Fact]
    public void A_holiday_said_twice_is_refused_but_a_dated_and_a_yearly_one_are_two()
    {
        Refused(Sound with { Days = [Week.Closed("2026-10-29"), Week.Half("2026-10-29", 540, 700)] }, "clocks.day_twice");
        Refused(Sound with { Days = [Week.Closed("2026-10-29", yearly: true), Week.Closed("2027-10-29", yearly: true)] }, "clocks.day_twice");
        (Sound with { Days = [Week.Closed("2026-10-29", yearly: true), Week.Extra("2026-10-29", 540, 700)] }).OrRefuse().Days.Count.ShouldBe(2);
    }

    [Fact]
    public void What_can_never_open_or_has_no_name_or_is_too_far_is_refused()
    {
        Refused(Sound with { Week = [] }, "clocks.never_open");
        Refused(Sound with { Names = new Names(" ", "\0", "") }, "clocks.name_needed");
        Refused(Sound with { Names = new Names(new string('a', 121), "", "") }, "clocks.name_too_long");
        Refused(Sound with { Days = [Week.Closed("2026-10-29") with { Names = new Names("", "", "") }] }, "clocks.day_name_needed");
        Refused(Sound with { Days = [Week.Closed("1026-10-29")] }, "clocks.day_out_of_range");
        Refused(Sound with { Days = [Week.Half("2026-10-29", 700, 600)] }, "clocks.day_blocks_overlap");
        Refused(Sound with { Days = [Week.Extra("2026-10-31", 540, 600) with { Blocks = [] }] }, "clocks.opening_without_hours");
    }

    [Fact]
    public void Hours_are_the_same_after_writing_and_reading()
    {
        var clock = new FakeTimeProvider();
        var plan = Sound with { Week = [.. Week.Office, new WeekBlock(DayOfWeek.Saturday, 1320, 1800)], Days = [Week.Half("2026-10-28", 540, 780)] };
        var calendar = Calendar.Make(Id.New<CalendarId>(clock), plan, clock.GetUtcNow());

        calendar.Week.ShouldStartWith("Monday 09:00-12:30; Monday 13:30-18:00; ");
        calendar.Week.ShouldEndWith("Saturday 22:00-30:00");
        calendar.Plan().Week.ShouldBe(plan.Week, ignoreOrder: true);
        calendar.Plan().Days.Single().Blocks.ShouldBe([new Block(540, 780)]);
    }

    private static void Refused(CalendarPlan plan, string code)
    {
        var refusal = Should.Throw<Refusal>(plan.OrRefuse);
        refusal.Code.ShouldBe(code);
        refusal.Kind.ShouldBe(RefusalKind.Invalid);
    }
}
