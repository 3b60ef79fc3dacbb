using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Calls;
using Santral.ModuleTests.Requests;
using Santral.Requests.Clocks;

namespace Santral.ModuleTests.Clocks;

/// <summary>What a request promises, on an installation of its own whose clock begins on a Friday at nine.</summary>
public sealed class DueTimesTests(ClocksInstallation installation) : IClassFixture<ClocksInstallation>
{
    [Fact]
    [Requirement("W-D03")]
    public async Task Changing_the_priority_moves_the_due_time_on_the_request_and_on_the_overdue_list()
    {
        var agent = await installation.AsAsync("agent1");
        var card = await RequestAsync("öncelik");
        var opened = card.AtOf("openedAt")!.Value;
        var normal = (await ClocksAsync(card)).GetProperty("resolution");
        normal.GetProperty("rule").GetProperty("priority").WordOf("tr").ShouldBe("Normal");

        var urgent = await agent.ChangeAsync(card, ("priorityId", installation.PriorityOf("urgent")));

        var clocks = await ClocksAsync(urgent);
        clocks.GetProperty("resolution").GetProperty("face").AtOf("dueAt").ShouldNotBeNull().ShouldBeLessThan(normal.GetProperty("face").AtOf("dueAt")!.Value);
        clocks.GetProperty("resolution").AtOf("startedAt").ShouldBe(opened, "it counts from the original start");
        clocks.GetProperty("resolution").GetProperty("rule").GetProperty("priority").WordOf("tr").ShouldBe("Acil");
        urgent.GetProperty("clock").AtOf("dueAt").ShouldBe(clocks.GetProperty("firstAnswer").GetProperty("face").AtOf("dueAt"), "the answer presses first");

        await installation.PassAsync(TimeSpan.FromDays(3));
        (await OverdueAsync()).ShouldContain(urgent.IdOf());
        (await OverdueAsync()).ShouldBe(await OverdueAsync("&sort=due"), ignoreOrder: true);
    }

    [Fact]
    [Requirement("P-13")]
    public async Task Overdue_marks_follow_the_priority()
    {
        var agent = await installation.AsAsync("agent1");
        var card = await RequestAsync("işaret", "urgent");
        await AnswerAsync(card);
        await installation.PassAsync(TimeSpan.FromDays(5));
        card = await agent.CardAsync(card.IdOf());
        card.GetProperty("clock").WordOf("state").ShouldBe("late");
        (await OverdueAsync()).ShouldContain(card.IdOf());

        var low = await agent.ChangeAsync(card, ("priorityId", installation.PriorityOf("low")));

        low.GetProperty("clock").WordOf("state").ShouldBe("running");
        (await OverdueAsync()).ShouldNotContain(card.IdOf());
        (await agent.ChangeAsync(low, ("priorityId", installation.PriorityOf("urgent")))).GetProperty("clock").WordOf("state").ShouldBe("late");
    }

    [Fact]
    [Requirement("W-D03")]
    public async Task The_first_answer_the_customer_sees_keeps_the_promise_of_an_answer()
    {
        var agent = await installation.AsAsync("agent1");
        var card = await RequestAsync("yanıt");
        await agent.PostAsJsonAsync($"/api/requests/{card.IdOf()}/notes", new { text = "iç not", customerSees = false }, Given.Stop).BodyAsync();
        (await ClocksAsync(card)).GetProperty("firstAnswer").GetProperty("face").AtOf("metAt").ShouldBeNull("an internal note answers nobody");

        await AnswerAsync(card);

        var face = (await ClocksAsync(card)).GetProperty("firstAnswer").GetProperty("face");
        face.WordOf("state").ShouldBe("met");
        face.AtOf("metAt").ShouldBe(installation.Clock.GetUtcNow());
        (await agent.CardAsync(card.IdOf())).GetProperty("version").GetInt32().ShouldBe(card.GetProperty("version").GetInt32(), "nobody's open form is stale by an answer");
        (await agent.CardAsync(card.IdOf())).GetProperty("clock").WordOf("kind").ShouldBe("resolution");
    }

    [Fact]
    [Requirement("W-D03")]
    public async Task A_call_that_somebody_took_is_an_answer_whenever_its_news_comes()
    {
        var agent = await installation.AsAsync("agent1");
        var taken = await installation.ACallAsync();
        await installation.HappenAsync(taken.Answered);
        var first = await agent.ARequestAsync(new { callId = taken.Id.ToString() });
        (await ClocksAsync(first)).GetProperty("firstAnswer").GetProperty("face").AtOf("metAt").ShouldBe(installation.Clock.GetUtcNow(), "answered before it was opened is answered at once");

        var ringing = await installation.ACallAsync();
        var second = await agent.ARequestAsync(new { callId = ringing.Id.ToString() });
        (await ClocksAsync(second)).GetProperty("firstAnswer").GetProperty("face").AtOf("metAt").ShouldBeNull();
        await installation.HappenAsync(ringing.Answered);
        (await ClocksAsync(second)).GetProperty("firstAnswer").GetProperty("face").AtOf("metAt").ShouldNotBeNull();
    }

