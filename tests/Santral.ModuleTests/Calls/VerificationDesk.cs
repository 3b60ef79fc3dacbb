using System.Text.Json;
using Santral.Sip.UserAgent;

namespace Santral.ModuleTests.Calls;

/// <summary>An agent of Customer Services with a desk phone, and a corporate customer whose service password is known.</summary>
internal sealed class VerificationDesk : IAsyncDisposable
{
    public const string Password = "73910582";

    private readonly Installation _installation;

    private VerificationDesk(Installation installation, DeskAgent agent, string company) => (_installation, Agent, Company) = (installation, agent, company);

    public DeskAgent Agent { get; }

    /// <summary>The customer 100200.</summary>
    public string Company { get; }

    public static async Task<VerificationDesk> StartAsync(Installation installation)
    {
        var admin = await installation.AsAsync("admin");
        var company = (await admin.GetAsync("/api/customers?q=100200").BodyAsync()).GetProperty("items")[0].GetProperty("id").GetString()!;
        (await admin.PutAsJsonAsync($"/api/customers/{company}/service-password", new { password = Password })).EnsureSuccessStatusCode();
        return new VerificationDesk(installation, await DeskAgent.StartAsync(installation, "agent2", hz: 1000), company);
    }

    /// <summary>A caller who pressed 3 and speaks with the agent.</summary>
    public async Task<(OutgoingCall Call, IncomingCall Ringing, string Id)> TalkAsync(SipPhone phone, string from)
    {
        await Agent.AvailableAsync();
        var call = await phone.CallAsync("100", from);
        await phone.Sound.Heard.UntilAsync(window => Goertzel.Rms(window) > 200, "the greeting", TimeSpan.FromSeconds(30));
        phone.Sound.Press("3");
        var ringing = await Agent.Phone.RungAsync();
        await Agent.Phone.LiftAsync(ringing);
        var desk = await Agent.UntilAsync(d => DeskAgent.StateOf(d) == "talking");
        return (call, ringing, desk.GetProperty("call").GetProperty("callId").GetString()!);
    }

    public async Task VerifyAsync(SipPhone phone, string id)
    {
        (await Agent.Http.PostAsync($"/api/calls/{id}/verify", null)).EnsureSuccessStatusCode();
        await UntilStepAsync("askedNumber");
        phone.Sound.Press($"100200#{Password}#");
        await Agent.UntilAsync(d => DeskAgent.StateOf(d) == "talking" && d.GetProperty("call").GetProperty("class").GetString() == "verifiedCorporate");
    }

    public async Task HangUpAsync(string id, OutgoingCall call, IncomingCall ringing)
    {
        (await Agent.Http.PostAsync($"/api/calls/{id}/hang-up", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await SipPhone.UntilAsync<SipCallEvent.Ended>(call);
        await SipPhone.UntilAsync<SipCallEvent.Ended>(ringing);
        await Agent.RestAsync();
    }

    public Task<JsonElement> UntilStepAsync(string kind, string? after = null)
        => Agent.UntilAsync(d => d.GetProperty("call") is { ValueKind: JsonValueKind.Object } call
            && call.GetProperty("verification").GetProperty("steps").EnumerateArray().Select(s => s.GetProperty("kind").GetString()).ToList() is var steps
            && steps.LastIndexOf(kind) >= 0 && (after is null || steps.LastIndexOf(kind) > steps.LastIndexOf(after)));

    public async Task<JsonElement> RecordAsync(string id)
        => await DeskAgent.UntilAsync(
            await _installation.AsAsync("supervisor1"), $"/api/calls/{id}", r => r.GetProperty("call").GetProperty("endedAt").ValueKind != JsonValueKind.Null);

    public static int WrongIn(JsonElement desk)
        => desk.GetProperty("call") is { ValueKind: JsonValueKind.Object } call ? call.GetProperty("verification").GetProperty("wrongPairs").GetInt32() : 0;

    public ValueTask DisposeAsync() => Agent.DisposeAsync();
}
