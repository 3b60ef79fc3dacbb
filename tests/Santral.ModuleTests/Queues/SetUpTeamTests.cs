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
