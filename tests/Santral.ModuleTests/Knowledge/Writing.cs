using System.Text.Json;
using System.Text.Json.Nodes;

namespace Santral.ModuleTests.Knowledge;

/// <summary>What the tests of knowledge begin with.</summary>
internal static class Writing
{
    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static Task<HttpClient> WriterAsync(this Installation installation) => installation.AsAsync("supervisor1");

    /// <summary>A draft with one language; its card.</summary>
    public static async Task<JsonElement> BeginAsync(this HttpClient writer, string kind, string title, string? unit = null)
        => await writer.PostAsJsonAsync("/api/knowledge/articles", new { kind, title, unit, language = "tr" }, Stop).BodyAsync();

    public static Task<HttpResponseMessage> SaveAsync(this HttpClient writer, JsonElement card, Action<JsonObject> change, object? around = null)
    {
        var draft = JsonNode.Parse(card.GetProperty("draft").GetRawText())!.AsObject();
        change(draft);
        var body = JsonSerializer.SerializeToNode(around ?? new { })!.AsObject();
        body.TryAdd("version", card.GetProperty("version").GetInt32());
        body["draft"] = draft;
        return writer.PutAsJsonAsync($"/api/knowledge/articles/{card.Id()}", body, Stop);
    }

    public static Task<HttpResponseMessage> PublishAsync(this HttpClient writer, JsonElement card)
        => writer.PostAsJsonAsync($"/api/knowledge/articles/{card.Id()}/publish", new { version = card.GetProperty("version").GetInt32() }, Stop);

    /// <summary>A published text; its card.</summary>
    public static async Task<JsonElement> APublishedTextAsync(this HttpClient writer, string title, string body = "<p>Gövde</p>", Action<JsonObject>? change = null)
    {
        var card = await writer.BeginAsync("text", title);
        card = await writer.SaveAsync(card, d =>
        {
            d["texts"]!["tr"]!["body"] = body;
            change?.Invoke(d);
        }).BodyAsync();
        return await writer.PublishAsync(card).BodyAsync();
    }

    public static async Task<JsonElement> APublishedLinkAsync(this HttpClient writer, string title, string target)
    {
        var card = await writer.SaveAsync(await writer.BeginAsync("article", title), d => d["target"] = target).BodyAsync();
        return await writer.PublishAsync(card).BodyAsync();
    }

    public static Task<JsonElement> ReadAsync(this HttpClient reader, string id, string? language = null)
        => reader.GetAsync($"/api/knowledge/articles/{id}{(language is null ? "" : $"?language={language}")}", Stop).BodyAsync();

    public static async Task<JsonElement> SearchAsync(this HttpClient reader, string words, string? requestId = null, string? unit = null)
        => await reader.PostAsJsonAsync("/api/knowledge/searches", new { words, requestId, unit }, Stop).BodyAsync();

    public static async Task<string> DemoIdAsync(this HttpClient reader, string title)
        => (await reader.GetAsync("/api/knowledge/tree", Stop).BodyAsync()).GetProperty("articles").EnumerateArray().First(a => a.Text("title") == title).Id();

    public static async Task<JsonElement> ARequestAsync(this HttpClient agent, string unit)
    {
        var opened = await agent.PostAsJsonAsync("/api/requests", new { unit }, Stop).BodyAsync();
        return await agent.PutAsJsonAsync(
            $"/api/requests/{opened.Id()}", new { version = opened.GetProperty("version").GetInt32(), kind = "information", subject = "Öppettider" }, Stop).BodyAsync();
    }

    public static async Task<JsonElement> CardAsync(this HttpClient agent, string id) => await agent.GetAsync($"/api/requests/{id}", Stop).BodyAsync();

    public static Task<HttpResponseMessage> MoveAsync(this HttpClient agent, JsonElement card, string stage)
        => agent.PostAsJsonAsync($"/api/requests/{card.Id()}/stage", new { version = card.GetProperty("version").GetInt32(), stage, comment = "ok" }, Stop);

    public static string Id(this JsonElement body) => body.GetProperty("id").GetString()!;

    public static string Text(this JsonElement body, string name) => body.GetProperty(name).GetString()!;

    public static List<JsonElement> Hits(this JsonElement found) => [.. found.GetProperty("hits").EnumerateArray().Select(h => h.GetProperty("article"))];
}
