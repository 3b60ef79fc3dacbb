using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Queues;
using Santral.ModuleTests.Harness;

namespace Santral.ModuleTests.Queues;

public sealed class SetUpTeamTests(Installation installation) : IClassFixture<Installation>
{
    private static async Task<JsonObject> TeamAsync(HttpClient client, string code)
    {
        var teams = await client.GetAsync("/api/queues/teams", QueueCalls.Stop).BodyAsync();
        return JsonNode.Parse(teams.EnumerateArray().Single(t => t.GetProperty("code").GetString() == code).GetRawText())!.AsObject();
    }

    private static Task<HttpResponseMessage> PutAsync(HttpClient client, JsonObject team)
        => client.PutAsync($"/api/queues/teams/{team["id"]}", JsonContent.Create(team), QueueCalls.Stop);

    [Fact]
    public async Task The_demo_has_its_teams_with_their_people()
    {
        var admin = await installation.AsAsync("admin");

        var teams = await admin.GetAsync("/api/queues/teams", QueueCalls.Stop).BodyAsync();

        teams.EnumerateArray().Select(t => $"{t.GetProperty("code").GetString()} {t.GetProperty("unit").GetString()} {t.GetProperty("members").GetArrayLength()}")
            .ShouldBe([
                "advanced_support internet 1",
                "appliance_service appliance 2",
                "citizen_services municipal 1",
                "corporate_services internet 1",
                "customer_services internet 2",
                "field_service internet 1",
                "technical_support internet 2",
            ]);

        // Another test of this class changes the corporate team's seconds.
        teams.EnumerateArray().Where(t => t.GetProperty("code").GetString() != "corporate_services")
            .ShouldAllBe(t => t.GetProperty("ringSeconds").GetInt32() == 20 && t.GetProperty("wrapUpSeconds").GetInt32() == 30);
        installation.Services.GetRequiredService<IQueueCalls>().IsOpen("technical_support").ShouldBeTrue();
    }

    [Fact]
    public async Task A_change_is_stored_counted_and_known_at_once()
    {
        var admin = await installation.AsAsync("admin");
        var team = await TeamAsync(admin, "corporate_services");
        team["ringSeconds"] = 15;
        team["members"] = JsonNode.Parse($$"""[ { "userId": "{{installation.Person("agent1")}}", "priority": 2 } ]""");
        team["openingHours"] = new JsonArray();

        var changed = await PutAsync(admin, team).BodyAsync();

        changed.GetProperty("version").GetInt32().ShouldBe((int)team["version"]! + 1);
        changed.GetProperty("ringSeconds").GetInt32().ShouldBe(15);
        var known = installation.Services.GetRequiredService<IKnowTeams>();
        known.Of(installation.Person("agent1")).Select(t => t.Code).ShouldBe(["corporate_services", "customer_services"]);
        known.Of(installation.Person("corporate1")).ShouldBeEmpty();
        installation.Services.GetRequiredService<IQueueCalls>().IsOpen("corporate_services").ShouldBeFalse();
    }

