using System.Globalization;
using Santral.Clocks.Domain;

namespace Santral.Tests.Clocks;

public sealed class PublicHolidaysTests
{
    [Theory]
    [InlineData("TR", "2026-03-19", true)]
    [InlineData("TR", "2026-03-20", false)]
    [InlineData("TR", "2026-05-26", true)]
    [InlineData("TR", "2026-05-30", false)]
    [InlineData("TR", "2027-03-11", false)]
    [InlineData("TR", "2028-02-25", true)]
    [InlineData("TR", "2028-05-08", false)]
    [InlineData("SE", "2026-04-03", false)]
    [InlineData("SE", "2026-04-06", false)]
    [InlineData("SE", "2026-05-14", false)]
    [InlineData("SE", "2026-06-19", false)]
    [InlineData("SE", "2026-10-31", false)]
    [InlineData("SE", "2027-03-26", false)]
    [InlineData("SE", "2028-04-17", false)]
    public void The_holidays_that_move_fall_on_their_dates(string country, string date, bool half)
    {
        var day = PublicHolidays.Of(country, Week.Office).SingleOrDefault(d => !d.IsYearly && d.Date == DateOnly.Parse(date, CultureInfo.InvariantCulture));

        day.ShouldNotBeNull();
        day.Blocks.ShouldBe(half ? [new Block(540, 750)] : []);
    }

    [Theory]
    [InlineData("TR", 8 + (3 * 9))]
    [InlineData("SE", 8 + (3 * 8))]
    public void A_calendar_with_all_of_them_is_sound(string country, int count)
    {
        var days = PublicHolidays.Of(country, Week.Office);

        new CalendarPlan(Week.Name, "Europe/Istanbul", Week.Office, days).OrRefuse().Days.Count.ShouldBe(count);
        days.ShouldAllBe(d => d.Names.Tr != "" && d.Names.Sv != "" && d.Names.En != "");
    }

    [Fact]
    public void A_country_without_a_list_is_refused()
        => Should.Throw<Refusal>(() => PublicHolidays.Of("ZZ", Week.Office)).Code.ShouldBe("clocks.country_unknown");
}
