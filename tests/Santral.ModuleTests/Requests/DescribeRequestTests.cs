namespace Santral.ModuleTests.Requests;

/// <summary>What the customer wants is written down, and nobody overwrites what he has not seen.</summary>
[Collection(RequestsCollection.Name)]
public sealed class DescribeRequestTests(Installation installation)
{
    [Fact]
    [Requirement("W-S03")]
    public async Task Kind_subject_text_method_and_customer_are_kept()
    {
        var agent = await installation.AsAsync("agent1");
        var opened = await agent.ARequestAsync();
        var customer = (await agent.GetAsync("/api/customers?q=elif yilmaz", Given.Stop).BodyAsync()).GetProperty("items")[0];
        var method = (await agent.GetAsync("/api/requests/definitions", Given.Stop).BodyAsync()).GetProperty("contactMethods")[1];

        var card = await agent.PutAsJsonAsync(
            $"/api/requests/{opened.IdOf()}",
            new
            {
                version = opened.VersionOf(),
                kind = "information",
                subject = "  Fatura tarihi\u0000 ",
                text = "Satır 1\r\nSatır 2",
                contactMethodId = method.IdOf(),
                customerId = customer.IdOf(),
                priorityId = installation.PriorityOf("high"),
            },
            Given.Stop).BodyAsync();

        card.TextOf("kind").ShouldBe("information");
        card.TextOf("subject").ShouldBe("Fatura tarihi");
        card.TextOf("text").ShouldBe("Satır 1\nSatır 2");
        card.GetProperty("contactMethod").TextOf("code").ShouldBe("email");
        card.GetProperty("customer").TextOf("name").ShouldBe("Elif Yılmaz");
        card.GetProperty("priority").TextOf("code").ShouldBe("high");
        card.VersionOf().ShouldBeGreaterThan(opened.VersionOf());
        (await agent.CardAsync(opened.IdOf())).Told().ShouldBe(card.Told());
    }

    [Fact]
    public async Task A_stale_save_is_refused_and_shows_what_is_stored()
    {
        var agent = await installation.AsAsync("agent1");
        var other = await installation.AsAsync("agent2");
        var mine = await agent.ADescribedRequestAsync("First");
        await other.PutAsJsonAsync($"/api/requests/{mine.IdOf()}", new { version = mine.VersionOf(), kind = "action", subject = "Theirs" }, Given.Stop).BodyAsync();

        var problem = await agent.PutAsJsonAsync(
                $"/api/requests/{mine.IdOf()}", new { version = mine.VersionOf(), kind = "action", subject = "Mine" }, Given.Stop)
            .ShouldBeRefusedAsync("record.changed_meanwhile", HttpStatusCode.Conflict);

        problem.GetProperty("current").TextOf("subject").ShouldBe("Theirs");
        var again = await agent.PutAsJsonAsync(
            $"/api/requests/{mine.IdOf()}",
            new { version = problem.GetProperty("current").VersionOf(), kind = "action", subject = "Mine" },
            Given.Stop).BodyAsync();
        again.TextOf("subject").ShouldBe("Mine");
    }

    [Fact]
    public async Task Of_two_saves_at_once_one_wins_and_the_other_is_told()
    {
        var agent = await installation.AsAsync("agent1");
        var card = await agent.ADescribedRequestAsync("Start");

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(n => agent.PutAsJsonAsync(
            $"/api/requests/{card.IdOf()}", new { version = card.VersionOf(), kind = "action", subject = $"Save {n}" }, Given.Stop)));

        answers.Count(a => a.IsSuccessStatusCode).ShouldBe(1);
        foreach (var lost in answers.Where(a => !a.IsSuccessStatusCode))
        {
            (await lost.ShouldBeRefusedAsync("record.changed_meanwhile", HttpStatusCode.Conflict)).GetProperty("current").TextOf("subject").ShouldStartWith("Save");
        }
    }

    [Fact]
    public async Task A_comment_closes_at_once_and_is_in_the_view_of_comments()
    {
        var agent = await installation.AsAsync("agent1");

        var card = await agent.ADescribedRequestAsync("Çok memnun", "comment");

        card.GetProperty("stage").TextOf("kind").ShouldBe("closed");
        card.GetProperty("stages").GetArrayLength().ShouldBe(0);
        (await agent.GetAsync("/api/requests?kind=comment&text=memnun", Given.Stop).BodyAsync()).GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"version":1,"kind":"wish","subject":"x"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"version":1,"kind":1,"subject":"x"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"version":"1","subject":"x"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"version":1,"priorityId":"huge"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"version":1,"contactMethodId":"00000000-0000-0000-0000-000000000001"}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"version":1,"customerId":"00000000-0000-0000-0000-000000000001"}""", HttpStatusCode.UnprocessableEntity)]
    public async Task What_makes_no_sense_is_refused_and_nothing_is_saved(string body, HttpStatusCode status)
    {
        var agent = await installation.AsAsync("agent1");
        var opened = await agent.ARequestAsync();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        (await agent.PutAsync($"/api/requests/{opened.IdOf()}", content, Given.Stop)).StatusCode.ShouldBe(status);

        (await agent.CardAsync(opened.IdOf())).VersionOf().ShouldBe(opened.VersionOf());
    }

    [Fact]
    public async Task Too_long_is_refused_by_name_of_the_field()
    {
        var agent = await installation.AsAsync("agent1");
        var opened = await agent.ARequestAsync();

        var problem = await agent.PutAsJsonAsync(
                $"/api/requests/{opened.IdOf()}",
                new { version = opened.VersionOf(), subject = new string('ş', 201), text = new string('x', 8001) },
                Given.Stop)
            .ShouldBeRefusedAsync("request.invalid", HttpStatusCode.BadRequest);

        problem.GetProperty("errors").EnumerateObject().Select(e => e.Name.ToLowerInvariant()).Order().ShouldBe(["subject", "text"]);
    }

    [Fact]
    public async Task A_request_nobody_knows_is_unknown()
    {
        var agent = await installation.AsAsync("agent1");

        await agent.PutAsJsonAsync($"/api/requests/{Guid.Empty}", new { version = 1 }, Given.Stop).ShouldBeRefusedAsync("requests.unknown", HttpStatusCode.NotFound);
        (await agent.GetAsync("/api/requests/not-an-id", Given.Stop)).StatusCode.ShouldBeOneOf(HttpStatusCode.BadRequest, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_only_reads_changes_nothing()
    {
        var card = await (await installation.AsAsync("agent1")).ADescribedRequestAsync("Readable");
        var store = await installation.AsAsync("store1");

        (await store.CardAsync(card.IdOf())).TextOf("subject").ShouldBe("Readable");
        (await store.PutAsJsonAsync($"/api/requests/{card.IdOf()}", new { version = card.VersionOf() }, Given.Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await store.PostAsJsonAsync($"/api/requests/{card.IdOf()}/notes", new { text = "x" }, Given.Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}
