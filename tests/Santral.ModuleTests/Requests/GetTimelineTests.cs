namespace Santral.ModuleTests.Requests;

/// <summary>The story of a request, oldest first.</summary>
[Collection(RequestsCollection.Name)]
public sealed class GetTimelineTests(Installation installation)
{
    [Fact]
    [Requirement("W-S03")]
    public async Task Everything_that_happened_is_told_in_order()
    {
        var agent = await installation.AsAsync("agent1");
        var call = await installation.ACallAsync();
        await installation.HappenAsync(call.Answered);
        var opened = await agent.ARequestAsync(new { callId = call.Id.Value });
        var card = await agent.PutAsJsonAsync(
            $"/api/requests/{opened.IdOf()}", new { version = opened.VersionOf(), kind = "action", subject = "Kırmızı ışık", priorityId = installation.PriorityOf("urgent") }, Given.Stop).BodyAsync();
        await agent.PostAsJsonAsync($"/api/requests/{card.IdOf()}/notes", new { text = "Bakılıyor" }, Given.Stop).BodyAsync();
        await agent.PostAsJsonAsync($"/api/requests/{card.IdOf()}/stage", new { version = card.VersionOf(), stage = "examined" }, Given.Stop).BodyAsync();

        var timeline = await agent.TimelineAsync(card.IdOf());

        timeline.Select(e => e.TextOf("kind")).ShouldBe(["call", "opened", "change", "note", "stage"]);
        timeline.Select(e => e.GetProperty("at").GetDateTimeOffset()).ShouldBeInOrder();
        var fields = timeline[2].GetProperty("change").GetProperty("fields").EnumerateArray().ToDictionary(f => f.TextOf("name"));
        fields.Keys.Order().ShouldBe(["contactMethod", "kind", "owner", "priority", "subject"]);
        fields["priority"].TextOf("from").ShouldBe("Normal");
        fields["priority"].TextOf("to").ShouldBe("Acil");
        fields["owner"].TextOf("to").ShouldNotContain("-");
    }

    [Fact]
    public async Task A_call_is_live_until_it_ends_and_then_tells_wait_talk_and_menu()
    {
        var agent = await installation.AsAsync("agent1");
        var call = await installation.ACallAsync();
        var opened = await agent.ARequestAsync(new { callId = call.Id.Value });

        (await CallOfAsync()).GetProperty("live").GetBoolean().ShouldBeTrue();
        await installation.HappenAsync(call.Answered, call.Ended);

        var over = await CallOfAsync();
        over.GetProperty("live").GetBoolean().ShouldBeFalse();
        over.GetProperty("waitedSeconds").GetInt32().ShouldBe(31);
        over.GetProperty("talkedSeconds").GetInt32().ShouldBe(125);
        over.GetProperty("menuPath")[0].TextOf("key").ShouldBe("3");
        over.TextOf("number").ShouldBe(Given.Elif);
        over.GetProperty("agent").TextOf("name").ShouldNotBeNullOrEmpty();

        async Task<System.Text.Json.JsonElement> CallOfAsync()
            => (await agent.TimelineAsync(opened.IdOf())).Single(e => e.TextOf("kind") == "call").GetProperty("call");
    }

    [Fact]
    [Requirement("W-S03")]
    public async Task A_call_says_who_called_whom()
    {
        var agent = await installation.AsAsync("agent1");
        var (came, went) = (await installation.ACallAsync(), await installation.ACallAsync());
        await installation.HappenAsync(went.Arrived with { Direction = Santral.Contracts.Calls.CallDirection.Outbound }, went.Answered, went.Ended);

        (await DirectionAsync(came)).ShouldBe("inbound");
        (await DirectionAsync(went)).ShouldBe("outbound");

        async Task<string?> DirectionAsync(ACall call)
        {
            var opened = await agent.ARequestAsync(new { callId = call.Id.Value });
            return (await agent.TimelineAsync(opened.IdOf())).Single(e => e.TextOf("kind") == "call").GetProperty("call").TextOf("direction");
        }
    }

    [Fact]
    public async Task A_request_nobody_knows_has_none()
        => await (await installation.AsAsync("agent1")).GetAsync($"/api/requests/{Guid.Empty}/timeline", Given.Stop)
            .ShouldBeRefusedAsync("requests.unknown", HttpStatusCode.NotFound);
}
