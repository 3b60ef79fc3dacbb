using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Calls;
using Santral.Contracts.Customers;
using Santral.Contracts.Definitions;
using Santral.Contracts.Identity;
using Santral.Contracts.Queues;
using Santral.Requests.Data;

namespace Santral.ModuleTests.Requests;

/// <summary>What the tests of requests begin with.</summary>
internal static class Given
{
    public const string Elif = "+905321112233";

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<JsonElement> ARequestAsync(this HttpClient agent, object? body = null)
        => await agent.PostAsJsonAsync("/api/requests", body ?? new { }, Stop).BodyAsync();

    /// <summary>A request with kind and subject; its card.</summary>
    public static async Task<JsonElement> ADescribedRequestAsync(this HttpClient agent, string subject, string kind = "action", string? unit = null)
    {
        var opened = await agent.ARequestAsync(new { unit });
        return await agent.PutAsJsonAsync($"/api/requests/{opened.IdOf()}", new { version = opened.VersionOf(), kind, subject }, Stop).BodyAsync();
    }

    /// <summary>The id of a definition by its code.</summary>
    public static string DefinitionOf(this Installation installation, string table, string code)
        => (installation.Services.GetRequiredService<IKnowDefinitions>().FindByCode(table, code) ?? throw new InvalidOperationException($"no {code}")).Id.ToString();

    public static string PriorityOf(this Installation installation, string code) => installation.DefinitionOf(DefinitionTables.Priorities, code);

    public static string CategoryOf(this Installation installation, string code) => installation.DefinitionOf(DefinitionTables.RequestCategories, code);

    public static UserId PersonOf(this Installation installation, string userName)
        => installation.Services.GetRequiredService<IKnowPeople>().FindByUserName(userName)!.Id;

    /// <summary>The card as a save of all its fields sends it, with changes.</summary>
    public static Dictionary<string, object?> BodyOf(this JsonElement card, params (string Name, object? Value)[] changes)
    {
        var body = new Dictionary<string, object?>
        {
            ["version"] = card.VersionOf(),
            ["kind"] = card.GetProperty("kind"),
            ["subject"] = card.TextOf("subject"),
            ["text"] = card.TextOf("text"),
            ["categoryId"] = card.GetProperty("category") is { ValueKind: JsonValueKind.Object } category ? category.IdOf() : null,
            ["priorityId"] = card.GetProperty("priority") is { ValueKind: JsonValueKind.Object } priority ? priority.IdOf() : null,
            ["customerId"] = card.GetProperty("customer") is { ValueKind: JsonValueKind.Object } customer ? customer.IdOf() : null,
            ["answers"] = card.GetProperty("answers"),
            ["answer"] = card.GetProperty("sections").TextOf("answer"),
            ["work"] = card.GetProperty("sections").TextOf("work"),
            ["place"] = card.GetProperty("sections").GetProperty("place"),
        };
        foreach (var (name, value) in changes)
        {
            body[name] = value;
        }

        return body;
    }

    /// <summary>Saves a card with changes; the answer is the new card.</summary>
    public static async Task<JsonElement> ChangeAsync(this HttpClient agent, JsonElement card, params (string Name, object? Value)[] changes)
        => await agent.PutAsJsonAsync($"/api/requests/{card.IdOf()}", card.BodyOf(changes), Stop).BodyAsync();

    public static async Task<List<JsonElement>> ItemsAsync(this HttpClient agent, string address)
        => [.. (await agent.GetAsync(address, Stop).BodyAsync()).GetProperty("items").EnumerateArray()];

    public static Task<JsonElement> CardAsync(this HttpClient agent, string id) => agent.GetAsync($"/api/requests/{id}", Stop).BodyAsync();

    public static async Task<List<JsonElement>> TimelineAsync(this HttpClient agent, string id)
        => [.. (await agent.GetAsync($"/api/requests/{id}/timeline", Stop).BodyAsync()).EnumerateArray()];

    public static string IdOf(this JsonElement body) => body.GetProperty("id").GetString()!;

    public static string NumberOf(this JsonElement body) => body.GetProperty("number").GetString()!;

    /// <summary>All of an answer but what passes with the time it is read at, and but fractions of seconds, of which PostgreSQL keeps fewer digits.</summary>
    public static string Told(this JsonElement body)
        => Regex.Replace(Regex.Replace(body.ToString(), @"\.\d+(?=\+00:00)", ""), @"""(asOf|usedSeconds)"":[^,}]*,?", "");

    public static int VersionOf(this JsonElement body) => body.GetProperty("version").GetInt32();

    public static string TextOf(this JsonElement body, string name) => body.GetProperty(name).GetString()!;

    /// <summary>The facts of a call, delivered as the dispatcher delivers them.</summary>
    public static async Task HappenAsync(this Installation installation, params IFact[] facts)
    {
        await using (var scope = installation.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<RequestsDb>();
            var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
            foreach (var fact in facts)
            {
                db.Outbox.Add(new OutboxRow
                {
                    FactId = Guid.CreateVersion7(now),
                    Name = FactNames.NameOf(fact.GetType()),
                    FactVersion = 1,
                    Body = JsonSerializer.Serialize(fact, fact.GetType(), SantralJson.Options),
                    RaisedAt = now,
                });
            }

            await db.SaveChangesAsync(Stop);
        }

        await installation.DeliverFactsAsync();
    }

    public static async Task<ACall> ACallAsync(this Installation installation, string agent = "agent1", string unit = "internet", string? from = Elif)
    {
        var clock = installation.Services.GetRequiredService<TimeProvider>();
        var number = from is null ? (PhoneNumber?)null : PhoneNumber.Parse(from, null);
        var caller = await installation.Services.GetRequiredService<IIdentifyCaller>().IdentifyAsync(number, Stop);
        var person = installation.Services.GetRequiredService<IKnowPeople>().FindByUserName(agent)!;
        var team = installation.Services.GetRequiredService<IKnowTeams>().All.First(t => t.Unit == unit);
        var call = new ACall(Id.New<CallId>(clock), unit, number, caller, person.Id, team.Id, clock.GetUtcNow().AddMinutes(-4));
        await installation.HappenAsync(call.Arrived);
        return call;
    }
}

/// <summary>A call as its facts tell it.</summary>
internal sealed record ACall(CallId Id, string Unit, PhoneNumber? From, CallerIdentity Caller, UserId Agent, TeamId Team, DateTimeOffset At)
{
    public CallArrived Arrived => new(Id, Unit, "100", From, Caller.Class, Caller.Customer?.Id, At);

    public CallAnswered Answered => new(Id, Agent, Team, TimeSpan.FromSeconds(31), At.AddSeconds(40));

    public CallEnded Ended => new(
        Id, Unit, "100", From, Caller.Class, Caller.Customer?.Id,
        [new MenuStep("main", "3", new Names("Genel bilgi", "Allmän information", "General information"), At.AddSeconds(9))],
        Team, Agent, TimeSpan.FromSeconds(31), TimeSpan.FromSeconds(125), CallEndReason.CallerHungUp, At, At.AddSeconds(165));
}
