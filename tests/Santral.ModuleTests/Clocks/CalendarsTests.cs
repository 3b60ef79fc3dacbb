using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Santral.Clocks.Data;
using Santral.Clocks.Domain;

namespace Santral.ModuleTests.Clocks;

[Collection(ClocksCollection.Name)]
[Requirement("W-D03")]
public sealed class CalendarsTests(ClocksInstallation installation)
{
    [Fact]
    public async Task The_demo_works_by_its_own_hours_with_the_holidays_of_two_countries()
    {
        var calendars = await CalendarsAsync();

        var istanbul = calendars.Single(c => c.GetProperty("units").EnumerateArray().Any(u => u.GetString() == "internet"));
        istanbul.GetProperty("calendar").WordOf("timeZone").ShouldBe("Europe/Istanbul");
        istanbul.GetProperty("calendar").ListOf("days").ShouldContain(d => d.WordOf("date") == "2026-03-19" && d.ListOf("blocks").Length == 1);
        var stockholm = calendars.Single(c => c.GetProperty("units").EnumerateArray().Any(u => u.GetString() == "municipal"));
        stockholm.GetProperty("calendar").ListOf("days").ShouldContain(d => d.WordOf("date") == "2026-06-19");
        calendars.ShouldContain(c => c.ListOf("teams").Length == 1, "one team has hours of its own");
    }

    [Fact]
    public async Task A_calendar_is_made_changed_and_removed_and_a_stale_change_shows_what_is_stored()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var made = await supervisor.PostAsJsonAsync("/api/clocks/calendars", Body(0, Given.Calendar("Hafta sonu")), Given.Stop).BodyAsync();
        var address = $"/api/clocks/calendars/{made.WordOf("id")}";

        var changed = await supervisor.PutAsJsonAsync(address, Body(1, Given.Calendar("Hafta sonu", days: Given.Holiday("2031-12-25"))), Given.Stop).BodyAsync();
        changed.GetProperty("version").GetInt32().ShouldBe(2);
        changed.GetProperty("calendar").ListOf("days").Single().WordOf("date").ShouldBe("2031-12-25");

        var stale = await supervisor.PutAsJsonAsync(address, Body(1, Given.Calendar("Geç kalan")), Given.Stop).ShouldBeRefusedAsync("record.changed_meanwhile", HttpStatusCode.Conflict);
        stale.GetProperty("current").GetProperty("calendar").GetProperty("names").WordOf("tr").ShouldBe("Hafta sonu");
        await supervisor.DeleteAsync(address + "?version=1", Given.Stop).ShouldBeRefusedAsync("record.changed_meanwhile", HttpStatusCode.Conflict);

        (await supervisor.DeleteAsync(address + "?version=2", Given.Stop)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await supervisor.PutAsJsonAsync(address, Body(2, Given.Calendar("Yok")), Given.Stop).ShouldBeRefusedAsync("clocks.calendar_unknown", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Only_a_changed_day_counts_as_a_change_in_the_history()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var made = await supervisor.PostAsJsonAsync("/api/clocks/calendars", Body(0, Given.Calendar("İzlenen", days: [Given.Holiday("2031-12-25"), Given.Holiday("2031-12-26")])), Given.Stop).BodyAsync();
        await supervisor.PutAsJsonAsync(
            $"/api/clocks/calendars/{made.WordOf("id")}", Body(1, Given.Calendar("İzlenen", days: [Given.Holiday("2031-12-25"), Given.Holiday("2031-12-31")])), Given.Stop).BodyAsync();

        await using var scope = installation.Services.CreateAsyncScope();
        var calendar = Guid.Parse(made.WordOf("id")!);
        var acts = await scope.ServiceProvider.GetRequiredService<ClocksDb>().AuditTrail
            .Where(r => r.Entity == nameof(CalendarDay) && r.EntityId == calendar)
            .Select(r => r.Act)
            .ToListAsync(Given.Stop);

        acts.Count(a => a == "added").ShouldBe(3);
        acts.Count(a => a == "deleted").ShouldBe(1);
        acts.ShouldNotContain("changed");
    }

    [Fact]
    public async Task A_unit_works_by_one_calendar_and_its_last_one_cannot_go()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var before = (await CalendarsAsync()).Single(c => c.GetProperty("units").EnumerateArray().Any(u => u.GetString() == "municipal"));
        var made = await supervisor.PostAsJsonAsync("/api/clocks/calendars", Body(0, Given.Calendar("Yeni Stockholm", "Europe/Stockholm"), "municipal"), Given.Stop).BodyAsync();

        var left = (await CalendarsAsync()).Single(c => c.WordOf("id") == before.WordOf("id"));
        left.ListOf("units").ShouldBeEmpty();
        left.GetProperty("version").GetInt32().ShouldBeGreaterThan(before.GetProperty("version").GetInt32(), "whoever has it open learns of it");
        await supervisor.DeleteAsync($"/api/clocks/calendars/{made.WordOf("id")}?version=1", Given.Stop).ShouldBeRefusedAsync("clocks.calendar_used", HttpStatusCode.Conflict);

        await supervisor.PutAsJsonAsync(
            $"/api/clocks/calendars/{before.WordOf("id")}",
            new { version = left.GetProperty("version").GetInt32(), calendar = left.GetProperty("calendar"), units = new[] { "municipal" }, teams = Array.Empty<string>() },
            Given.Stop).BodyAsync();
        (await supervisor.DeleteAsync($"/api/clocks/calendars/{made.WordOf("id")}?version=2", Given.Stop)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_preview_says_when_something_opened_on_Friday_evening_is_due_and_why()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var answer = await supervisor.PostAsJsonAsync(
            "/api/clocks/calendars/preview",
            new { calendar = Given.Calendar("Deneme", days: Given.Holiday("2031-11-22", "Kapalı")), openedAt = "2031-11-21T19:30:00", minutes = 240 },
            Given.Stop).BodyAsync();

        answer.AtOf("dueAt").ShouldBe(new DateTimeOffset(2031, 11, 23, 8, 30, 0, TimeSpan.Zero), "half an hour on Friday, Saturday closed, three and a half on Sunday");
        answer.ListOf("segments").Select(s => s.WordOf("kind")).ShouldBe(["counts", "closed", "holiday", "closed", "counts"]);
        answer.ListOf("segments")[2].GetProperty("names").WordOf("tr").ShouldBe("Kapalı");
    }

    [Fact]
    public async Task Public_holidays_come_with_the_half_days_of_the_calendars_own_morning()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var answer = await supervisor.PostAsJsonAsync(
            "/api/clocks/holidays", new { country = "TR", week = new[] { new { day = "monday", opens = 480, closes = 1080 } } }, Given.Stop).BodyAsync();

        answer.EnumerateArray().Single(d => d.WordOf("date") == "2026-05-26").ListOf("blocks").Single().GetProperty("closes").GetInt32().ShouldBe(780);
        await supervisor.PostAsJsonAsync(
            "/api/clocks/holidays", new { country = "XX", week = new[] { new { day = "monday", opens = 480, closes = 1080 } } }, Given.Stop).ShouldBeRefusedAsync("clocks.country_unknown");
    }

