using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Calls;
using Santral.Contracts.Identity;
using Santral.Contracts.Queues;
using Santral.ModuleTests.Harness;
using Santral.Queues.Data;
using Santral.Queues.Domain;
using Santral.Queues.Features;
using Santral.Queues.Live;

namespace Santral.ModuleTests.Queues;

/// <summary>Reports over a log that the test wrote: Monday 2 March 2026 and the days around it.</summary>
public sealed class QueueReportTests(QueueReportTests.Log installation) : IClassFixture<QueueReportTests.Log>
{
    private const string Week = "from=2026-03-02&until=2026-03-08";

    private TeamId Team(string code) => installation.Services.GetRequiredService<IKnowTeams>().FindByCode(code)!.Id;

    private async Task<JsonElement> ReportAsync(string query) => await (await installation.AsAsync("supervisor1")).GetAsync($"/api/queues/reports/{query}", QueueCalls.Stop).BodyAsync();

    private static int Outcomes(JsonElement figures)
        => new[] { "answered", "abandoned", "shortAbandoned", "timedOut", "noAgents", "overflowed", "closed", "calledBack", "cutOff", "waiting" }.Sum(n => figures.GetProperty(n).GetInt32());

    [Theory]
    [InlineData("team")]
    [InlineData("day")]
    [InlineData("hour")]
    public async Task In_every_row_the_outcomes_add_up_to_the_offered_and_the_rows_to_the_total(string by)
    {
        var report = await ReportAsync($"queues?{Week}&by={by}");

        var rows = report.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("figures")).ToList();
        rows.ShouldAllBe(f => Outcomes(f) == f.GetProperty("offered").GetInt32());
        rows.Sum(f => f.GetProperty("offered").GetInt32()).ShouldBe(Log.Written);
        report.GetProperty("total").GetProperty("offered").GetInt32().ShouldBe(Log.Written);
        Outcomes(report.GetProperty("total")).ShouldBe(Log.Written);
        report.GetProperty("total").GetProperty("cameByOverflow").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task A_day_is_a_day_on_the_teams_wall()
    {
        // 1 March 22:30 UTC is already Monday in Istanbul, but still Sunday in Stockholm.
        var report = await ReportAsync($"queues?{Week}&by=hour&team={Team("technical_support")}");

        report.GetProperty("rows")[0].GetProperty("period").GetString().ShouldBe("2026-03-02T01");
        (await ReportAsync($"queues?{Week}&by=day&team={Team("citizen_services")}")).GetProperty("rows").GetArrayLength().ShouldBe(0);
        (await ReportAsync($"queues?from=2026-03-01&until=2026-03-01&by=day&team={Team("citizen_services")}")).GetProperty("rows")[0].GetProperty("period").GetString().ShouldBe("2026-03-01");
    }

    [Fact]
    public async Task The_file_has_a_line_for_each_row_and_no_cell_that_a_spreadsheet_runs()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var teams = await supervisor.GetAsync("/api/queues/teams", QueueCalls.Stop).BodyAsync();
        var team = System.Text.Json.Nodes.JsonNode.Parse(teams.EnumerateArray().Single(t => t.GetProperty("code").GetString() == "field_service").GetRawText())!.AsObject();
        team["names"] = new System.Text.Json.Nodes.JsonObject { ["tr"] = "=1+2", ["sv"] = "=1+2", ["en"] = "=1+2" };
        await supervisor.PutAsync($"/api/queues/teams/{team["id"]}", JsonContent.Create(team), QueueCalls.Stop).BodyAsync();

        var answer = await supervisor.GetAsync($"/api/queues/reports/queues/export?{Week}", QueueCalls.Stop);

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        answer.Content.Headers.ContentDisposition!.FileName!.Trim('"').ShouldBe("queues-20260302-20260308.csv");
        var lines = (await answer.Content.ReadAsStringAsync(QueueCalls.Stop)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(1 + 7 + 1);
        lines.ShouldContain(l => l.Contains("\"'=1+2\"", StringComparison.Ordinal));
        lines[0].ShouldNotContain("queues.column");
        await using var scope = installation.Services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<QueuesDb>().AuditTrail.CountAsync(a => a.Entity == "QueueReport" && a.Act == "exported", QueueCalls.Stop)).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Agents_are_reported_with_their_calls_rings_and_hours()
    {
        var rows = await ReportAsync($"agents?{Week}&team={Team("technical_support")}");

        var agent = rows.EnumerateArray().Single(r => r.GetProperty("userId").GetString() == installation.Person("tech1").ToString());
        agent.GetProperty("handled").GetInt32().ShouldBe(2);
        agent.GetProperty("averageHandlingSeconds").GetInt32().ShouldBe(120);
        agent.GetProperty("rings").GetInt32().ShouldBe(3);
        agent.GetProperty("ringsMissed").GetInt32().ShouldBe(1);
        agent.GetProperty("readySeconds").GetInt32().ShouldBe(3600);
        agent.GetProperty("awaySeconds").GetInt32().ShouldBe(1800);
        agent.GetProperty("awayByReason")[0].GetProperty("reason").GetString().ShouldBe("lunch");
        agent.GetProperty("signedInSeconds").GetInt32().ShouldBe(3600 + 1800 + 600);
        agent.GetProperty("occupancyPercent").GetDouble().ShouldBe(14.3, "10 of 70 minutes");

        // The stretch from 23:30 to 00:30 on the wall belongs to both days.
        var days = (await ReportAsync($"agents?{Week}&team={Team("technical_support")}&by=day")).EnumerateArray()
            .Where(r => r.GetProperty("userId").GetString() == installation.Person("tech1").ToString())
            .ToDictionary(r => r.GetProperty("day").GetString()!, r => r.GetProperty("readySeconds").GetInt32());
        (days["2026-03-03"], days["2026-03-04"]).ShouldBe((1800, 1800));
    }