    [Fact]
    [Requirement("W-D03")]
    public async Task Waiting_for_the_customer_stands_still_and_going_on_escalates_nothing()
    {
        var agent = await installation.AsAsync("agent1");
        var card = await RequestAsync("bekleme", "urgent");
        await AnswerAsync(card);
        await installation.PassAsync(TimeSpan.FromMinutes(1));
        card = await MoveAsync(card, "waiting");
        var left = card.GetProperty("clock").GetProperty("targetSeconds").GetInt32() - card.GetProperty("clock").GetProperty("usedSeconds").GetInt32();
        card.GetProperty("clock").WordOf("state").ShouldBe("paused");
        card.GetProperty("clock").AtOf("dueAt").ShouldBeNull();

        await installation.PassAsync(TimeSpan.FromDays(14));
        (await NoticesAsync(card)).ShouldBeEmpty();
        card = await MoveAsync(await agent.CardAsync(card.IdOf()), "inProgress");

        var clock = card.GetProperty("clock");
        clock.WordOf("state").ShouldBe("running");
        (clock.GetProperty("targetSeconds").GetInt32() - clock.GetProperty("usedSeconds").GetInt32()).ShouldBe(left);
        (await ClocksAsync(card)).GetProperty("resolution").ListOf("segments").ShouldContain(s => s.WordOf("kind") == "waiting");
    }

    [Fact]
    [Requirement("W-D03")]
    public async Task Resolved_stops_the_clock_and_opened_again_it_has_what_was_left()
    {
        var agent = await installation.AsAsync("agent1");
        var card = await RequestAsync("yeniden", "urgent");
        card = await MoveAsync(card, "resolved");
        card.GetProperty("clock").WordOf("state").ShouldBe("met");
        var used = card.GetProperty("clock").GetProperty("usedSeconds").GetInt32();

        await installation.PassAsync(TimeSpan.FromDays(10));
        (await OverdueAsync()).ShouldNotContain(card.IdOf());
        card = await MoveAsync(await agent.CardAsync(card.IdOf()), "inProgress");

        card.GetProperty("clock").WordOf("state").ShouldBe("running");
        card.GetProperty("clock").GetProperty("usedSeconds").GetInt32().ShouldBe(used);
        card.GetProperty("clock").AtOf("dueAt").ShouldNotBeNull().ShouldBeGreaterThan(installation.Clock.GetUtcNow());
    }

    [Fact]
    [Requirement("P-13")]
    public async Task Who_has_it_in_hand_is_warned_once_and_then_he_and_the_leader_are_told_once()
    {
        var agent = await installation.AsAsync("agent1");
        var card = await RequestAsync("uyarı", "urgent");
        await AnswerAsync(card);
        var due = (await ClocksAsync(card)).GetProperty("resolution").GetProperty("face");

        await installation.PassAsync(due.AtOf("warnAt")!.Value - installation.Clock.GetUtcNow());
        await installation.PassAsync(TimeSpan.FromSeconds(1));
        (await NoticesAsync(card)).ShouldBe(["warning"]);
        (await agent.CardAsync(card.IdOf())).GetProperty("clock").WordOf("state").ShouldBe("soon");
        (await agent.ItemsAsync("/api/requests?due=soon&take=200")).Select(i => i.IdOf()).ShouldContain(card.IdOf());

        await installation.PassAsync(due.AtOf("dueAt")!.Value - installation.Clock.GetUtcNow());
        await installation.PassAsync(TimeSpan.FromHours(1));
        (await NoticesAsync(card)).ShouldBe(["warning", "escalation"], ignoreOrder: true);
        (await NoticesAsync(card, "supervisor1")).ShouldBe(["escalation"]);
    }

    [Fact]
    [Requirement("W-D03")]
    public async Task A_changed_calendar_moves_what_is_open_and_escalates_nobody()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var card = await RequestAsync("takvim", "high", unit: "appliance");
        var before = card.GetProperty("clock").AtOf("dueAt")!.Value;
        var calendar = (await supervisor.GetAsync("/api/clocks/calendars", Given.Stop).BodyAsync()).EnumerateArray()
            .Single(c => c.GetProperty("units").EnumerateArray().Any(u => u.GetString() == "appliance"));

