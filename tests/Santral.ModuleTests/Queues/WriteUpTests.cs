using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Calls;
using Santral.ModuleTests.Harness;
using Santral.Queues.Data;
using Santral.Queues.Domain;

namespace Santral.ModuleTests.Queues;

public sealed class WriteUpTests(Installation installation) : IClassFixture<Installation>
{
    [Fact]
    public async Task After_a_call_the_agent_extends_says_what_came_of_it_and_finishes()
    {
        var call = await installation.TakeACallAsync("expert1", "advanced_support");
        var agent = await installation.AsAsync("expert1");
        var before = (await agent.DeskAsync()).GetProperty("presence").GetProperty("wrapUpUntil").GetDateTimeOffset();

        var extended = await agent.PostAsync("/api/desk/wrap-up/extend", null, QueueCalls.Stop).BodyAsync();
        await agent.PutAsJsonAsync("/api/desk/wrap-up/disposition", new { callId = call.Value, disposition = "followUp" }, QueueCalls.Stop).BodyAsync();
        var finished = await agent.PostAsync("/api/desk/wrap-up/finish", null, QueueCalls.Stop).BodyAsync();
        var again = await agent.PostAsync("/api/desk/wrap-up/finish", null, QueueCalls.Stop).BodyAsync();

        extended.GetProperty("wrapUpUntil").GetDateTimeOffset().ShouldBe(before.AddSeconds(30));
        finished.GetProperty("activity").GetString().ShouldBe("idle");
        again.GetProperty("activity").GetString().ShouldBe("idle");
        (await agent.DeskAsync()).GetProperty("today").GetProperty("answered").GetInt32().ShouldBe(1);
        await using var scope = installation.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<QueuesDb>();
        var talk = await db.Talks.SingleAsync(t => t.CallId == call, QueueCalls.Stop);
        (talk.Agent, talk.Disposition).ShouldBe((installation.Person("expert1"), CallOutcome.FollowUp));
        var wait = await db.Waits.SingleAsync(w => w.CallId == call, QueueCalls.Stop);
        (wait.End, wait.Agent).ShouldBe((WaitEnd.Answered, talk.Agent));
    }

    [Fact]
    public async Task More_time_without_a_wrap_up_is_refused()
        => await (await installation.AsAsync("tech1")).PostAsync("/api/desk/wrap-up/extend", null, QueueCalls.Stop)
            .ShouldBeRefusedAsync("queues.not_in_wrap_up", HttpStatusCode.Conflict);

    [Fact]
    public async Task What_came_of_another_agents_call_is_not_mine_to_say()
    {
        var call = await installation.TakeACallAsync("corporate1", "corporate_services");

        await (await installation.AsAsync("tech1")).PutAsJsonAsync("/api/desk/wrap-up/disposition", new { callId = call.Value, disposition = "resolved" }, QueueCalls.Stop)
            .ShouldBeRefusedAsync("queues.talk_unknown", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_wrap_up_that_never_ends_is_refused()
    {
        await installation.TakeACallAsync("agent3", "citizen_services");
        var agent = await installation.AsAsync("agent3");
        for (var extension = 0; extension < 29; extension++)
        {
            await agent.PostAsync("/api/desk/wrap-up/extend", null, QueueCalls.Stop).BodyAsync();
        }

        await agent.PostAsync("/api/desk/wrap-up/extend", null, QueueCalls.Stop).ShouldBeRefusedAsync("queues.wrap_up_too_long");
    }
}
