using System.Text.Json;
using System.Text.Json.Nodes;

namespace Santral.ModuleTests.Ivr;

/// <summary>What the tests of flows ask the API, in short.</summary>
internal static class FlowCalls
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static Task<JsonElement> FlowAsync(this HttpClient client, string code) => client.GetAsync($"/api/ivr/flows/{code}", Stop).BodyAsync();

    /// <summary>What is drawn now: the draft, or what is published.</summary>
    public static JsonNode DocumentOf(JsonElement view)
        => JsonNode.Parse((view.GetProperty("draft") is { ValueKind: JsonValueKind.Object } draft ? draft : view.GetProperty("published")).GetProperty("document").GetRawText())!;

    public static int DraftOf(JsonElement view)
        => view.GetProperty("draft") is { ValueKind: JsonValueKind.Object } draft ? draft.GetProperty("version").GetInt32() : 0;

    public static int PublishedOf(JsonElement view) => view.GetProperty("published").GetProperty("version").GetInt32();

    public static Task<HttpResponseMessage> DrawAsync(this HttpClient client, string code, int version, JsonNode document)
        => client.PutAsJsonAsync($"/api/ivr/flows/{code}/draft", new { version, document }, Stop);

    public static Task<HttpResponseMessage> PublishAsync(this HttpClient client, string code, int version, string? note = null)
        => client.PostAsJsonAsync($"/api/ivr/flows/{code}/publish", new { version, note }, Stop);

    public static Task<HttpResponseMessage> RollBackAsync(this HttpClient client, string code, int version, int published)
        => client.PostAsJsonAsync($"/api/ivr/flows/{code}/versions/{version}/roll-back", new { published, note = (string?)null }, Stop);

    public static Task<HttpResponseMessage> DiscardAsync(this HttpClient client, string code, int version)
        => client.DeleteAsync($"/api/ivr/flows/{code}/draft?version={version}", Stop);

    public static Task<HttpResponseMessage> WalkAsync(this HttpClient client, string code, string caller, string language, string[] script, int? version = null, bool open = true)
        => client.PostAsJsonAsync($"/api/ivr/flows/{code}/simulate", new { version, caller, open, language, script }, Stop);

    /// <summary>Changes what is published and publishes it.</summary>
    public static async Task<JsonElement> ChangeAsync(this HttpClient client, string code, Action<JsonNode> change)
    {
        var view = await client.FlowAsync(code);
        var document = DocumentOf(view);
        change(document);
        var drawn = await client.DrawAsync(code, DraftOf(view), document).BodyAsync();
        return await client.PublishAsync(code, DraftOf(drawn), "test").BodyAsync();
    }

    public static IEnumerable<string?> Said(JsonElement walk)
        => walk.GetProperty("walk").GetProperty("steps").EnumerateArray().Where(s => s.GetProperty("kind").GetString() == "said").Select(s => s.GetProperty("text").GetString());
}