        // The same unit now works in another zone, at night: everything moves.
        var moved = await supervisor.PostAsJsonAsync(
            "/api/clocks/calendars", new { version = 0, calendar = Given.Calendar("Gece", "Pacific/Auckland"), units = new[] { "appliance" }, teams = Array.Empty<string>() }, Given.Stop).BodyAsync();
        await installation.FollowDefinitionsAsync();

        var after = await supervisor.CardAsync(card.IdOf());
        after.GetProperty("clock").AtOf("dueAt").ShouldNotBe(before);
        after.GetProperty("version").GetInt32().ShouldBe(card.GetProperty("version").GetInt32(), "nobody's open form is stale by a definition");
        (await ClocksAsync(after)).GetProperty("resolution").GetProperty("rule").GetProperty("calendar").WordOf("tr").ShouldBe("Gece");
        (await NoticesAsync(after)).ShouldBeEmpty();

        await supervisor.PutAsJsonAsync(
            $"/api/clocks/calendars/{calendar.WordOf("id")}",
            new { version = calendar.GetProperty("version").GetInt32() + 1, calendar = calendar.GetProperty("calendar"), units = calendar.ListOf("units").Select(u => u.GetString()), teams = Array.Empty<string>() },
            Given.Stop).BodyAsync();
        await installation.FollowDefinitionsAsync();
        (await supervisor.CardAsync(card.IdOf())).GetProperty("clock").AtOf("dueAt").ShouldBe(before, "the correction taken back is as if it had never been");
        moved.GetProperty("version").GetInt32().ShouldBe(1);
    }

    [Fact]
    [Requirement("W-D03")]
    public async Task The_list_sorts_by_time_pressure_page_by_page()
    {
        var agent = await installation.AsAsync("agent1");
        foreach (var priority in new[] { "low", "urgent", "normal" })
        {
            await RequestAsync($"sıra {priority}", priority);
        }

        var all = (await agent.ItemsAsync("/api/requests?stage=open&sort=due&take=200")).Select(i => i.IdOf()).ToList();
        var paged = new List<string>();
        string? after = null;
        do
        {
            var page = await agent.GetAsync($"/api/requests?stage=open&sort=due&take=3{(after is null ? "" : $"&after={after}")}", Given.Stop).BodyAsync();
            paged.AddRange(page.ListOf("items").Select(i => i.IdOf()));
            after = page.WordOf("next");
        }
        while (after is not null);

        paged.ShouldBe(all);
        await agent.GetAsync("/api/requests?due=yesterday", Given.Stop).ShouldBeRefusedAsync("requests.filter_invalid");
    }

    [Fact]
    public async Task Who_may_not_see_a_request_learns_nothing_of_its_clocks()
        => await (await installation.AsAsync("agent3")).GetAsync($"/api/requests/{(await RequestAsync("gizli")).IdOf()}/clocks", Given.Stop).ShouldBeRefusedAsync("requests.unknown", HttpStatusCode.NotFound);

    private async Task<JsonElement> RequestAsync(string subject, string priority = "normal", string unit = "internet")
    {
        var agent = await installation.AsAsync(unit == "internet" ? "agent1" : "agent2");
        var card = await agent.ADescribedRequestAsync(subject, unit: unit);
        return await agent.ChangeAsync(card, ("priorityId", installation.PriorityOf(priority)));
    }

    private async Task AnswerAsync(JsonElement card)
        => await (await installation.AsAsync("agent1")).PostAsJsonAsync($"/api/requests/{card.IdOf()}/notes", new { text = "Sayın müşterimiz", customerSees = true }, Given.Stop).BodyAsync();

    private async Task<JsonElement> MoveAsync(JsonElement card, string kind)
    {
        var stage = card.ListOf("stages").First(s => s.WordOf("kind") == kind).WordOf("code");
        return await (await installation.AsAsync("agent1"))
            .PostAsJsonAsync($"/api/requests/{card.IdOf()}/stage", new { version = card.GetProperty("version").GetInt32(), stage }, Given.Stop).BodyAsync();
    }

    private async Task<JsonElement> ClocksAsync(JsonElement card)
        => await (await installation.AsAsync("supervisor1")).GetAsync($"/api/requests/{card.IdOf()}/clocks", Given.Stop).BodyAsync();

    private async Task<List<string>> OverdueAsync(string more = "")
        => [.. (await (await installation.AsAsync("agent1")).ItemsAsync($"/api/requests?due=overdue&take=200{more}")).Select(i => i.IdOf())];

    private async Task<List<string?>> NoticesAsync(JsonElement card, string person = "agent1")
        => [.. (await (await installation.AsAsync(person)).GetAsync("/api/notices?take=100", Given.Stop).BodyAsync()).ListOf("items")
            .Where(n => n.WordOf("path") == $"/requests/{card.IdOf()}" && n.WordOf("kind") is "warning" or "escalation")
            .Select(n => n.WordOf("kind"))];
}
