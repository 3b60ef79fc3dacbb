using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Santral.Calls.Data;
using Santral.Sip.UserAgent;

namespace Santral.ModuleTests.Calls;

/// <summary>A supervisor in a running conversation, with real SIP and RTP on all three ends.</summary>
[Trait("Database", "one")]
public sealed class AttendCallTests(Installation installation) : IClassFixture<Installation>
{
    [Fact]
    public async Task He_listens_whispers_joins_and_leaves_and_each_stands_in_the_audit_trail()
    {
        await using var agent = await DeskAgent.StartAsync(installation, "agent2", hz: 1000);
        await using var boss = await DeskAgent.StartAsync(installation, "supervisor1", hz: 1400);
        await using var phone = await SipPhone.StartAsync(installation, hz: 600);
        await agent.AvailableAsync();
        var call = await phone.CallAsync("100", "+905559990071");
        await phone.Sound.Heard.UntilAsync(window => Goertzel.Rms(window) > 200, "the greeting", TimeSpan.FromSeconds(30));
        phone.Sound.Press("3");
        var id = (await agent.LiftAsync()).GetProperty("callId").GetString()!;
        (await agent.Http.GetAsync("/api/calls/live")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await agent.Http.PostAsJsonAsync($"/api/calls/{id}/attend", new { mode = "listen" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var live = (await boss.Http.GetAsync("/api/calls/live").BodyAsync())[0];
        (live.GetProperty("id").GetString(), live.GetProperty("state").GetString()).ShouldBe((id, "talking"));

        await AttendAsync(boss, id, "listen");
        await boss.Phone.LiftAsync(await boss.Phone.RungAsync());
        await HearsAsync(boss, 600, 1000, not: 1400);
        await Task.WhenAll(agent.Phone.Sound.Heard.UntilToneAsync(600, 0.9), phone.Sound.Heard.UntilToneAsync(1000, 0.9));
        (await agent.Http.GetAsync("/api/desk").BodyAsync()).GetProperty("call").GetProperty("supervisor").ValueKind.ShouldBe(JsonValueKind.Null);

        await AttendAsync(boss, id, "whisper");
        await Task.WhenAll(HearsAsync(agent, 600, 1400, not: 1000), phone.Sound.Heard.UntilToneAsync(1000, 0.9));
        (await agent.UntilAsync(d => d.GetProperty("call").GetProperty("supervisor").ValueKind == JsonValueKind.Object))
            .GetProperty("call").GetProperty("supervisor").GetProperty("mode").GetString().ShouldBe("whisper");

        await AttendAsync(boss, id, "join");
        await phone.Sound.Heard.UntilAsync(w => Goertzel.Share(w, 1000) > 0.25 && Goertzel.Share(w, 1400) > 0.25, "both");
        (await boss.Http.GetAsync("/api/calls/live").BodyAsync())[0].GetProperty("mode").GetString().ShouldBe("join");

        (await boss.Http.PostAsync($"/api/calls/{id}/attend/end", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await Task.WhenAll(agent.Phone.Sound.Heard.UntilToneAsync(600, 0.9), phone.Sound.Heard.UntilToneAsync(1000, 0.9));
        await call.HangUpAsync();
        await agent.RestAsync();

        var kinds = Kinds(await EndedAsync(boss.Http, id));
        kinds.ShouldContain("supervisorListens");
        Kinds(await EndedAsync(agent.Http, id)).ShouldNotContain("supervisorListens", "whom it was about does not see that he was listened to");
        await using var scope = installation.Services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<CallsDb>().AuditTrail.Where(a => a.EntityId == Guid.Parse(id)).OrderBy(a => a.At).Select(a => a.Act).ToListAsync())
            .ShouldBe(["overheard", "whispered", "joined", "left"]);
    }

    private static List<string?> Kinds(JsonElement record) => [.. record.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("kind").GetString())];

    private static Task<JsonElement> EndedAsync(HttpClient person, string id)
        => DeskAgent.UntilAsync(person, $"/api/calls/{id}", r => r.GetProperty("call").GetProperty("endedAt").ValueKind != JsonValueKind.Null);

    private static async Task AttendAsync(DeskAgent boss, string id, string mode)
        => (await boss.Http.PostAsJsonAsync($"/api/calls/{id}/attend", new { mode })).StatusCode.ShouldBe(HttpStatusCode.NoContent);

    private static Task HearsAsync(DeskAgent who, int one, int other, int not)
        => who.Phone.Sound.Heard.UntilAsync(
            window => Goertzel.Share(window, one) > 0.25 && Goertzel.Share(window, other) > 0.25 && Goertzel.Share(window, not) < 0.1, $"{one} and {other} without {not}");
}
