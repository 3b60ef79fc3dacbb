using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Santral.Calls.Data;
using Santral.Calls.Jobs;
using Santral.Contracts.Calls;
using Santral.Contracts.Customers;
using Santral.Sip.UserAgent;

namespace Santral.ModuleTests.Calls;

/// <summary>Recordings and messages of real calls, from the wire to who may hear them.</summary>
[Trait("Database", "one")]
public abstract class RecordCallTests(Installation installation)
{
    public sealed class Inside(Installation installation) : RecordCallTests(installation), IClassFixture<Installation>;

    public sealed class OwnProcess(OwnMedia installation) : RecordCallTests(installation), IClassFixture<OwnMedia>;

    private const string Number = "98761234", Password = "56473829";

    [Fact]
    [Requirement("I-17")]
    public async Task A_conversation_is_recorded_on_two_channels_without_pause_and_without_the_digits_of_the_verification()
    {
        await RuleAsync("customer_services", "always");
        await using var agent = await DeskAgent.StartAsync(installation, "agent2", hz: 1000);
        await using var phone = await SipPhone.StartAsync(installation, hz: 600);
        var (call, id) = await TalkAsync(agent, phone, "+905559990061");
        await agent.UntilAsync(d => RecordingOf(d) == "running");
        await Task.WhenAll(agent.Phone.Sound.Heard.UntilToneAsync(600, 0.9), phone.Sound.Heard.UntilToneAsync(1000, 0.9));

        // Keys that sound in the conversation are in it: the search below can find some.
        await phone.Sound.SoundAsync("159");
        await Task.WhenAll(agent.Phone.Sound.Heard.UntilToneAsync(600, 0.9), phone.Sound.Heard.UntilToneAsync(1000, 0.9));
        (await agent.Http.PostAsync($"/api/calls/{id}/recording/pause", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await agent.UntilAsync(d => RecordingOf(d) == "paused");
        await phone.Sound.SoundAsync("2222");
        (await agent.Http.PostAsync($"/api/calls/{id}/recording/resume", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await agent.Http.PostAsync($"/api/calls/{id}/verify", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await agent.UntilAsync(d => StepIn(d, "askedNumber"));
        await phone.Sound.SoundAsync(Number);
        phone.Sound.Press($"{Number}#{Password}#");
        await agent.UntilAsync(d => d.GetProperty("call").GetProperty("verification").GetProperty("wrongPairs").GetInt32() == 1);
        await phone.Sound.SoundAsync(Password);
        await agent.Http.PostAsync($"/api/calls/{id}/take-back", null);
        await agent.UntilAsync(d => DeskAgent.StateOf(d) == "talking");
        for (var part = 0; part < 3; part++)
        {
            await Task.WhenAll(agent.Phone.Sound.Heard.UntilToneAsync(600, 0.9), phone.Sound.Heard.UntilToneAsync(1000, 0.9));
        }

        (await agent.Http.PostAsync($"/api/calls/{id}/hang-up", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await SipPhone.UntilAsync<SipCallEvent.Ended>(call);
        await agent.RestAsync();

        var recorded = (await RecordedAsync(agent.Http, id)).GetProperty("recordings")[0];
        (recorded.GetProperty("state").GetString(), recorded.GetProperty("mayHear").GetBoolean()).ShouldBe(("kept", true));
        var address = $"/api/recordings/{recorded.GetProperty("id").GetString()}/audio";
        var file = await (await agent.Http.GetAsync(address)).Content.ReadAsByteArrayAsync();
        Convert.ToHexStringLower(SHA256.HashData(file)).ShouldBe(recorded.GetProperty("sha256").GetString());
        var wav = RecordedWav.Read(file);
        (wav.Channels, (int)wav.Length.TotalSeconds).ShouldBe((2, recorded.GetProperty("seconds").GetInt32()));
        wav.Keys.ShouldBe("159");
        Goertzel.Share(wav.Left.AsSpan(wav.Left.Length - 2400, 1600), 600).ShouldBeGreaterThan(0.9);
        Goertzel.Share(wav.Right.AsSpan(wav.Right.Length - 2400, 1600), 1000).ShouldBeGreaterThan(0.9);
        (await RecordedAsync(agent.Http, id)).GetProperty("segments").EnumerateArray().Select(s => s.GetProperty("kind").GetString())
            .ShouldBe(["selfService", "waiting", "ringing", "talk", "verification", "talk"]);

        await RightsAsync(address, recorded.GetProperty("id").GetString()!);
    }

    [Fact]
    public async Task By_the_agents_choice_both_hear_the_notice_first()
    {
        await RuleAsync("customer_services", "byAgent");
        await using var agent = await DeskAgent.StartAsync(installation, "agent2", hz: 1000);
        await using var phone = await SipPhone.StartAsync(installation, hz: 600);
        var (call, id) = await TalkAsync(agent, phone, "+905559990062");
        var desk = await agent.UntilAsync(d => RecordingOf(d) == "off");
        desk.GetProperty("call").GetProperty("recording").GetProperty("mayStart").GetBoolean().ShouldBeTrue();

        (await agent.Http.PostAsync($"/api/calls/{id}/recording/start", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await agent.UntilAsync(d => RecordingOf(d) == "announcing");
        await agent.Phone.Sound.Heard.UntilAsync(w => Goertzel.Rms(w) > 200 && Goertzel.Share(w, 600) < 0.3, "the notice");
        await agent.UntilAsync(d => RecordingOf(d) == "running");
        await phone.Sound.Heard.UntilToneAsync(1000, 0.9);
        await call.HangUpAsync();
        await agent.RestAsync();

        var record = await RecordedAsync(agent.Http, id);
        var kinds = record.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("kind").GetString()).ToList();
        kinds.IndexOf("recordingAnnounced").ShouldBeLessThan(kinds.IndexOf("recordingStarted"));
        await SweepAsync(record.GetProperty("recordings")[0].GetProperty("id").GetString()!, id, agent.Http);
    }

    [Fact]
    public async Task In_closed_hours_a_message_becomes_a_request_that_the_team_hears_of()
    {
        await using var closed = await ClosedAsync("customer_services");
        await using var phone = await SipPhone.StartAsync(installation, hz: 600);
        var call = await phone.CallAsync("100", "+905559990063");
        await phone.Sound.Heard.UntilAsync(window => Goertzel.Rms(window) > 200, "the greeting", TimeSpan.FromSeconds(30));
        phone.Sound.Press("3");
        await phone.Sound.Heard.UntilAsync(window => Goertzel.Share(window, 1000) > 0.9, "the beep", TimeSpan.FromSeconds(60));
        await phone.Sound.SoundAsync("7", eachMs: 3000);
        phone.Sound.Press("#");
        (await SipPhone.UntilAsync<SipCallEvent.Ended>(call)).End.ByRemote.ShouldBeTrue("it says thank you and hangs up");
        await installation.DeliverFactsAsync();

        var agent = await installation.AsAsync("agent2");
        var row = (await DeskAgent.UntilAsync(agent, "/api/requests?channel=voicemail", r => r.GetProperty("items").GetArrayLength() > 0)).GetProperty("items")[0];
        row.GetProperty("subject").GetString()!.ShouldContain("+905559990063");
        var timeline = await DeskAgent.UntilAsync(agent, $"/api/requests/{row.GetProperty("id").GetString()}/timeline", t => t.EnumerateArray().Any(HasRecording));
        var message = timeline.EnumerateArray().First(HasRecording).GetProperty("call").GetProperty("recordings")[0];
        (message.GetProperty("kind").GetString(), message.GetProperty("mayHear").GetBoolean()).ShouldBe(("voicemail", true));
        var file = await (await agent.GetAsync($"/api/recordings/{message.GetProperty("id").GetString()}/audio")).Content.ReadAsByteArrayAsync();
        DialTones.Find(RecordedWav.Read(file).Left).Distinct().ShouldBe(['7'], "a loaded machine may leave a hole in a tone of three seconds");
        await installation.DeliverFactsAsync();
        (await (await agent.GetAsync("/api/notices")).Content.ReadAsStringAsync()).ShouldContain(row.GetProperty("number").GetString()!);

        // Another unit's people neither see it nor hear it.
        var stranger = await installation.AsAsync("agent3");
        (await stranger.GetAsync($"/api/recordings/{message.GetProperty("id").GetString()}/audio")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await EraseAsync("+905559990063", message.GetProperty("id").GetString()!);
    }

    private static bool HasRecording(JsonElement entry)
        => entry.GetProperty("call") is { ValueKind: JsonValueKind.Object } call && call.GetProperty("recordings").GetArrayLength() > 0;

    private async Task RightsAsync(string address, string recording)
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var part = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Range = new RangeHeaderValue(8058, 8157) } };
        var answer = await supervisor.SendAsync(part);
        (answer.StatusCode, answer.Content.Headers.ContentRange!.From, answer.Content.Headers.ContentLength).ShouldBe((HttpStatusCode.PartialContent, 8058L, 100L));
        (await supervisor.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await (await installation.AsAsync("agent1")).GetAsync(address).ShouldBeRefusedAsync("calls.recording_not_yours", HttpStatusCode.Forbidden);
        await (await installation.AsAsync("field1")).GetAsync(address).ShouldBeRefusedAsync("calls.recording_not_yours", HttpStatusCode.Forbidden);
        (await installation.Anonymous().GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await using var scope = installation.Services.CreateAsyncScope();
        var listened = await scope.ServiceProvider.GetRequiredService<CallsDb>().AuditTrail.Where(a => a.EntityId == Guid.Parse(recording) && a.Act == "listened").Select(a => a.UserName).ToListAsync();
        listened.Count.ShouldBe(2, "the agent and the supervisor, each once however many parts he asked for");
    }

    private async Task SweepAsync(string recording, string call, HttpClient agent)
    {
        var id = RecordingId.Parse(recording, null);
        await using var scope = installation.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CallsDb>();
        var sweep = installation.Services.GetRequiredService<SweepRecordings>();
        await sweep.SweepAsync(CancellationToken.None);
        var path = Path.Combine(installation.Folder, await db.Recordings.Where(r => r.Id == id).Select(r => r.Path).SingleAsync());
        File.Exists(path).ShouldBeTrue("it is not old");
        var old = TimeProvider.System.GetUtcNow().AddDays(-91);
        await db.InTransactionAsync(() => db.Recordings.Where(r => r.Id == id).ExecuteUpdateAsync(set => set.SetProperty(r => r.StartedAt, old)), CancellationToken.None);

        await sweep.SweepAsync(CancellationToken.None);

        File.Exists(path).ShouldBeFalse();
        var record = await RecordedAsync(agent, call);
        var gone = record.GetProperty("recordings")[0];
        (gone.GetProperty("state").GetString(), gone.GetProperty("gone").GetString(), gone.GetProperty("mayHear").GetBoolean()).ShouldBe(("deleted", "retention", false));
        record.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("kind").GetString()).ShouldContain("recordingDeleted");
        await agent.GetAsync($"/api/recordings/{recording}/audio").ShouldBeRefusedAsync("calls.recording_gone", HttpStatusCode.NotFound);
    }

    private async Task EraseAsync(string number, string recording)
    {
        var id = RecordingId.Parse(recording, null);
        await using var scope = installation.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CallsDb>();
        var path = Path.Combine(installation.Folder, await db.Recordings.Where(r => r.Id == id).Select(r => r.Path).SingleAsync());
        File.Exists(path).ShouldBeTrue();

        var person = new ForgottenPerson(CustomerId.From(Guid.NewGuid()), [PhoneNumber.Parse(number, null)], [], "•••");
        await new Santral.Calls.Features.ForgetPerson(db, scope.ServiceProvider.GetRequiredService<RemoveRecordings>()).ForgetAsync(person, CancellationToken.None);

        File.Exists(path).ShouldBeFalse();
        (await db.Recordings.AsNoTracking().SingleAsync(r => r.Id == id)).Gone.ShouldBe(RecordingGone.Erased);
    }

    private async Task RuleAsync(string team, string policy)
    {
        var admin = await installation.AsAsync("admin");
        var rule = (await admin.GetAsync("/api/calls/recording-rules").BodyAsync()).EnumerateArray().Single(r => r.GetProperty("code").GetString() == team);
        (await admin.PutAsJsonAsync(
            $"/api/calls/recording-rules/{rule.GetProperty("teamId").GetString()}",
            new { version = rule.GetProperty("version").GetInt32(), policy, keepDays = 90, showsListening = false })).EnsureSuccessStatusCode();
        (await (await installation.AsAsync("agent2")).GetAsync("/api/calls/recording-rules")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    /// <summary>The team has no opening hours until it is disposed.</summary>
    private async Task<Reopening> ClosedAsync(string code)
    {
        var admin = await installation.AsAsync("admin");
        var team = (await admin.GetAsync("/api/queues/teams").BodyAsync()).EnumerateArray().Single(t => t.GetProperty("code").GetString() == code);
        await HoursAsync(admin, team, []);
        return new Reopening(async () => await HoursAsync(admin, (await admin.GetAsync("/api/queues/teams").BodyAsync()).EnumerateArray().Single(t => t.GetProperty("code").GetString() == code), [.. team.GetProperty("openingHours").EnumerateArray()]));
    }

    private static async Task HoursAsync(HttpClient admin, JsonElement team, JsonElement[] hours)
    {
        var settings = team.EnumerateObject().ToDictionary(p => p.Name, p => (object)p.Value);
        settings["openingHours"] = hours;
        (await admin.PutAsJsonAsync($"/api/queues/teams/{team.GetProperty("id").GetString()}", settings)).EnsureSuccessStatusCode();
    }

    private static async Task<(OutgoingCall Call, string Id)> TalkAsync(DeskAgent agent, SipPhone phone, string from)
    {
        await agent.AvailableAsync();
        var call = await phone.CallAsync("100", from);
        await phone.Sound.Heard.UntilAsync(window => Goertzel.Rms(window) > 200, "the greeting", TimeSpan.FromSeconds(30));
        phone.Sound.Press("3");
        var id = (await agent.LiftAsync()).GetProperty("callId").GetString()!;
        return (call, id);
    }

    private static Task<JsonElement> RecordedAsync(HttpClient person, string id)
        => DeskAgent.UntilAsync(person, $"/api/calls/{id}", r => r.GetProperty("call").GetProperty("endedAt").ValueKind != JsonValueKind.Null
            && r.GetProperty("recordings").GetArrayLength() > 0 && r.GetProperty("recordings")[0].GetProperty("state").GetString() != "running");

    private static string? RecordingOf(JsonElement desk)
        => desk.GetProperty("call") is { ValueKind: JsonValueKind.Object } call && call.GetProperty("recording") is { ValueKind: JsonValueKind.Object } recording
            ? recording.GetProperty("state").GetString() : null;

    private static bool StepIn(JsonElement desk, string kind)
        => desk.GetProperty("call") is { ValueKind: JsonValueKind.Object } call
            && call.GetProperty("verification").GetProperty("steps").EnumerateArray().Any(s => s.GetProperty("kind").GetString() == kind);

    private sealed class Reopening(Func<Task> open) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await open();
    }
}
