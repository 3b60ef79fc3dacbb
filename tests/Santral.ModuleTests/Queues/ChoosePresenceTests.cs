using Santral.ModuleTests.Harness;

namespace Santral.ModuleTests.Queues;

public sealed class ChoosePresenceTests(Installation installation) : IClassFixture<Installation>
{
    [Fact]
    public async Task An_agent_sets_his_presence_and_sees_it_on_his_desk()
    {
        var agent = await installation.AsAsync("tech2");

        var answer = await agent.SetPresenceAsync("away", "lunch").BodyAsync();

        answer.GetProperty("state").GetString().ShouldBe("away");
        var desk = await agent.DeskAsync();
        desk.GetProperty("presence").GetProperty("reason").GetString().ShouldBe("lunch");
        desk.GetProperty("presence").GetProperty("activity").GetString().ShouldBe("idle");
        desk.GetProperty("phone").GetProperty("kind").GetString().ShouldBe("none");
        desk.GetProperty("teams").EnumerateArray().Select(t => t.GetProperty("code").GetString()).ShouldBe(["technical_support"]);
    }

    [Fact]
    public async Task The_same_presence_twice_keeps_its_beginning()
    {
        var agent = await installation.AsAsync("expert1");
        var first = await agent.SetPresenceAsync("away", "break").BodyAsync();

        var second = await agent.SetPresenceAsync("away", "break").BodyAsync();

        second.GetProperty("since").GetString().ShouldBe(first.GetProperty("since").GetString());
    }

    [Theory]
    [InlineData("away", "no_answer")]
    [InlineData("away", "whatever")]
    [InlineData("available", "lunch")]
    public async Task A_reason_that_does_not_fit_is_refused(string state, string reason)
    {
        var agent = await installation.AsAsync("agent1");

        await agent.SetPresenceAsync(state, reason).ShouldBeRefusedAsync("queues.reason_unknown");
    }

    [Fact]
    public async Task A_state_that_does_not_exist_is_refused()
        => (await (await installation.AsAsync("agent1")).SetPresenceAsync("dancing")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task Who_takes_no_calls_has_no_presence_to_set()
    {
        (await (await installation.AsAsync("accountant1")).SetPresenceAsync("available")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await installation.Anonymous().SetPresenceAsync("available")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }
}
