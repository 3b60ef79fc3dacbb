using Santral.ModuleTests.Requests;

namespace Santral.ModuleTests.Processes;

/// <summary>Checkers decide on requests of the internet unit: through the API, for every role (P-16 … P-19).</summary>
[Collection(ProcessesCollection.Name)]
public sealed class ApprovalTests(Installation installation)
{
    [Fact]
    [Requirement("W-D04")]
    [Requirement("P-16")]
    public async Task A_checker_is_asked_and_told_rejects_and_the_request_does_not_advance()
    {
        var agent = await installation.AsAsync("agent1");
        var checker = await installation.AsAsync("expert1");
        var card = await agent.AskedForCompensationAsync("Free modem, rejected");
        await installation.DeliverFactsAsync();

        (await checker.ApprovalsAsync()).EnumerateArray().Select(a => a.TextOf("number")).ShouldContain(card.TextOf("number"));
        (await NoticesAsync(checker)).ShouldContain(n => n.Contains(card.TextOf("number")) && n.Contains("notice.approval_asked"));

        await checker.DecideAsync(card, card.VersionOf(), "reject").ShouldBeRefusedAsync("processes.comment_due", HttpStatusCode.UnprocessableEntity);
        (await checker.DecideAsync(card, card.VersionOf(), "reject", "No contract covers it.")).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await agent.CardAsync(card.IdOf())).GetProperty("stage").TextOf("code").ShouldBe("examined");
        (await checker.ApprovalsAsync()).EnumerateArray().Select(a => a.TextOf("number")).ShouldNotContain(card.TextOf("number"));
        var move = (await agent.TimelineAsync(card.IdOf())).Last(e => e.TextOf("kind") == "stage");
        move.GetProperty("stage").TextOf("outcome").ShouldBe("reject");
        move.GetProperty("stage").TextOf("comment").ShouldBe("No contract covers it.");
        move.GetProperty("by").TextOf("name").ShouldBe("Oğuz Yıldırım");
    }

    [Fact]
    public async Task An_agent_of_another_unit_does_not_read_what_is_asked()
    {
        var card = await (await installation.AsAsync("agent1")).AskedForCompensationAsync("Not for the municipality");
        var stranger = await installation.AsAsync("agent3");

        await stranger.ApprovalAsync(card).ShouldBeRefusedAsync("processes.not_waiting", HttpStatusCode.NotFound);
        await stranger.DecideAsync(card, card.VersionOf() - 1, "approve").ShouldBeRefusedAsync("processes.not_waiting", HttpStatusCode.NotFound);
        (await (await installation.AsAsync("agent2")).ApprovalAsync(card)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    [Requirement("P-17")]
    public async Task It_can_be_approved_in_part_and_it_is_kept_which()
    {
        var agent = await installation.AsAsync("agent1");
        var checker = await installation.AsAsync("supervisor1");
        var card = await agent.AskedForCompensationAsync("Five months for free");

        await checker.DecideAsync(card, card.VersionOf(), "approvePartly", "Two are enough.").ShouldBeRefusedAsync("processes.part_due");
        (await checker.DecideAsync(card, card.VersionOf(), "approvePartly", "Two are enough.", "2 of 5 months")).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        var move = (await agent.TimelineAsync(card.IdOf())).Last(e => e.TextOf("kind") == "stage").GetProperty("stage");
        (move.TextOf("outcome"), move.TextOf("part")).ShouldBe(("approvePartly", "2 of 5 months"));
    }

    [Fact]
    [Requirement("P-18")]
    public async Task A_reviewer_comments_without_deciding()
    {
        var agent = await installation.AsAsync("agent1");
        var checker = await installation.AsAsync("expert1");
        var card = await agent.AskedForCompensationAsync("Reviewed first");

        (await checker.DecideAsync(card, card.VersionOf(), "review", "Which invoice?")).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        var now = await agent.CardAsync(card.IdOf());
        now.GetProperty("stage").TextOf("code").ShouldBe("compensation");
        var approval = await checker.ApprovalAsync(card).BodyAsync();
        approval.GetProperty("ballots")[0].TextOf("comment").ShouldBe("Which invoice?");
        approval.GetProperty("counted").GetInt32().ShouldBe(0);
        (await checker.DecideAsync(card, now.VersionOf(), "approve")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    [Requirement("P-19")]
    public async Task A_warning_reaches_the_watchers_in_the_app_and_waits_as_mail()
    {
        var agent = await installation.AsAsync("agent1");
        var checker = await installation.AsAsync("expert1");
        var watcher = await installation.AsAsync("agent2");
        var card = await agent.AskedForCompensationAsync("Warned about");

        (await checker.DecideAsync(card, card.VersionOf(), "warn", "The customer threatens to leave.")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await installation.DeliverFactsAsync();

        (await NoticesAsync(watcher)).ShouldContain(n => n.Contains(card.TextOf("number")) && n.Contains("notice.approval_warned"));
        var admin = await installation.AsAsync("admin");
        var deliveries = await admin.GetAsync("/api/processes/deliveries", TestContext.Current.CancellationToken).BodyAsync();
        deliveries.GetProperty("items").EnumerateArray()
            .ShouldContain(d => d.TextOf("number") == card.TextOf("number") && d.TextOf("kind") == "mail" && d.TextOf("state") == "waitsForMail");
        (await agent.CardAsync(card.IdOf())).GetProperty("stage").TextOf("code").ShouldBe("compensation");
    }

    [Fact]
    public async Task Who_is_no_checker_has_no_say_and_nobody_decides_twice_or_on_old_news()
    {
        var agent = await installation.AsAsync("agent1");
        var checker = await installation.AsAsync("expert1");
        var card = await agent.AskedForCompensationAsync("Not yours");

        await (await installation.AsAsync("tech1")).DecideAsync(card, card.VersionOf(), "approve").ShouldBeRefusedAsync("processes.not_a_checker", HttpStatusCode.Forbidden);
        await (await installation.AsAsync("admin")).DecideAsync(card, card.VersionOf(), "approve").ShouldBeRefusedAsync("processes.not_a_checker", HttpStatusCode.Forbidden);
        await agent.MoveAsync(card, "resolved").ShouldBeRefusedAsync("processes.stage_not_allowed");
        await checker.DecideAsync(card, card.VersionOf() + 1, "approve").ShouldBeRefusedAsync("record.changed_meanwhile", HttpStatusCode.Conflict);
        (await checker.DecideAsync(card, card.VersionOf(), "approve")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await checker.DecideAsync(card, card.VersionOf(), "approve")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await installation.Anonymous().GetAsync("/api/processes/approvals", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Hostile_decisions_are_refused_and_change_nothing()
    {
        var agent = await installation.AsAsync("agent1");
        var checker = await installation.AsAsync("expert1");
        var card = await agent.AskedForCompensationAsync("Hostile");

        (await checker.DecideAsync(card, card.VersionOf(), "burn")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await checker.DecideAsync(card, card.VersionOf(), "reject", new string('x', 1001))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await checker.DecideAsync(card, card.VersionOf(), "reject", new string('x', 10 * 1024 * 1024))).IsSuccessStatusCode.ShouldBeFalse();
        await checker.DecideAsync(card, card.VersionOf(), "reject", "\0 \t").ShouldBeRefusedAsync("processes.comment_due");
        (await agent.CardAsync(card.IdOf())).VersionOf().ShouldBe(card.VersionOf());
    }

    private static async Task<IReadOnlyList<string>> NoticesAsync(HttpClient client)
        => [.. (await client.GetAsync("/api/notices", TestContext.Current.CancellationToken).BodyAsync()).GetProperty("items").EnumerateArray().Select(n => n.GetRawText())];
}
