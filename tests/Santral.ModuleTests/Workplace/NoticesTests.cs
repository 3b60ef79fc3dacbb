using System.Text.Json;
using Santral.Contracts.Workplace;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Santral.Workplace.Data;
using Santral.Workplace.Jobs;

namespace Santral.ModuleTests.Workplace;

/// <summary>What people are told, and nobody else.</summary>
[Collection(WorkplaceCollection.Name)]
public sealed class NoticesTests(Installation installation)
{
    [Fact]
    public async Task Everybody_concerned_is_told_once_except_who_did_it()
    {
        await installation.TellAsync("told-once", "/told-once", ["agent1", "agent2", "tech1"], by: "agent2");
        await installation.TellAsync("told-once", "/told-once", ["agent1", "agent2"], by: "agent2");

        (await (await installation.AsAsync("agent1")).NoticesAsync("/told-once")).ShouldHaveSingleItem().GetProperty("by").GetProperty("name").GetString().ShouldBe("Elif Şahin");
        (await (await installation.AsAsync("tech1")).NoticesAsync("/told-once")).ShouldHaveSingleItem();
        (await (await installation.AsAsync("agent2")).NoticesAsync("/told-once")).ShouldBeEmpty();
        (await (await installation.AsAsync("supervisor1")).NoticesAsync("/told-once")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Many_of_one_record_are_one_notice_with_a_count_until_it_is_read()
    {
        var agent = await installation.AsAsync("corporate1");
        var before = await agent.UnreadAsync();
        await installation.TellAsync("many-1", "/many", ["corporate1"]);
        await installation.TellAsync("many-2", "/many", ["corporate1"]);
        await installation.TellAsync("many-3", "/many", ["corporate1"]);
        await installation.TellAsync("many-1", "/many", ["corporate1"]);

        var one = (await agent.NoticesAsync("/many")).ShouldHaveSingleItem();
        one.GetProperty("count").GetInt32().ShouldBe(3);
        one.GetProperty("args").GetProperty("text").GetString().ShouldBe("many-3");
        (await agent.UnreadAsync()).ShouldBe(before + 1);

        await agent.PutAsync($"/api/notices/{one.GetProperty("id").GetString()}/read", null, Given.Stop).BodyAsync();
        await installation.TellAsync("many-4", "/many", ["corporate1"]);

        (await agent.NoticesAsync("/many")).Select(n => n.GetProperty("count").GetInt32()).ShouldBe([1, 3]);
    }

    [Fact]
    public async Task A_warning_is_not_hidden_under_news_of_the_same_record()
    {
        await installation.TellAsync("kinds-1", "/kinds", ["service1"], kind: NoticeKind.Watched);
        await installation.TellAsync("kinds-2", "/kinds", ["service1"], kind: NoticeKind.Warning);

        (await (await installation.AsAsync("service1")).NoticesAsync("/kinds")).Select(n => n.GetProperty("kind").GetString()).ShouldBe(["warning", "watched"]);
    }

    [Fact]
    public async Task One_marks_only_ones_own_as_read_and_only_what_was_seen()
    {
        var (expert, other) = (await installation.AsAsync("expert1"), await installation.AsAsync("tech2"));
        await installation.TellAsync("own-1", "/own/1", ["expert1", "tech2"]);
        var seen = (await expert.NoticesAsync("/own/1")).Single();
        await installation.TellAsync("own-2", "/own/2", ["expert1"]);

        await expert.PostAsJsonAsync("/api/notices/read", new { until = seen.GetProperty("at").GetDateTimeOffset() }, Given.Stop).BodyAsync();

        (await expert.NoticesAsync("/own/1")).Single().GetProperty("isRead").GetBoolean().ShouldBeTrue();
        (await expert.NoticesAsync("/own/2")).Single().GetProperty("isRead").GetBoolean().ShouldBeFalse();
        (await other.NoticesAsync("/own/1")).Single().GetProperty("isRead").GetBoolean().ShouldBeFalse();
        await other.PutAsync($"/api/notices/{seen.GetProperty("id").GetString()}/read", null, Given.Stop)
            .ShouldBeRefusedAsync("workplace.notice_unknown", HttpStatusCode.NotFound);

        await expert.PostAsJsonAsync("/api/notices/read", new { path = "/own/2" }, Given.Stop).BodyAsync();
        (await expert.NoticesAsync("/own/2")).Single().GetProperty("isRead").GetBoolean().ShouldBeTrue();
        await expert.DeleteAsync($"/api/notices/{seen.GetProperty("id").GetString()}/read", Given.Stop).BodyAsync();
        (await expert.NoticesAsync("/own/1")).Single().GetProperty("isRead").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task The_list_is_read_in_parts_that_repeat_nothing()
    {
        var person = await installation.AsAsync("accountant1");
        var at = installation.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        for (var i = 0; i < 5; i++)
        {
            await installation.TellAsync($"part-{i}", $"/part/{i}", ["accountant1"], at: at);
        }

        var seen = new List<string>();
        string? next = "";
        while (next is not null)
        {
            var part = await person.GetAsync($"/api/notices?take=2{(next.Length == 0 ? "" : $"&after={next}")}", Given.Stop).BodyAsync();
            seen.AddRange(part.GetProperty("items").EnumerateArray().Select(n => n.GetProperty("id").GetString()!));
            next = part.GetProperty("next").GetString();
        }

        seen.Count.ShouldBeGreaterThanOrEqualTo(5);
        seen.ShouldBeUnique();
        await person.GetAsync("/api/notices?after=nonsense", Given.Stop).ShouldBeRefusedAsync("request.cursor_invalid");
        await person.GetAsync("/api/notices?take=0", Given.Stop).ShouldBeRefusedAsync("request.invalid");
    }

    [Fact]
    public async Task The_bell_of_an_open_page_hears_of_it_at_once()
    {
        await using var page = await installation.OpenPageAsync("field1");
        await page.AskAsync("Hello");

        await installation.TellAsync("bell", "/bell", ["field1"]);

        var news = await page.NextAsync("News", n => n.GetProperty("topic").GetString() == "notices");
        news.GetProperty("payload").GetProperty("unread").GetInt32().ShouldBe(await (await installation.AsAsync("field1")).UnreadAsync());
    }

    [Fact]
    [Requirement("P-19")]
    public async Task A_supervisor_warns_a_department_and_a_person()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var told = await supervisor.PostAsJsonAsync(
            "/api/notices",
            new { text = "Bornova santralinde bakım", isWarning = true, units = new[] { "internet" }, users = new[] { installation.PersonOf("buyer1").Value }, path = "/requests" },
            Given.Stop).BodyAsync();
        await installation.DeliverFactsAsync();

        told.GetProperty("reached").GetInt32().ShouldBeGreaterThan(1);
        foreach (var name in new[] { "agent1", "buyer1" })
        {
            var notice = (await (await installation.AsAsync(name)).NoticesAsync("/requests")).First(n => n.GetProperty("kind").GetString() == "warning");
            notice.GetProperty("args").GetProperty("text").GetString().ShouldBe("Bornova santralinde bakım");
        }

        await installation.TellAsync("not announced", "/requests/1", ["buyer1"], textKey: "notice.field_task");
        var announced = await (await installation.AsAsync("buyer1")).GetFromJsonAsync<JsonElement>("/api/notices?announced=true", Given.Stop);
        announced.GetProperty("items").EnumerateArray().Select(n => n.GetProperty("textKey").GetString()!).Distinct().ShouldBeSubsetOf(["notice.announcement", "notice.warning"]);
        announced.GetProperty("items")[0].GetProperty("args").GetProperty("text").GetString().ShouldBe("Bornova santralinde bakım");

        (await (await installation.AsAsync("store1")).NoticesAsync("/requests")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Announcements_that_reach_nobody_lead_elsewhere_or_may_not_be_made_are_refused()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var agent = await installation.AsAsync("agent1");
        var to = new[] { installation.PersonOf("agent2").Value };

        await agent.PostAsJsonAsync("/api/notices", new { text = "x", users = to }, Given.Stop).ShouldBeRefusedAsync("identity.not_permitted", HttpStatusCode.Forbidden);
        await installation.Anonymous().GetAsync("/api/notices", Given.Stop).ShouldBeRefusedAsync("identity.sign_in_needed", HttpStatusCode.Unauthorized);
        await supervisor.PostAsJsonAsync("/api/notices", new { text = "x" }, Given.Stop).ShouldBeRefusedAsync("workplace.nobody_to_tell");
        await supervisor.PostAsJsonAsync("/api/notices", new { text = " \u0000", users = to }, Given.Stop).ShouldBeRefusedAsync("workplace.announcement_length");
        await supervisor.PostAsJsonAsync("/api/notices", new { text = new string('x', 501), users = to }, Given.Stop).ShouldBeRefusedAsync("workplace.announcement_length");
        await supervisor.PostAsJsonAsync("/api/notices", new { text = "x", users = to, path = "//evil.example" }, Given.Stop).ShouldBeRefusedAsync("workplace.path_invalid");
        await supervisor.PostAsJsonAsync("/api/notices", new { text = "x", users = to, path = "javascript:alert(1)" }, Given.Stop).ShouldBeRefusedAsync("workplace.path_invalid");
        await supervisor.PostAsJsonAsync("/api/notices", new { text = "x", users = new[] { Guid.Empty } }, Given.Stop).ShouldBeRefusedAsync("workplace.person_unknown");
        await supervisor.PostAsJsonAsync("/api/notices", new { text = "x", teams = new[] { Guid.Empty } }, Given.Stop).ShouldBeRefusedAsync("workplace.team_unknown");
        await supervisor.PostAsJsonAsync("/api/notices", new { text = "x", units = new[] { "mars" } }, Given.Stop).ShouldBeRefusedAsync("workplace.unit_unknown");
        await supervisor.PostAsJsonAsync("/api/notices", new { text = 5 }, Given.Stop).ShouldBeRefusedAsync("request.invalid");
    }

    [Fact]
    public async Task What_is_long_over_is_forgotten()
    {
        var person = await installation.AsAsync("field2");
        var now = installation.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        await installation.TellAsync("old-read", "/old/read", ["field2"], at: now.AddDays(-40));
        await installation.TellAsync("old-unread", "/old/unread", ["field2"], at: now.AddDays(-40));
        await installation.TellAsync("ancient", "/old/ancient", ["field2"], at: now.AddDays(-200));
        await using (var scope = installation.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<WorkplaceDb>();
            await db.Notices.Where(n => n.Key == "old-read").ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, now.AddDays(-31)), Given.Stop);
        }

        await installation.Services.GetServices<IHostedService>().OfType<ForgetOld>().Single().ForgetAsync(Given.Stop);

        (await person.NoticesAsync("/old/read")).ShouldBeEmpty();
        (await person.NoticesAsync("/old/ancient")).ShouldBeEmpty();
        (await person.NoticesAsync("/old/unread")).ShouldHaveSingleItem();
    }
}
