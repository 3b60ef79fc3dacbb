using Microsoft.EntityFrameworkCore;
using Santral.Clocks.Data;
using Santral.Clocks.Domain;

namespace Santral.Clocks.Data;

/// <summary>
/// What an installation begins with once it has units: office hours in each time zone with the country's public holidays, and targets by
/// priority. What an operator changed or removed stays so. Then everything is read into memory.
/// </summary>
internal sealed class StartingClocks(ClocksDb db, ClockBook book, IOrganisation organisation, IKnowTeams teams, IKnowDefinitions definitions, TimeProvider clock)
    : IPrepare, ISeedDemo
{
    private static readonly (string Priority, int Response, int Resolution)[] Promises =
    [
        ("urgent", 1 * 60, 4 * 60),
        ("high", 2 * 60, 8 * 60),
        ("normal", 8 * 60, 24 * 60),
        ("low", 16 * 60, 80 * 60),
    ];

    private static readonly DayOfWeek[] Weekdays =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    /// <summary>After teams and definitions, before the documents that count by them.</summary>
    public int Order => 25;

    public async Task PrepareAsync(CancellationToken stop)
    {
        await BeginAsync(stop);
        await book.ReadAsync(db, stop);
    }

    public async Task SeedAsync(CancellationToken stop)
    {
        await BeginAsync(stop);
        if (teams.FindByCode("technical_support") is { } shift && !await db.Uses.AnyAsync(u => u.TeamId == shift.Id, stop))
        {
            // Technical support answers the internet customers every day until midnight.
            var week = Enum.GetValues<DayOfWeek>().Select(d => new WeekBlock(d, 8 * 60, Block.Day)).ToList();
            var calendar = Make(new Names("Teknik destek vardiyası", "Teknisk support, skift", "Technical support shift"), "Europe/Istanbul", week, null);
            calendar.UseFor([], [shift.Id]);
            Promise(new TargetScope(null, shift.Id, Priority("high"), null), 30, 6 * 60);
            Promise(new TargetScope("municipal", null, Priority("urgent"), null), 30, 2 * 60);
            Promise(new TargetScope(null, null, null, definitions.FindByCode(DefinitionTables.RequestCategories, "area_outage")?.Id), 15, 3 * 60);
            await db.SaveChangesAsync(stop);
        }

        await book.ReadAsync(db, stop);
    }

    private async Task BeginAsync(CancellationToken stop)
    {
        if (organisation.Units.Count == 0 || await db.AuditTrail.AnyAsync(stop))
        {
            return;
        }

        foreach (var zone in organisation.Units.GroupBy(u => (u.TimeZone, u.Region)))
        {
            var place = zone.Key.TimeZone.Split('/')[^1].Replace('_', ' ');
            var calendar = zone.Key.Region == "SE"
                ? Make(new Names($"{place} mesaisi", $"Kontorstid {place}", $"{place} office hours"), zone.Key.TimeZone, Week((480, 720), (780, 990)), "SE")
                : Make(
                    new Names(place == "Istanbul" ? "İstanbul mesaisi" : $"{place} mesaisi", $"Kontorstid {place}", $"{place} office hours"),
                    zone.Key.TimeZone, Week((540, 750), (810, 1080)), zone.Key.Region);
            calendar.UseFor([.. zone.Select(u => u.Code)], []);
        }

        foreach (var (code, response, resolution) in Promises)
        {
            if (Priority(code) is { } priority)
            {
                Promise(new TargetScope(null, null, priority, null), response, resolution);
            }
        }

        await db.SaveChangesAsync(stop);
    }

    private DefinitionId? Priority(string code) => definitions.FindByCode(DefinitionTables.Priorities, code)?.Id;

    private void Promise(TargetScope scope, int response, int resolution)
        => db.Targets.Add(Target.Set(Id.New<TargetId>(clock), scope, response, resolution, clock.GetUtcNow()));

    private Calendar Make(Names names, string zone, IReadOnlyList<WeekBlock> week, string? country)
    {
        IReadOnlyList<SpecialDay> days = country is not null && PublicHolidays.Countries.Contains(country) ? PublicHolidays.Of(country, week) : [];
        var calendar = Calendar.Make(Id.New<CalendarId>(clock), new CalendarPlan(names, zone, week, days), clock.GetUtcNow());
        db.Calendars.Add(calendar);
        return calendar;
    }

    private static List<WeekBlock> Week(params (int Opens, int Closes)[] blocks)
        => [.. Weekdays.SelectMany(day => blocks.Select(b => new WeekBlock(day, b.Opens, b.Closes)))];
}