    [Theory]
    [InlineData("Mars/Olympus", 480, 1200, "clocks.time_zone_unknown")]
    [InlineData("Europe/Istanbul", 480, 770, "clocks.blocks_overlap")]
    [InlineData("Europe/Istanbul", 730, 1200, "clocks.blocks_overlap")]
    [InlineData("Europe/Istanbul", -1, 1200, "request.invalid")]
    [InlineData("Europe/Istanbul", 480, 5000, "request.invalid")]
    public async Task A_calendar_that_makes_no_sense_is_refused_and_nothing_is_kept(string zone, int opens, int closes, string code)
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var before = (await CalendarsAsync()).Count;

        await supervisor.PostAsJsonAsync("/api/clocks/calendars", Body(0, Given.Calendar("Bozuk", zone, opens, closes)), Given.Stop).ShouldBeRefusedAsync(code);

        (await CalendarsAsync()).Count.ShouldBe(before);
    }

    [Fact]
    public async Task A_holiday_twice_and_users_that_do_not_exist_are_refused()
    {
        var supervisor = await installation.AsAsync("supervisor1");

        await supervisor.PostAsJsonAsync("/api/clocks/calendars", Body(0, Given.Calendar("İki kez", days: [Given.Holiday("2031-12-25"), Given.Holiday("2031-12-25")])), Given.Stop)
            .ShouldBeRefusedAsync("clocks.day_twice");
        await supervisor.PostAsJsonAsync("/api/clocks/calendars", Body(0, Given.Calendar("Kime"), "nowhere"), Given.Stop).ShouldBeRefusedAsync("clocks.unit_unknown");
        await supervisor.PostAsJsonAsync(
            "/api/clocks/calendars",
            new { version = 0, calendar = Given.Calendar("Kime"), units = Array.Empty<string>(), teams = new[] { Guid.Empty } },
            Given.Stop).ShouldBeRefusedAsync("clocks.team_unknown");
    }

    [Theory]
    [InlineData("GET", "/api/clocks/calendars")]
    [InlineData("POST", "/api/clocks/calendars")]
    [InlineData("POST", "/api/clocks/calendars/preview")]
    [InlineData("GET", "/api/clocks/targets")]
    [InlineData("POST", "/api/clocks/targets")]
    [InlineData("POST", "/api/clocks/targets/try")]
    [InlineData("GET", "/api/clocks/choices")]
    public async Task Agents_do_not_set_promises(string method, string address)
    {
        var agent = await installation.AsAsync("agent1");
        using var message = new HttpRequestMessage(new HttpMethod(method), address) { Content = method == "GET" ? null : JsonContent.Create(new { }) };

        (await agent.SendAsync(message, Given.Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static object Body(int version, object calendar, params string[] units) => new { version, calendar, units, teams = Array.Empty<string>() };

    private async Task<List<JsonElement>> CalendarsAsync()
        => [.. (await (await installation.AsAsync("supervisor1")).GetAsync("/api/clocks/calendars", Given.Stop).BodyAsync()).EnumerateArray()];
}