    [Fact]
    public async Task A_change_based_on_an_older_version_is_refused()
    {
        var admin = await installation.AsAsync("admin");
        var team = await TeamAsync(admin, "citizen_services");
        (await PutAsync(admin, team)).StatusCode.ShouldBe(HttpStatusCode.OK);

        await PutAsync(admin, team).ShouldBeRefusedAsync("record.changed_meanwhile", HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Bad_settings_are_refused_and_nothing_is_half_saved()
    {
        var admin = await installation.AsAsync("admin");
        var before = await TeamAsync(admin, "technical_support");

        await Refused("request.invalid", t => t["ringSeconds"] = 1);
        await Refused("request.invalid", t => t["wrapUpSeconds"] = 100000);
        await Refused("queues.time_zone_unknown", t => t["timeZone"] = "Mars/Olympus");
        await Refused("queues.member_unknown", t => t["members"] = JsonNode.Parse("""[ { "userId": "018f0000-0000-7000-8000-00000000dead", "priority": 0 } ]"""));
        await Refused("request.invalid", t => t["routing"]!["headStartSeconds"] = -1);
        await Refused("queues.alarm_before_warning", t => t["promise"]!["alarmSeconds"] = 1);
        await Refused("queues.overflow_to_itself", t => t["routing"]!["overflowTo"] = t["id"]!.DeepClone());
        await Refused("queues.team_unknown", t => t["routing"]!["overflowTo"] = "018f0000-0000-7000-8000-00000000dead");
        await Refused("queues.skills_unreadable", t => t["members"]![0]!["skills"] = "=1+1");
        await Refused("queues.hours_wrong", t => t["openingHours"] = JsonNode.Parse("""[ { "day": "monday", "opens": 600, "closes": 540 } ]"""));

        JsonNode.DeepEquals(await TeamAsync(admin, "technical_support"), before).ShouldBeTrue();

        async Task Refused(string code, Action<JsonObject> breaks)
        {
            var team = before.DeepClone().AsObject();
            breaks(team);
            await PutAsync(admin, team).ShouldBeRefusedAsync(code);
        }
    }

    [Fact]
    public async Task How_a_team_routes_promises_and_speaks_is_stored_and_holds_at_once()
    {
        var admin = await installation.AsAsync("admin");
        var team = await TeamAsync(admin, "appliance_service");
        var field = await TeamAsync(admin, "field_service");
        team["promise"] = JsonNode.Parse("""{ "withinSeconds": 30, "percent": 90, "shortAbandonSeconds": 7, "warningSeconds": 45, "alarmSeconds": 120 }""");
        team["routing"] = JsonNode.Parse($$"""
            { "headStartSeconds": 60, "overflowTo": "{{field["id"]}}", "overflowAfterSeconds": 90, "lastAgentDays": 14, "lastAgentWaitSeconds": 20, "matchesLanguage": true,
              "relaxSkillsSeconds": 120, "endsAtClosing": true, "keepPlaceSeconds": 300 }
            """);
        team["speech"] = JsonNode.Parse("""{ "everySeconds": 45, "position": true, "wait": true, "offersCallback": true }""");
        team["members"]![0]!["skills"] = "sv:3 tr";

        await PutAsync(admin, team).BodyAsync();

        var stored = await TeamAsync(admin, "appliance_service");
        foreach (var part in new[] { "promise", "routing", "speech" })
        {
            JsonNode.DeepEquals(stored[part], team[part]).ShouldBeTrue(stored[part]!.ToJsonString());
        }

        stored["members"]!.AsArray().Select(m => (string)m!["skills"]!).ShouldContain("sv:3 tr:1");
        var rules = installation.Services.GetRequiredService<Santral.Queues.Live.TeamBook>().RulesOf(TeamId.Parse((string)team["id"]!, null))!;
        (rules.HeadStart, rules.OverflowAfter, rules.EndsAtClosing).ShouldBe((TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(90), true));
        (await admin.GetAsync("/api/queues/wallboard", QueueCalls.Stop).BodyAsync()).GetProperty("teams").EnumerateArray()
            .Single(t => t.GetProperty("code").GetString() == "appliance_service").GetProperty("promise").GetProperty("withinSeconds").GetInt32().ShouldBe(30);
    }

    [Fact]
    public async Task A_team_nobody_has_is_unknown()
        => await (await installation.AsAsync("admin")).GetAsync("/api/queues/teams/018f0000-0000-7000-8000-00000000dead", QueueCalls.Stop)
            .ShouldBeRefusedAsync("queues.team_unknown", HttpStatusCode.NotFound);

    [Fact]
    public async Task An_agent_changes_no_team_and_watches_no_queue()
    {
        var agent = await installation.AsAsync("agent1");

        (await agent.GetAsync("/api/queues/teams", QueueCalls.Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await agent.GetAsync("/api/queues", QueueCalls.Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_supervisor_watches_all_queues()
    {
        var figures = await (await installation.AsAsync("supervisor1")).GetAsync("/api/queues", QueueCalls.Stop).BodyAsync();

        figures.GetArrayLength().ShouldBe(7);
        figures.EnumerateArray().First().GetProperty("waiting").ValueKind.ShouldBe(JsonValueKind.Number);
    }
}
