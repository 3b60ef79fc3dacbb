using System.Text.Json;
using System.Text.Json.Nodes;
using Santral.ModuleTests.Requests;

namespace Santral.ModuleTests.Processes;

/// <summary>What the tests of processes ask the API, in short.</summary>
internal static class ProcessCalls
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static Task<JsonElement> ProcessAsync(this HttpClient client, string unit) => client.GetAsync($"/api/processes/request/{unit}", Stop).BodyAsync();

    /// <summary>What is drawn now: the draft, or what is published.</summary>
    public static JsonNode DesignOf(JsonElement view)
        => JsonNode.Parse((view.GetProperty("draft") is { ValueKind: JsonValueKind.Object } draft ? draft : view.GetProperty("published")).GetProperty("design").GetRawText())!;

    public static int DraftOf(JsonElement view)
        => view.GetProperty("draft") is { ValueKind: JsonValueKind.Object } draft ? draft.GetProperty("version").GetInt32() : 0;

    public static Task<HttpResponseMessage> DrawAsync(this HttpClient client, string unit, int version, JsonNode design)
        => client.PutAsJsonAsync($"/api/processes/request/{unit}/draft", new { version, design }, Stop);

    public static Task<HttpResponseMessage> PublishAsync(this HttpClient client, string unit, int version, object? moves = null)
        => client.PostAsJsonAsync($"/api/processes/request/{unit}/publish", new { version, note = "test", moves }, Stop);

    /// <summary>Changes what is published and publishes it.</summary>
    public static async Task<JsonElement> ChangeAsync(this HttpClient client, string unit, Action<JsonNode> change, object? moves = null)
    {
        var view = await client.ProcessAsync(unit);
        var design = DesignOf(view);
        change(design);
        var drawn = await client.DrawAsync(unit, DraftOf(view), design).BodyAsync();
        return await client.PublishAsync(unit, DraftOf(drawn), moves).BodyAsync();
    }

    public static JsonNode StageOf(this JsonNode design, string code) => design["stages"]!.AsArray().Single(s => (string)s!["code"]! == code)!;

    public static JsonObject Nobody() => new() { ["users"] = new JsonArray(), ["teams"] = new JsonArray(), ["roles"] = new JsonArray(), ["owner"] = false, ["ownersTeam"] = false };

    public static JsonObject NewStage(string code, string kind) => new()
    {
        ["code"] = code, ["kind"] = kind, ["names"] = new JsonObject { ["tr"] = code, ["sv"] = code, ["en"] = code }, ["makers"] = Nobody(), ["approval"] = null,
        ["watchers"] = Nobody(), ["comment"] = "never", ["onEntry"] = new JsonArray(), ["startsFor"] = null, ["targetMinutes"] = null, ["x"] = 0, ["y"] = 0,
    };

    public static JsonObject Line(string from, string to) => new() { ["from"] = from, ["to"] = to, ["names"] = null };

    public static Task<HttpResponseMessage> MoveAsync(this HttpClient client, JsonElement card, string stage, string? comment = null)
        => client.PostAsJsonAsync($"/api/requests/{card.IdOf()}/stage", new { version = card.VersionOf(), stage, comment }, Stop);

    public static Task<JsonElement> ApprovalsAsync(this HttpClient client) => client.GetAsync("/api/processes/approvals", Stop).BodyAsync();

    public static Task<HttpResponseMessage> ApprovalAsync(this HttpClient client, JsonElement card) => client.GetAsync($"/api/processes/approvals/request/{card.IdOf()}", Stop);

    public static Task<HttpResponseMessage> DecideAsync(this HttpClient client, JsonElement card, int version, string outcome, string? comment = null, string? part = null)
        => client.PostAsJsonAsync($"/api/processes/approvals/request/{card.IdOf()}", new { version, outcome, comment, part }, Stop);

    /// <summary>A request of the internet unit that stands before its checkers.</summary>
    public static async Task<JsonElement> AskedForCompensationAsync(this HttpClient agent, string subject)
    {
        var card = await agent.ADescribedRequestAsync(subject);
        card = await agent.MoveAsync(card, "examined").BodyAsync();
        return await agent.MoveAsync(card, "compensation").BodyAsync();
    }
}
