using System.Text.Json;
using Santral.ModuleTests.Requests;

namespace Santral.ModuleTests.Clocks;

[Collection(ClocksCollection.Name)]
[Requirement("W-D03")]
public sealed class TargetsTests(ClocksInstallation installation)
{
    [Fact]
    public async Task Every_priority_begins_with_a_target()
    {
        var targets = await TargetsAsync();

        var urgent = targets.Single(t => t.WordOf("priorityId") == installation.PriorityOf("urgent") && t.WordOf("categoryId") is null && t.WordOf("unit") is null);
        urgent.GetProperty("responseMinutes").GetInt32().ShouldBe(60);
        urgent.GetProperty("resolutionMinutes").GetInt32().ShouldBe(240);
    }

    [Fact]
    public async Task The_most_exact_target_wins_and_says_so()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var category = installation.CategoryOf("product_fault");
        var below = installation.CategoryOf("connection_drops");
        var made = await supervisor.PostAsJsonAsync(
            "/api/clocks/targets", Body(0, category: category, priority: installation.PriorityOf("low"), resolution: 90), Given.Stop).BodyAsync();

        var answer = await TryAsync(priority: installation.PriorityOf("low"), category: below);
        answer.GetProperty("resolution").WordOf("targetId").ShouldBe(made.WordOf("id"));
        answer.GetProperty("resolution").GetProperty("minutes").GetInt32().ShouldBe(90);
        answer.GetProperty("firstAnswer").GetProperty("minutes").GetInt32().ShouldBe(960, "what it leaves open is left to the target of the priority");
        (await TryAsync(priority: installation.PriorityOf("normal"), category: below)).GetProperty("resolution").GetProperty("minutes").GetInt32().ShouldBe(1440);

        (await supervisor.DeleteAsync($"/api/clocks/targets/{made.WordOf("id")}?version=1", Given.Stop)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await TryAsync(priority: installation.PriorityOf("low"), category: below)).GetProperty("resolution").GetProperty("minutes").GetInt32().ShouldBe(4800);
    }

    [Fact]
    public async Task The_calendar_of_the_team_counts_before_that_of_the_unit()
    {
        var team = (await (await installation.AsAsync("supervisor1")).GetAsync("/api/clocks/choices", Given.Stop).BodyAsync()).ListOf("teams").Single(t => t.WordOf("code") == "technical_support");
        var saturday = new DateTimeOffset(2031, 11, 22, 8, 0, 0, TimeSpan.Zero);

        (await TryAsync(installation.PriorityOf("urgent"), team: team.WordOf("id"), at: saturday)).GetProperty("resolution").AtOf("dueAt").ShouldBe(saturday.AddHours(4));
        (await TryAsync(installation.PriorityOf("urgent"), at: saturday)).GetProperty("resolution").AtOf("dueAt").ShouldBe(new DateTimeOffset(2031, 11, 24, 11, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task The_same_conditions_twice_are_refused_whoever_asks_first()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var category = installation.CategoryOf("installation");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => supervisor.PostAsJsonAsync("/api/clocks/targets", Body(0, category: category, resolution: 60), Given.Stop)));

        var made = answers.Single(a => a.StatusCode == HttpStatusCode.Created);
        foreach (var refused in answers.Where(a => a != made))
        {
            await refused.ShouldBeRefusedAsync("clocks.target_twice", HttpStatusCode.Conflict);
        }

        await supervisor.DeleteAsync($"/api/clocks/targets/{(await made.BodyAsync()).WordOf("id")}?version=1", Given.Stop);
    }

    [Fact]
    public async Task A_stale_target_shows_what_is_stored()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var category = installation.CategoryOf("relocation");
        var made = await supervisor.PostAsJsonAsync("/api/clocks/targets", Body(0, category: category, resolution: 60), Given.Stop).BodyAsync();
        var address = $"/api/clocks/targets/{made.WordOf("id")}";
        await supervisor.PutAsJsonAsync(address, Body(1, category: category, resolution: 70), Given.Stop).BodyAsync();

        var stale = await supervisor.PutAsJsonAsync(address, Body(1, category: category, resolution: 80), Given.Stop).ShouldBeRefusedAsync("record.changed_meanwhile", HttpStatusCode.Conflict);

        stale.GetProperty("current").GetProperty("resolutionMinutes").GetInt32().ShouldBe(70);
        await supervisor.DeleteAsync(address + "?version=2", Given.Stop);
        await supervisor.DeleteAsync(address + "?version=2", Given.Stop).ShouldBeRefusedAsync("clocks.target_unknown", HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(-30, 60, "clocks.target_minutes")]
    [InlineData(null, null, "clocks.target_empty")]
    [InlineData(120, 60, "clocks.answer_after_end")]
    [InlineData(1, 99_999_999, "clocks.target_minutes")]
    public async Task A_target_that_makes_no_sense_is_refused(int? response, int? resolution, string code)
    {
        var supervisor = await installation.AsAsync("supervisor1");

        await supervisor.PostAsJsonAsync("/api/clocks/targets", Body(0, unit: "appliance", response: response, resolution: resolution), Given.Stop).ShouldBeRefusedAsync(code, HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Names_of_other_kinds_are_refused()
    {
        var supervisor = await installation.AsAsync("supervisor1");

        await supervisor.PostAsJsonAsync("/api/clocks/targets", Body(0, priority: installation.CategoryOf("relocation"), resolution: 60), Given.Stop).ShouldBeRefusedAsync("clocks.priority_unknown");
        await supervisor.PostAsJsonAsync("/api/clocks/targets", Body(0, category: installation.PriorityOf("low"), resolution: 60), Given.Stop).ShouldBeRefusedAsync("clocks.category_unknown");
        await supervisor.PostAsJsonAsync("/api/clocks/targets", Body(0, unit: "x", resolution: 60), Given.Stop).ShouldBeRefusedAsync("clocks.unit_unknown");
        await supervisor.PostAsJsonAsync("/api/clocks/targets/try", new { }, Given.Stop).ShouldBeRefusedAsync("clocks.unit_unknown");
        await supervisor.PostAsJsonAsync("/api/clocks/targets/try", new { unit = "internet", openedAt = "0001-01-01T00:00:00Z", priorityId = installation.PriorityOf("low") }, Given.Stop)
            .ShouldBeRefusedAsync("clocks.instant_too_far");
    }

    private static object Body(int version, string? unit = null, string? priority = null, string? category = null, int? response = null, int? resolution = null)
        => new { version, unit, priorityId = priority, categoryId = category, teamId = (string?)null, responseMinutes = response, resolutionMinutes = resolution };

    private async Task<JsonElement> TryAsync(string priority, string? category = null, string? team = null, DateTimeOffset? at = null)
        => await (await installation.AsAsync("supervisor1")).PostAsJsonAsync(
            "/api/clocks/targets/try", new { unit = "internet", priorityId = priority, categoryId = category, teamId = team, openedAt = at }, Given.Stop).BodyAsync();

    private async Task<List<JsonElement>> TargetsAsync()
        => [.. (await (await installation.AsAsync("supervisor1")).GetAsync("/api/clocks/targets", Given.Stop).BodyAsync()).EnumerateArray()];
}
