using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Queues;
using Santral.ModuleTests.Calls;
using Santral.ModuleTests.Harness;
using Santral.Queues.Data;
using Santral.Queues.Domain;
using Santral.Queues.Live;

namespace Santral.ModuleTests.Queues;

/// <summary>What the wallboard says is what the log of the calls says, computed here by other means than the product's.</summary>
[Trait("Database", "one")]
public sealed class WallboardTests(Installation installation) : IClassFixture<Installation>
{
    private DateTimeOffset _began;

    [Fact]
    public async Task The_figures_of_real_calls_equal_those_computed_from_their_log()
    {
        _began = TimeProvider.System.GetUtcNow();
        var supervisor = await installation.AsAsync("supervisor1");
        await using var agent = await DeskAgent.StartAsync(installation, "agent1", 1000);
        await agent.AvailableAsync();

        // One is answered, one rings and hangs up, one gives up in the queue, one is missed by the agent and left waiting.
        await using (var first = await WaitingAsync("+905321112233"))
        {
            await agent.LiftAsync();
            (await BoardAsync(supervisor, t => t.GetProperty("agentsTalking").GetInt32() == 1)).GetProperty("waiting").GetInt32().ShouldBe(0);
            await first.EndAsync();
            await agent.RestAsync();
        }

        await agent.AvailableAsync();
        await using (var second = await WaitingAsync("+905330000101"))
        {
            await agent.Phone.RungAsync();
            await second.EndAsync();
            await agent.UntilAsync(d => d.GetProperty("presence").GetProperty("activity").GetString() == "idle");
        }

        await agent.RestAsync();
        await using var third = await WaitingAsync("+905330000102");
        await BoardAsync(supervisor, t => t.GetProperty("waiting").GetInt32() == 1);
        await using var fourth = await WaitingAsync("+905330000103");
        await BoardAsync(supervisor, t => t.GetProperty("waiting").GetInt32() == 2);
        await third.EndAsync();
        var team = await BoardAsync(supervisor, t => t.GetProperty("waiting").GetInt32() == 1);

        await ShouldEqualTheLogAsync(team.GetProperty("today"));
        await fourth.EndAsync();
        await ShouldEqualTheLogAsync((await BoardAsync(supervisor, t => t.GetProperty("waiting").GetInt32() == 0)).GetProperty("today"));

        var report = await supervisor.GetAsync($"/api/queues/reports/queues?from={Day(0)}&until={Day(0)}&team={Team.Id}", QueueCalls.Stop).BodyAsync();
        await ShouldEqualTheLogAsync(report.GetProperty("rows").EnumerateArray().Single().GetProperty("figures"));
    }

    private TeamSummary Team => installation.Services.GetRequiredService<IKnowTeams>().FindByCode("customer_services")!;

    private static string Day(int later) => TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow().AddDays(later), TimeZoneInfo.FindSystemTimeZoneById("Europe/Istanbul")).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private async Task ShouldEqualTheLogAsync(JsonElement shown)
    {
        await installation.Services.GetRequiredService<QueueLog>().FlushAsync(QueueCalls.Stop);
        await using var scope = installation.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<QueuesDb>();
        var id = Team.Id;
        var waits = await db.Waits.AsNoTracking().Where(w => w.TeamId == id && w.JoinedAt >= _began).ToListAsync(QueueCalls.Stop);
        var talks = await db.Talks.AsNoTracking().Where(t => t.TeamId == id && t.AnsweredAt >= _began).ToListAsync(QueueCalls.Stop);
        var offers = await db.Offers.AsNoTracking().Where(o => o.TeamId == id && o.OfferedAt >= _began).ToListAsync(QueueCalls.Stop);

        var answered = waits.Where(w => w.End == WaitEnd.Answered).Select(w => w.WaitedFor.TotalSeconds).ToList();
        var left = waits.Where(w => w.End == WaitEnd.Abandoned).Select(w => w.WaitedFor.TotalSeconds).ToList();
        var patient = left.Count(s => s > 5);
        Number("offered").ShouldBe(waits.Count);
        waits.Count.ShouldBe(4);
        Number("answered").ShouldBe(answered.Count);
        answered.Count.ShouldBe(1);
        Number("answeredInTime").ShouldBe(answered.Count(s => s <= 20));
        Number("abandoned").ShouldBe(patient);
        Number("shortAbandoned").ShouldBe(left.Count - patient);
        Number("waiting").ShouldBe(waits.Count(w => w.EndedAt is null));
        new[] { "answered", "abandoned", "shortAbandoned", "timedOut", "noAgents", "overflowed", "closed", "calledBack", "cutOff", "waiting" }.Sum(Number).ShouldBe(Number("offered"));
        Near("serviceLevelPercent", 100.0 * answered.Count(s => s <= 20) / (answered.Count + patient), 0.051);
        Near("abandonedPercent", 100.0 * patient / (waits.Count - (left.Count - patient)), 0.051);
        Near("averageAnswerSeconds", answered.Average(), 0.5);
        talks.ShouldAllBe(t => t.WrappedUpFor != null);
        Number("handled").ShouldBe(talks.Count);
        Near("averageHandlingSeconds", talks.Average(t => t.TalkedFor.TotalSeconds + t.WrappedUpFor!.Value.TotalSeconds), 0.5);
        Number("rings").ShouldBe(offers.Count(o => o.End != OfferEnd.CallerLeft));
        offers.Select(o => o.End).Order().ShouldBe([OfferEnd.Answered, OfferEnd.CallerLeft]);

        int Number(string name) => shown.GetProperty(name).GetInt32();

        void Near(string name, double computed, double within) => shown.GetProperty(name).GetDouble().ShouldBe(computed, within, name);
    }

    private async Task<JsonElement> BoardAsync(HttpClient supervisor, Func<JsonElement, bool> fits)
    {
        JsonElement? found = null;
        await DeskAgent.UntilAsync(supervisor, "/api/queues/wallboard", board =>
        {
            var team = board.GetProperty("teams").EnumerateArray().Single(t => t.GetProperty("code").GetString() == "customer_services");
            found = team;
            return fits(team);
        });
        return found!.Value;
    }

    private async Task<Caller> WaitingAsync(string from)
    {
        var phone = await SipPhone.StartAsync(installation, hz: 600);
        var call = await phone.CallAsync("100", from);
        await phone.Sound.Heard.UntilAsync(window => Goertzel.Rms(window) > 200, "the greeting", TimeSpan.FromSeconds(30));
        phone.Sound.Press("3");
        return new Caller(phone, call);
    }

    private sealed class Caller(SipPhone phone, Santral.Sip.UserAgent.OutgoingCall call) : IAsyncDisposable
    {
        public async Task EndAsync() => await call.HangUpAsync();

        public ValueTask DisposeAsync() => phone.DisposeAsync();
    }
}