    [Fact]
    public async Task A_person_of_one_unit_sees_that_unit_only()
    {
        var teams = installation.Services.GetRequiredService<TeamBook>();

        TeamSight.Of(teams, installation.Person("agent3"), allUnits: false).Select(t => t.Code).ShouldBe(["citizen_services"]);
        TeamSight.Of(teams, installation.Person("agent1"), allUnits: false).ShouldAllBe(t => t.Unit == "internet");
        TeamSight.Of(teams, installation.Person("supervisor1"), allUnits: false).ShouldBeEmpty();
        (await (await installation.AsAsync("agent3")).GetAsync($"/api/queues/reports/queues?{Week}", QueueCalls.Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_period_that_is_turned_round_or_too_long_is_refused()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        await supervisor.GetAsync("/api/queues/reports/queues?from=2026-03-08&until=2026-03-02", QueueCalls.Stop).ShouldBeRefusedAsync("queues.period_wrong");
        await supervisor.GetAsync("/api/queues/reports/queues?from=2026-01-01&until=2026-12-31", QueueCalls.Stop).ShouldBeRefusedAsync("queues.period_wrong");
        await supervisor.GetAsync("/api/queues/reports/queues?from=2026-03-01&until=2026-04-30&by=hour", QueueCalls.Stop).ShouldBeRefusedAsync("queues.period_wrong");
        await supervisor.GetAsync($"/api/queues/reports/queues?{Week}&team=018f0000-0000-7000-8000-00000000dead", QueueCalls.Stop).ShouldBeRefusedAsync("queues.team_unknown");
    }

    [Fact]
    public async Task Staffing_takes_calls_and_handling_time_of_the_week_and_finds_the_least_number_of_agents()
    {
        var supervisor = await installation.AsAsync("supervisor1");

        var plan = await supervisor.GetAsync(
            $"/api/queues/staffing?team={Team("customer_services")}&week=2026-03-04&model=erlangC&percent=80&withinSeconds=20&shrinkagePercent=30&minutes=60&handlingSeconds=240", QueueCalls.Stop).BodyAsync();

        plan.GetProperty("weekBegins").GetString().ShouldBe("2026-03-02");
        var hour = plan.GetProperty("intervals").EnumerateArray().Single(i => i.GetProperty("calls").GetInt32() == Log.BusyHour);
        (hour.GetProperty("day").GetInt32(), hour.GetProperty("minute").GetInt32()).ShouldBe((2, 10 * 60));
        hour.GetProperty("load").GetDouble().ShouldBe(6.67);
        hour.GetProperty("agents").GetInt32().ShouldBe(10);
        hour.GetProperty("scheduled").GetInt32().ShouldBe(15);
        hour.GetProperty("serviceLevelPercent").GetDouble().ShouldBe(86.8);

        // Without a handling time said, that of the week's own calls counts; Erlang A asks for the patience the week shows.
        var own = await supervisor.GetAsync($"/api/queues/staffing?team={Team("technical_support")}&week=2026-03-02&model=erlangA", QueueCalls.Stop).BodyAsync();
        own.GetProperty("handlingSeconds").GetInt32().ShouldBe(120);
        own.GetProperty("patienceSeconds").GetInt32().ShouldBeGreaterThan(0);
        own.GetProperty("intervals").EnumerateArray().ShouldAllBe(i => i.GetProperty("agents").GetInt32() >= 1);
        await supervisor.GetAsync($"/api/queues/staffing?team={Team("customer_services")}&week=2026-03-02&model=erlangA", QueueCalls.Stop).ShouldBeRefusedAsync("queues.patience_unknown");
        await supervisor.GetAsync($"/api/queues/staffing?team={Team("customer_services")}&week=2026-03-02&minutes=7", QueueCalls.Stop).ShouldBeRefusedAsync("queues.interval_unknown");
    }

    [Fact]
    public async Task The_demos_weeks_could_have_been()
    {
        await using var scope = installation.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<QueuesDb>();
        var since = TimeProvider.System.GetUtcNow().AddDays(-20);
        var waits = await db.Waits.AsNoTracking().Where(w => w.JoinedAt > since).ToListAsync(QueueCalls.Stop);
        var spans = await db.Spans.AsNoTracking().Where(s => s.From > since).OrderBy(s => s.From).ToListAsync(QueueCalls.Stop);

        waits.Count.ShouldBeGreaterThan(500);
        waits.ShouldAllBe(w => w.WaitedFor >= TimeSpan.Zero && w.End != null);
        spans.ShouldAllBe(s => s.Until > s.From);
        foreach (var day in spans.GroupBy(s => s.Agent))
        {
            day.Zip(day.Skip(1)).ShouldAllBe(p => p.Second.From >= p.First.Until);
        }
    }

    /// <summary>The demo, with a week of March in its log.</summary>
    public sealed class Log : Installation, IAsyncLifetime
    {
        public const int BusyHour = 100;

        /// <summary>Waits of the week in all teams.</summary>
        public const int Written = 12 + 1 + BusyHour;

        private static readonly DateTimeOffset Monday = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

        async ValueTask IAsyncLifetime.InitializeAsync()
        {
            await InitializeAsync();
            await using var scope = Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<QueuesDb>();
            var teams = Services.GetRequiredService<IKnowTeams>();
            var (tech, experts) = (teams.FindByCode("technical_support")!.Id, teams.FindByCode("advanced_support")!.Id);
            var agent = Services.GetRequiredService<IKnowPeople>().FindByUserName("tech1")!.Id;

            WaitEnd?[] ends = [.. Enum.GetValues<WaitEnd>().Select(e => (WaitEnd?)e), null, WaitEnd.Abandoned, WaitEnd.Answered];
            foreach (var (index, end) in ends.Index())
            {
                Wait(tech, Monday.AddHours(index), end, 4 + (index * 10));
            }

            // Before midnight in UTC and Stockholm, after it in Istanbul.
            Wait(tech, new DateTimeOffset(2026, 3, 1, 22, 30, 0, TimeSpan.Zero), WaitEnd.Answered, 3);
            Wait(teams.FindByCode("citizen_services")!.Id, new DateTimeOffset(2026, 3, 1, 22, 30, 0, TimeSpan.Zero), WaitEnd.Answered, 3);
            Wait(experts, Monday.AddHours(4), WaitEnd.Answered, 60, tech);
            Wait(tech, Monday.AddDays(1), WaitEnd.Abandoned, 2);

            // Wednesday, ten to eleven in Istanbul.
            for (var i = 0; i < BusyHour; i++)
            {
                Wait(teams.FindByCode("customer_services")!.Id, Monday.AddDays(2).AddHours(-1).AddSeconds(i * 30), WaitEnd.Answered, 10);
            }

            foreach (var (at, talked) in new[] { (Monday, 100), (Monday.AddDays(1), 90) })
            {
                db.Add(new TalkRow
                {
                    Id = Guid.CreateVersion7(at), CallId = Id.New<CallId>(TimeProvider.System), Agent = agent, TeamId = tech, AnsweredAt = at, EndedAt = at.AddSeconds(talked),
                    TalkedFor = TimeSpan.FromSeconds(talked), WrappedUpFor = TimeSpan.FromSeconds(talked == 100 ? 20 : 30),
                });
            }

            foreach (var end in new[] { OfferEnd.Answered, OfferEnd.Answered, OfferEnd.NoAnswer, OfferEnd.CallerLeft })
            {
                db.Add(new OfferRow { Id = Guid.CreateVersion7(), CallId = Id.New<CallId>(TimeProvider.System), Agent = agent, TeamId = tech, OfferedAt = Monday, End = end, RangFor = TimeSpan.FromSeconds(5) });
            }

            Span(PresenceState.Available, AgentActivity.Idle, null, new DateTimeOffset(2026, 3, 3, 20, 30, 0, TimeSpan.Zero), 3600);
            Span(PresenceState.Available, AgentActivity.Talking, null, Monday, 600);
            Span(PresenceState.Away, AgentActivity.Idle, "lunch", Monday.AddHours(1), 1800);
            await db.SaveChangesAsync();

            void Wait(TeamId team, DateTimeOffset at, WaitEnd? end, int seconds, TeamId? from = null) => db.Add(new WaitRow
            {
                Id = Guid.CreateVersion7(at), CallId = Id.New<CallId>(TimeProvider.System), TeamId = team, PlaceAt = at, JoinedAt = at, OverflowedFrom = from,
                End = end, EndedAt = at.AddSeconds(seconds), WaitedFor = TimeSpan.FromSeconds(seconds),
            });

            void Span(PresenceState presence, AgentActivity activity, string? reason, DateTimeOffset at, int seconds)
                => db.Add(new SpanRow { Id = Guid.CreateVersion7(at), Agent = agent, Presence = presence, Activity = activity, Reason = reason, From = at, Until = at.AddSeconds(seconds) });
        }
    }
}
