using System.Text.Json;
using Santral.Sip.UserAgent;

namespace Santral.ModuleTests.Calls;

/// <summary>An agent with a desk phone, as the API and the wire know him.</summary>
internal sealed class DeskAgent : IAsyncDisposable
{
    private readonly TrunkRegistration _registration;

    private DeskAgent(HttpClient http, SipPhone phone, TrunkRegistration registration) => (Http, Phone, _registration) = (http, phone, registration);

    public HttpClient Http { get; }

    public SipPhone Phone { get; }

    public static async Task<DeskAgent> StartAsync(Installation installation, string user, int hz)
    {
        var http = await installation.AsAsync(user);
        var phone = await SipPhone.StartAsync(installation, hz);
        var agent = new DeskAgent(http, phone, await phone.RegisterAsync(user));
        await agent.UntilAsync(d => d.GetProperty("phone").GetProperty("kind").GetString() == "desk");
        return agent;
    }

    public async Task AvailableAsync() => (await Http.PutAsJsonAsync("/api/desk/presence", new { state = "available" })).EnsureSuccessStatusCode();

    /// <summary>Lifts the receiver and speaks; the call's desk.</summary>
    public async Task<JsonElement> LiftAsync()
    {
        await Phone.LiftAsync(await Phone.RungAsync());
        return (await UntilAsync(d => StateOf(d) == "talking")).GetProperty("call");
    }

    /// <summary>Ends the wrap-up and takes no call until he says so.</summary>
    public async Task RestAsync()
    {
        await UntilAsync(d => StateOf(d) is null or "ended");
        await Http.PostAsync("/api/desk/wrap-up/finish", null);
        await Http.PutAsJsonAsync("/api/desk/presence", new { state = "away", reason = "break" });
        await UntilAsync(d => StateOf(d) is null && d.GetProperty("presence").GetProperty("activity").GetString() == "idle");
    }

    public Task<JsonElement> DeskAsync() => Http.GetAsync("/api/desk").BodyAsync();

    public Task<JsonElement> UntilAsync(Func<JsonElement, bool> fits) => UntilAsync(Http, "/api/desk", fits);

    public static string? StateOf(JsonElement desk)
        => desk.GetProperty("call") is { ValueKind: JsonValueKind.Object } call ? call.GetProperty("state").GetString() : null;

    public static async Task<JsonElement> UntilAsync(HttpClient person, string path, Func<JsonElement, bool> fits)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var last = "";
        try
        {
            await foreach (var _ in Looks.AgainAsync(limit.Token))
            {
                var answer = await person.GetAsync(path, limit.Token);
                last = await answer.Content.ReadAsStringAsync(limit.Token);
                if (answer.IsSuccessStatusCode && JsonSerializer.Deserialize<JsonElement>(last) is var body && fits(body))
                {
                    return body;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Told below with what was seen.
        }

        throw new TimeoutException($"{path}: {last}");
    }

    public async ValueTask DisposeAsync()
    {
        await _registration.DisposeAsync();
        await Phone.DisposeAsync();
    }
}
