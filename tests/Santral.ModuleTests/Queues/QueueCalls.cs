using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Calls;
using Santral.Contracts.Identity;
using Santral.Contracts.Queues;
using Santral.ModuleTests.Harness;

namespace Santral.ModuleTests.Queues;

/// <summary>What several tests of the queues do.</summary>
internal static class QueueCalls
{
    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static UserId Person(this Installation installation, string userName)
        => installation.Services.GetRequiredService<IKnowPeople>().FindByUserName(userName)!.Id;

    public static Task<JsonElement> DeskAsync(this HttpClient agent) => agent.GetAsync("/api/desk", Stop).BodyAsync();

    public static Task<HttpResponseMessage> SetPresenceAsync(this HttpClient agent, string state, string? reason = null)
        => agent.PutAsJsonAsync("/api/desk/presence", new { state, reason }, Stop);

    /// <summary>The agent takes a caller of his team and both hang up: he is in wrap-up.</summary>
    public static async Task<CallId> TakeACallAsync(this Installation installation, string userName, string team)
    {
        var agent = await installation.AsAsync(userName);
        await agent.SetPresenceAsync("available").BodyAsync();
        installation.Services.GetRequiredService<IHearPhonesChange>().PhoneReady(installation.Person(userName));
        var line = new AnsweredLine(Id.New<CallId>(TimeProvider.System));
        var served = installation.Services.GetRequiredService<IQueueCalls>().ServeAsync(line, new QueueRequest(team), Stop);
        (await line.AnsweredBy.WaitAsync(Stop)).ShouldBe(installation.Person(userName));
        line.Ends();
        (await served).ShouldBe(QueueOutcome.Served);
        while ((await agent.DeskAsync()).GetProperty("presence").GetProperty("activity").GetString() != "wrapUp")
        {
            await Task.Yield();
        }

        return line.Id;
    }
}
