using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Santral.Ivr.Data;
using Santral.ModuleTests.Calls;
using Santral.Sip.UserAgent;
using static Santral.ModuleTests.Ivr.FlowCalls;

namespace Santral.ModuleTests.Ivr;

/// <summary>A published change is heard by the next caller, on the wire; who is in a call finishes on the flow he began with.</summary>
[Collection(FlowCollection.Name)]
public sealed class PublishFlowTests(Installation installation)
{
    private const string Code = "appliance";
    private const string Number = "200";

    private static int _lastNumber = 2_000_000;

    [Fact]
    [Trait("Database", "one")]
    [Requirement("I-04")]
    public async Task The_next_call_takes_the_change_the_one_under_way_does_not_and_the_way_back_works()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        await using var phone = await SipPhone.StartAsync(installation);
        await using var other = await SipPhone.StartAsync(installation);
        var before = PublishedOf(await supervisor.FlowAsync(Code));
        var early = await StartAsync(phone);

        var published = await supervisor.ChangeAsync(Code, d => Option(d, "1")["key"] = "7");

        PublishedOf(published).ShouldBe(before + 1);
        published.GetProperty("draft").ValueKind.ShouldBe(JsonValueKind.Null);
        (await ChoosesAsync(phone, early, "1")).ShouldBe("1");
        var late = await StartAsync(other);
        (await ChoosesAsync(other, late, "1", "7")).ShouldBe("7");

        var back = await supervisor.RollBackAsync(Code, before, before + 1).BodyAsync();

        PublishedOf(back).ShouldBe(before + 2);
        await using var third = await SipPhone.StartAsync(installation);
        (await ChoosesAsync(third, await StartAsync(third), "7", "1")).ShouldBe("1");
    }

    [Fact]
    public async Task New_words_are_walked_before_and_spoken_when_published()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var view = await supervisor.FlowAsync("internet");
        var document = DocumentOf(view);
        document["texts"] = JsonNode.Parse("""{ "internet.welcome": { "tr": "Yeni sözler.", "sv": "Nya ord.", "en": "New words." }, "played.by.nobody": { "tr": "a", "sv": "b", "en": "c" } }""");

        var drawn = await supervisor.DrawAsync("internet", DraftOf(view), document).BodyAsync();

        DocumentOf(drawn)["texts"]!.AsObject().Count.ShouldBe(1);
        Said(await supervisor.WalkAsync("internet", "individual", "sv", []).BodyAsync()).ShouldContain("Nya ord.");
        Said(await supervisor.WalkAsync("internet", "individual", "sv", [], PublishedOf(drawn)).BodyAsync()).ShouldContain("Välkommen till Soft Internet.");
        var heard = await supervisor.GetAsync("/api/ivr/speech?language=sv&text=Nya%20ord.");
        heard.Content.Headers.ContentType!.MediaType.ShouldBe("audio/wav");
        (await heard.Content.ReadAsByteArrayAsync()).Length.ShouldBeGreaterThan(1000);
        (await supervisor.GetAsync("/api/ivr/speech?language=xx&text=a")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        var published = await supervisor.PublishAsync("internet", DraftOf(drawn), "  New  greeting ").BodyAsync();

        published.GetProperty("published").GetProperty("note").GetString().ShouldBe("New  greeting");
        published.GetProperty("published").GetProperty("by").GetString().ShouldNotBeNullOrEmpty();
        var versions = await supervisor.GetAsync("/api/ivr/flows/internet/versions").BodyAsync();
        versions.EnumerateArray().First().GetProperty("version").GetInt32().ShouldBe(PublishedOf(published));
        await supervisor.RollBackAsync("internet", PublishedOf(published) - 1, PublishedOf(published)).BodyAsync();
        Said(await supervisor.WalkAsync("internet", "individual", "sv", []).BodyAsync()).ShouldContain("Välkommen till Soft Internet.");
    }

    [Fact]
    public async Task The_way_back_is_refused_when_somebody_published_meanwhile_and_to_where_one_is()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var view = await supervisor.FlowAsync(Code);

        await supervisor.RollBackAsync(Code, 1, PublishedOf(view) + 1).ShouldBeRefusedAsync("record.changed_meanwhile", HttpStatusCode.Conflict);
        await supervisor.RollBackAsync(Code, PublishedOf(view), PublishedOf(view)).ShouldBeRefusedAsync("ivr.version_holds", HttpStatusCode.Conflict);
        await supervisor.RollBackAsync(Code, 999, PublishedOf(view)).ShouldBeRefusedAsync("ivr.version_unknown", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_published_is_in_the_audit_trail_without_the_whole_document()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var view = await supervisor.FlowAsync(Code);
        var drawn = await supervisor.DrawAsync(Code, DraftOf(view), DocumentOf(view)).BodyAsync();
        await supervisor.PublishAsync(Code, DraftOf(drawn)).BodyAsync();

        await using var scope = installation.Services.CreateAsyncScope();
        var trail = await scope.ServiceProvider.GetRequiredService<IvrDb>().AuditTrail.Where(a => a.Entity == nameof(FlowRevision)).ToListAsync(TestContext.Current.CancellationToken);
        var row = trail.OrderBy(a => a.At).Last();
        row.UserId.ShouldNotBeNull();
        row.Changes.ShouldNotContain("nodes");
    }

    private static JsonNode Option(JsonNode document, string key) => document["nodes"]!["main"]!["options"]!.AsArray().Single(o => (string)o!["key"]! == key)!;

    private static async Task<(OutgoingCall Call, string From)> StartAsync(SipPhone phone)
    {
        var from = $"+90534{Interlocked.Increment(ref _lastNumber):0000000}";
        var call = await phone.CallAsync(Number, from);
        await phone.Sound.Heard.UntilAsync(window => Goertzel.Rms(window) > 200, "the greeting", TimeSpan.FromSeconds(30));
        return (call, from);
    }

    /// <summary>Presses key after key until the menu takes one; returns which it took.</summary>
    private async Task<string?> ChoosesAsync(SipPhone phone, (OutgoingCall Call, string From) call, params string[] keys)
    {
        var admin = await installation.AsAsync("admin");
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        phone.Sound.Press(keys[0]);
        await foreach (var _ in Looks.AgainAsync(limit.Token))
        {
            var page = await admin.GetAsync($"/api/calls?number={Uri.EscapeDataString(call.From)}", limit.Token).BodyAsync();
            foreach (var row in page.GetProperty("items").EnumerateArray())
            {
                var record = await admin.GetAsync($"/api/calls/{row.GetProperty("id").GetString()}", limit.Token).BodyAsync();
                if (record.GetProperty("menuPath").EnumerateArray().Select(s => s.GetProperty("key").GetString()).LastOrDefault() is { } taken)
                {
                    await call.Call.HangUpAsync();
                    return taken;
                }
            }

            // What is typed behind a wrong key is forgotten, so the next one comes by itself.
            phone.Sound.Press(keys[^1]);
        }

        throw new TimeoutException();
    }
}
