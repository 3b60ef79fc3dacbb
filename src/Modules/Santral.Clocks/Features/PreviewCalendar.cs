using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Clocks.Domain;

namespace Santral.Clocks.Features;

/// <summary>What a calendar would say before it is saved: opened then, with so many minutes, due when and why. And the public holidays to fill it with.</summary>
public static class PreviewCalendar
{
    /// <param name="OpenedAt">Local time in the calendar's zone.</param>
    public sealed record Request(
        [property: Required] CalendarBody Calendar, DateTime OpenedAt, [property: Range(1, Target.MostMinutes)] int Minutes);

    public sealed record Response(DateTimeOffset OpenedAt, DateTimeOffset? WarnAt, DateTimeOffset? DueAt, IReadOnlyList<ClockSegment> Segments);

    public sealed record HolidaysRequest(
        [property: Required, StringLength(2, MinimumLength = 2)] string Country, [property: Required, MaxLength(60)] IReadOnlyList<WeekBlockBody> Week);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var calendars = routes.MapGroup("/clocks").RequirePermission(ClocksPermissions.Settings).WithTags("clocks");
        calendars.MapPost("/calendars/preview", Handle).WithName("PreviewCalendar").WithSummary("When something would be due by an unsaved calendar, and why.");
        calendars.MapPost("/holidays", Holidays).WithName("SuggestHolidays").WithSummary("Public holidays of a country (TR, SE) for the years that are known.");
    }

    internal static Ok<Response> Handle(Request body)
    {
        var work = body.Calendar.ToPlan().OrRefuse().ToWork();
        var openedAt = InstantOf(body.OpenedAt, work.Zone);
        var clock = new RunningClock(work, openedAt, TimeSpan.FromMinutes(body.Minutes), []);
        var answer = clock.AnswerAt(openedAt);
        return TypedResults.Ok(new Response(openedAt, answer.WarnAt, answer.DueAt, answer.DueAt is null ? [] : clock.SegmentsAt(openedAt)));
    }

    internal static Ok<IReadOnlyList<SpecialDayBody>> Holidays(HolidaysRequest body)
    {
        List<WeekBlock> week = [.. body.Week.Select(b => new WeekBlock(b.Day, b.Opens, b.Closes))];
        return week.Count == 0
            ? throw new Refusal("clocks.never_open", RefusalKind.Invalid)
            : TypedResults.Ok<IReadOnlyList<SpecialDayBody>>([.. PublicHolidays.Of(body.Country, week).OrderBy(d => d.Date).Select(CalendarBody.Of)]);
    }

    /// <summary>The hour that does not exist in spring is read as the one after the change.</summary>
    private static DateTimeOffset InstantOf(DateTime local, TimeZoneInfo zone)
    {
        if (local.Year is < 2000 or > 2199)
        {
            throw new Refusal("clocks.instant_too_far", RefusalKind.Invalid);
        }

        var wall = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return new DateTimeOffset(wall, zone.GetUtcOffset(zone.IsInvalidTime(wall) ? wall.AddHours(1) : wall)).ToUniversalTime();
    }
}
