using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Clocks.Data;
using Santral.Clocks.Domain;

namespace Santral.Clocks.Features;

/// <summary>A supervisor keeps the calendars: the week, the special days, and who works by them.</summary>
public static class KeepCalendars
{
    public sealed record Request(
        int Version,
        [property: Required] CalendarBody Calendar,
        [property: Required, MaxLength(200)] IReadOnlyList<string> Units,
        [property: Required, MaxLength(500)] IReadOnlyList<TeamId> Teams);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var calendars = routes.MapGroup("/clocks/calendars").RequirePermission(ClocksPermissions.Settings).WithTags("clocks");
        calendars.MapGet("", ListAsync).WithName("ListCalendars").WithSummary("All calendars with their days and who works by them.");
        calendars.MapPost("", AddAsync).WithName("AddCalendar").WithSummary("Makes a calendar.");
        calendars.MapPut("/{id}", ChangeAsync).WithName("ChangeCalendar").WithSummary("Changes a calendar; due times of open requests follow.");
        calendars.MapDelete("/{id}", RemoveAsync).WithName("RemoveCalendar").WithSummary("Removes a calendar nobody works by.");
    }

    internal static async Task<Ok<IReadOnlyList<CalendarCard>>> ListAsync(ClocksDb db, ICurrentUser user, CancellationToken stop)
    {
        var calendars = await db.WholeCalendars.AsNoTracking().ToListAsync(stop);
        return TypedResults.Ok<IReadOnlyList<CalendarCard>>(
            [.. calendars.OrderBy(c => c.Names.In(user.Language), StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo(user.Language), true)).Select(CalendarCard.Of)]);
    }

    internal static async Task<Created<CalendarCard>> AddAsync(
        Request body, ClocksDb db, ChangeClocks change, IOrganisation organisation, IKnowTeams teams, TimeProvider clock, CancellationToken stop)
    {
        UsersOrRefuse(body, organisation, teams);
        var calendar = Calendar.Make(Id.New<CalendarId>(clock), body.Calendar.ToPlan(), clock.GetUtcNow());
        await change.SaveAsync(
            async () =>
            {
                await ReleaseAsync(db, calendar.Id, body, stop);
                calendar.UseFor(Distinct(body.Units), Distinct(body.Teams));
                db.Calendars.Add(calendar);
            },
            stop);
        return TypedResults.Created($"/api/clocks/calendars/{calendar.Id}", CalendarCard.Of(calendar));
    }

    internal static async Task<Results<Ok<CalendarCard>, ProblemHttpResult>> ChangeAsync(
        CalendarId id, Request body, ClocksDb db, ChangeClocks change, IOrganisation organisation, IKnowTeams teams, ITexts texts, ICurrentUser user, TimeProvider clock, CancellationToken stop)
    {
        UsersOrRefuse(body, organisation, teams);
        var calendar = await FindAsync(db, id, stop);
        if (calendar.Version != body.Version)
        {
            return StaleSave.Problem(texts, user, CalendarCard.Of(calendar));
        }

        calendar.Change(body.Calendar.ToPlan(), clock.GetUtcNow());
        await change.SaveAsync(
            async () =>
            {
                await ReleaseAsync(db, id, body, stop);
                calendar.UseFor(Distinct(body.Units), Distinct(body.Teams));

                // Its days and users are part of its version.
                db.Entry(calendar).State = EntityState.Modified;
            },
            stop);
        return TypedResults.Ok(CalendarCard.Of(calendar));
    }

    internal static async Task<NoContent> RemoveAsync(CalendarId id, int version, ClocksDb db, ChangeClocks change, TimeProvider clock, CancellationToken stop)
    {
        var calendar = await FindAsync(db, id, stop);
        db.Entry(calendar).Property(c => c.Version).OriginalValue = version;
        calendar.EndOrRefuse(clock.GetUtcNow());
        await change.SaveAsync(
            () =>
            {
                db.Calendars.Remove(calendar);
                return Task.CompletedTask;
            },
            stop);
        return TypedResults.NoContent();
    }

    /// <summary>Everybody works by one calendar: who comes to this one leaves the other. Saved first, so that the key is free.</summary>
    private static async Task ReleaseAsync(ClocksDb db, CalendarId taker, Request body, CancellationToken stop)
    {
        var others = await db.WholeCalendars.Where(c => c.Id != taker).ToListAsync(stop);
        var left = others.Where(c => c.Uses.Any(u => u.Unit is { } unit ? body.Units.Contains(unit) : body.Teams.Contains(u.TeamId!.Value))).ToList();
        foreach (var other in left)
        {
            other.UseFor(
                [.. other.Uses.Select(u => u.Unit).OfType<string>().Except(body.Units)],
                [.. other.Uses.Select(u => u.TeamId).OfType<TeamId>().Except(body.Teams)]);
            db.Entry(other).State = EntityState.Modified;
        }

        if (left.Count > 0)
        {
            await db.SaveChangesAsync(stop);
        }
    }

    private static void UsersOrRefuse(Request body, IOrganisation organisation, IKnowTeams teams)
    {
        if (body.Units.FirstOrDefault(u => organisation.Find(u) is null) is { } unit)
        {
            throw new Refusal("clocks.unit_unknown", RefusalKind.Invalid, ("unit", unit));
        }

        if (body.Teams.Any(t => teams.Find(t) is null))
        {
            throw new Refusal("clocks.team_unknown", RefusalKind.Invalid);
        }
    }

    private static List<T> Distinct<T>(IEnumerable<T> values) => [.. values.Distinct()];

    private static async Task<Calendar> FindAsync(ClocksDb db, CalendarId id, CancellationToken stop)
        => await db.WholeCalendars.SingleOrDefaultAsync(c => c.Id == id, stop) ?? throw new Refusal("clocks.calendar_unknown", RefusalKind.Unknown);
}