public sealed class WatchAgentsTests(Installation installation) : IClassFixture<Installation>
{
    [Fact]
    public async Task The_board_shows_who_is_there_since_when_and_why_not()
    {
        await (await installation.AsAsync("tech1")).SetPresenceAsync("away", "lunch").BodyAsync();
        var supervisor = await installation.AsAsync("supervisor1");

        var board = await supervisor.GetAsync("/api/queues/wallboard", QueueCalls.Stop).BodyAsync();

        board.GetProperty("teams").GetArrayLength().ShouldBe(7);
        var agent = Of(board, "tech1")!.Value;
        (agent.GetProperty("presence").GetString(), agent.GetProperty("reason").GetString(), agent.GetProperty("activity").GetString()).ShouldBe(("away", "lunch", "idle"));
        agent.GetProperty("since").GetDateTimeOffset().ShouldBe(TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(2));
        Of(board, "tech2").ShouldBeNull("he is not signed in");
    }

    [Fact]
    public async Task A_forgotten_agent_is_signed_out_and_the_audit_trail_says_by_whom()
    {
        await (await installation.AsAsync("agent3")).SetPresenceAsync("available").BodyAsync();
        var supervisor = await installation.AsAsync("supervisor1");

        (await SetAsync(supervisor, "agent3", new { state = "offline" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await (await installation.AsAsync("agent3")).DeskAsync()).GetProperty("presence").GetProperty("state").GetString().ShouldBe("offline");
        Of(await supervisor.GetAsync("/api/queues/wallboard", QueueCalls.Stop).BodyAsync(), "agent3").ShouldBeNull();
        await using var scope = installation.Services.CreateAsyncScope();
        var agent = installation.Person("agent3").Value;
        var act = await scope.ServiceProvider.GetRequiredService<QueuesDb>().AuditTrail.SingleAsync(a => a.Entity == "Agent" && a.EntityId == agent, QueueCalls.Stop);
        (act.Act, act.UserId).ShouldBe(("presence_set", installation.Person("supervisor1").Value));
        act.Changes.ShouldContain("\"before\":\"available\"");
        act.Changes.ShouldContain("\"state\":\"offline\"");
    }

    [Fact]
    public async Task Who_may_not_sets_nobody_and_nothing_that_does_not_fit()
    {
        (await SetAsync(await installation.AsAsync("agent1"), "agent2", new { state = "offline" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var supervisor = await installation.AsAsync("supervisor1");
        await SetAsync(supervisor, "agent2", new { state = "available", reason = "lunch" }).ShouldBeRefusedAsync("queues.reason_unknown");
        await SetAsync(supervisor, "accountant1", new { state = "offline" }).ShouldBeRefusedAsync("queues.agent_unknown", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_agent_sees_no_wallboard()
        => (await (await installation.AsAsync("agent1")).GetAsync("/api/queues/wallboard", QueueCalls.Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

    private Task<HttpResponseMessage> SetAsync(HttpClient who, string agent, object presence)
        => who.PutAsJsonAsync($"/api/queues/agents/{installation.Person(agent)}/presence", presence, QueueCalls.Stop);

    private JsonElement? Of(JsonElement board, string userName)
    {
        var id = installation.Person(userName).ToString();
        return board.GetProperty("agents").EnumerateArray().Where(a => a.GetProperty("userId").GetString() == id).Select(a => (JsonElement?)a).FirstOrDefault();
    }
}
