using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Santral.PhoneBench;

/// <summary>An agent with the phone of his browser: the live connection, ICE, DTLS-SRTP and sound, without the rest of a browser, of which fifty would need a machine of their own.</summary>
internal sealed class BrowserAgent : IAsyncDisposable
{
    private const int VoiceHz = 1000;

    // Twice as often as RFC 7675 §5.1 lets a consent live for.
    private static readonly TimeSpan ConsentEvery = TimeSpan.FromSeconds(5);

    private readonly HttpClient _http;
    private readonly HubClient _hub;
    private readonly PlainBrowser _phone = new(VoiceHz);

    private BrowserAgent(HttpClient http, HubClient hub) => (_http, _hub) = (http, hub);

    /// <summary>Signs in, opens the phone and is available.</summary>
    public static async Task<BrowserAgent> ReadyAsync(Uri address, string userName, string password)
    {
        var cookies = new CookieContainer();
#pragma warning disable CA2000 // The client owns it.
        var http = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies }) { BaseAddress = address };
#pragma warning restore CA2000
        http.DefaultRequestHeaders.Add("X-Requested-With", "santral");
        (await http.PostAsJsonAsync("/api/session", new { userName, password })).EnsureSuccessStatusCode();
        var agent = new BrowserAgent(http, await HubClient.ConnectAsync(address, "/hubs/agent", cookies));
        agent._phone.Connect((await agent._hub.AskAsync("OpenPhone", agent._phone.Offer())).GetString()!);
        await agent._phone.Connected;
        (await http.PutAsJsonAsync("/api/desk/presence", new { state = "available" })).EnsureSuccessStatusCode();
        return agent;
    }

    /// <summary>Answers one caller; true when he was spoken with until he hung up.</summary>
    public async Task<bool> ServeOneAsync()
    {
        using var consent = new CancellationTokenSource();
        var keeping = KeepConsentAsync(consent.Token);
        var offered = await CallAsync(c => StateOf(c) == "offered");
        var answered = (await _http.PostAsync(new Uri($"/api/calls/{offered.GetProperty("callId").GetString()}/answer", UriKind.Relative), null)).IsSuccessStatusCode;
        await CallAsync(c => StateOf(c) is null or "ended");
        await consent.CancelAsync();
        await keeping;
        return answered;
    }

    public async ValueTask DisposeAsync()
    {
        await _hub.DisposeAsync();
        await _phone.DisposeAsync();
        _http.Dispose();
    }

    private static string? StateOf(JsonElement call) => call.ValueKind == JsonValueKind.Object ? call.GetProperty("state").GetString() : null;

    /// <summary>What the desk tells of the call at it, when that fits.</summary>
    private async Task<JsonElement> CallAsync(Func<JsonElement, bool> fits)
    {
        var news = await _hub.NextAsync("News", n => n.GetProperty("topic").GetString() == "desk" && fits(n.GetProperty("payload").GetProperty("call")), TimeSpan.FromMinutes(3));
        return news.GetProperty("payload").GetProperty("call");
    }

    private async Task KeepConsentAsync(CancellationToken stop)
    {
        using var tick = new PeriodicTimer(ConsentEvery);
        try
        {
            while (await tick.WaitForNextTickAsync(stop))
            {
                _phone.Check();
            }
        }
        catch (OperationCanceledException)
        {
            // He has nobody to speak with any more.
        }
    }
}
