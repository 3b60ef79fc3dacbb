using System.Text.Json;

namespace Santral.ModuleTests.Customers;

/// <summary>Customers that a test makes for itself.</summary>
internal static class Written
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<JsonElement> CustomerAsync(this HttpClient agent, object body)
        => (await agent.PostAsJsonAsync("/api/customers", body, Stop).BodyAsync()).GetProperty("customer");

    public static Task<JsonElement> PersonAsync(this HttpClient agent, string first, string last, string? phone = null, string? identity = null)
        => agent.CustomerAsync(new { kind = "individual", firstName = first, lastName = last, language = "tr", identityNumber = identity, phones = phone is null ? [] : new[] { new { number = phone } } });

    public static async Task<JsonElement> SubscriptionAsync(this HttpClient agent, JsonElement customer, string subject = "Fiber 200", object? more = null)
        => await agent.PostAsJsonAsync("/api/subscriptions", more ?? Body(customer, subject), Stop).BodyAsync();

    public static object Body(JsonElement customer, string subject)
        => new { unit = "internet", customerId = customer.Key(), subject, startsOn = "2026-01-01", lines = new[] { new { name = subject, monthly = new { minor = 45_900, currency = "TRY" } } } };

    public static string Key(this JsonElement record) => record.GetProperty("id").GetString()!;

    public static int Seen(this JsonElement record) => record.GetProperty("version").GetInt32();

    public static string Said(this JsonElement record, string name) => record.GetProperty(name).GetString()!;

    public static async Task<List<JsonElement>> ItemsAsync(this HttpClient agent, string path)
    {
        var body = await agent.GetAsync(path, Stop).BodyAsync();
        return [.. (body.ValueKind == JsonValueKind.Array ? body : body.GetProperty("items")).EnumerateArray()];
    }

    public static async Task<HttpResponseMessage> SendOnceAsync(this HttpClient agent, string path, object body, string key)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        message.Headers.Add("Idempotency-Key", key);
        return await agent.SendAsync(message, Stop);
    }
}
