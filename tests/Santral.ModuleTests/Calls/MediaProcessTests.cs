using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Santral.Calls.Live.Telephone;
using Santral.Queues.Data;
using Santral.Queues.Live;
using Santral.Sip.UserAgent;

namespace Santral.ModuleTests.Calls;

/// <summary>The media process is killed while one talks and one waits: their calls end, everything else goes on.</summary>
[Trait("Database", "one")]
public sealed class MediaProcessTests(OwnMedia installation) : IClassFixture<OwnMedia>
{
    private const string Talker = "+905559991001", Waiter = "+905559991002";

    [Fact]
    [Requirement("I-01")]
    [Requirement("I-10")]
    public async Task Its_death_ends_calls_with_the_reason_keeps_places_and_the_next_call_is_heard()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        await RecordAlwaysAsync();
        await using var agent = await DeskAgent.StartAsync(installation, "agent2", hz: 1000);
        await using var talker = await SipPhone.StartAsync(installation, hz: 600);
        await using var waiter = await SipPhone.StartAsync(installation, hz: 700);
        await agent.AvailableAsync();
        var talking = await InQueueAsync(talker, Talker);
        var ringing = await agent.Phone.RungAsync();
        await agent.Phone.LiftAsync(ringing);
        await agent.UntilAsync(d => DeskAgent.StateOf(d) == "talking" && RecordingOf(d) == "running");
        await Task.WhenAll(agent.Phone.Sound.Heard.UntilToneAsync(600, 0.9), talker.Sound.Heard.UntilToneAsync(1000, 0.9));
        var waiting = await InQueueAsync(waiter, Waiter);
        await DeskAgent.UntilAsync(supervisor, "/api/queues/wallboard", b => TeamOf(b).GetProperty("waiting").GetInt32() == 1);
        var keeper = installation.Services.GetRequiredService<MediaKeeper>();
        var dead = keeper.ProcessId!.Value;

        using (var process = Process.GetProcessById(dead))
        {
            process.Kill();
        }

        foreach (var call in (SipCall[])[talking, ringing, waiting])
        {
            (await SipPhone.UntilAsync<SipCallEvent.Ended>(call)).End.ByRemote.ShouldBeTrue();
        }

        var record = await EndedAsync(supervisor, Talker);
        record.GetProperty("call").GetProperty("endReason").GetString().ShouldBe("mediaLost");
        KindsOf(record).ShouldNotContain("agentLost", "the caller's end comes first");
        var recording = record.GetProperty("recordings")[0];
        recording.GetProperty("state").GetString().ShouldBe("cutShort");
        var sound = await (await agent.Http.GetAsync($"/api/recordings/{recording.GetProperty("id").GetString()}/audio")).Content.ReadAsByteArrayAsync();
        Convert.ToHexStringLower(SHA256.HashData(sound)).ShouldBe(recording.GetProperty("sha256").GetString());
        (await EndedAsync(supervisor, Waiter)).GetProperty("call").GetProperty("endReason").GetString().ShouldBe("mediaLost");
        (await agent.UntilAsync(d => DeskAgent.StateOf(d) is null or "ended")).GetProperty("presence").GetProperty("state").GetString().ShouldBe("available");

        await UntilReadyAsync();
        keeper.ProcessId!.Value.ShouldNotBe(dead);
        var metrics = await installation.Anonymous().GetStringAsync(new Uri("/metrics", UriKind.Relative), TestContext.Current.CancellationToken);
        metrics.ShouldContain("santral_media_restarts_total 1\n");
        metrics.ShouldContain("santral_media_up 1\n");
        metrics.ShouldContain("santral_media_malformed_frames_total 0\n");

        await agent.Http.PostAsync("/api/desk/wrap-up/finish", null);
        var again = await InQueueAsync(waiter, Waiter);
        var lifted = await agent.Phone.RungAsync();
        lifted.Caller.Number.ShouldBe(Waiter);
        await agent.Phone.LiftAsync(lifted);
        await Task.WhenAll(agent.Phone.Sound.Heard.UntilToneAsync(700, 0.9), waiter.Sound.Heard.UntilToneAsync(1000, 0.9));
        await again.HangUpAsync();
        (await PlacesAsync(Waiter)).Distinct().Count().ShouldBe(1, "his place was kept");
    }

    private static async Task<OutgoingCall> InQueueAsync(SipPhone phone, string from)
    {
        var call = await phone.CallAsync("100", from);
        await phone.Sound.Heard.UntilAsync(window => Goertzel.Rms(window) > 200, "the greeting", TimeSpan.FromSeconds(30));
        phone.Sound.Press("3");
        return call;
    }

    private static JsonElement TeamOf(JsonElement board) => board.GetProperty("teams").EnumerateArray().Single(t => t.GetProperty("code").GetString() == "customer_services");

    private static string? RecordingOf(JsonElement desk)
        => desk.GetProperty("call").GetProperty("recording") is { ValueKind: JsonValueKind.Object } recording ? recording.GetProperty("state").GetString() : null;

    private static IEnumerable<string?> KindsOf(JsonElement record) => record.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("kind").GetString());

    private static async Task<JsonElement> EndedAsync(HttpClient person, string from)
    {
        var log = await DeskAgent.UntilAsync(person, "/api/calls?take=50", page => RowOf(page, from) is { ValueKind: JsonValueKind.Object } row && row.GetProperty("endedAt").ValueKind == JsonValueKind.String);
        var id = RowOf(log, from).GetProperty("id").GetString();
        return await DeskAgent.UntilAsync(person, $"/api/calls/{id}", r => r.GetProperty("recordings").EnumerateArray().All(s => s.GetProperty("state").GetString() != "running"));
    }

    private static JsonElement RowOf(JsonElement page, string from)
        => page.GetProperty("items").EnumerateArray().FirstOrDefault(c => c.GetProperty("callingNumber").GetString() == from);

    private async Task RecordAlwaysAsync()
    {
        var admin = await installation.AsAsync("admin");
        var rule = (await admin.GetAsync("/api/calls/recording-rules").BodyAsync()).EnumerateArray().Single(r => r.GetProperty("code").GetString() == "customer_services");
        (await admin.PutAsJsonAsync(
            $"/api/calls/recording-rules/{rule.GetProperty("teamId").GetString()}",
            new { version = rule.GetProperty("version").GetInt32(), policy = "always", keepDays = 90, showsListening = false })).EnsureSuccessStatusCode();
    }

    private async Task UntilReadyAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await foreach (var _ in Looks.AgainAsync(limit.Token))
        {
            if ((await installation.Anonymous().GetAsync(new Uri("/health/ready", UriKind.Relative), limit.Token)).IsSuccessStatusCode)
            {
                return;
            }
        }
    }

    private async Task<List<DateTimeOffset>> PlacesAsync(string number)
    {
        await installation.Services.GetRequiredService<QueueLog>().FlushAsync(TestContext.Current.CancellationToken);
        await using var scope = installation.Services.CreateAsyncScope();
        var caller = PhoneNumber.Parse(number, null).Value;
        var db = scope.ServiceProvider.GetRequiredService<QueuesDb>();
        var calls = await scope.ServiceProvider.GetRequiredService<Santral.Calls.Data.CallsDb>().Calls.Where(c => c.CallingNumber == caller).Select(c => c.Id).ToListAsync();
        calls.Count.ShouldBe(2);
        return await db.Waits.Where(w => calls.Contains(w.CallId)).Select(w => w.PlaceAt).ToListAsync();
    }
}
