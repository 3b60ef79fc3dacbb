using System.Text.Json;

namespace Santral.ModuleTests.Calls;

/// <summary>The telephone in a visitor's browser: the same call as by SIP, with its written side.</summary>
[Trait("Database", "one")]
public sealed class DemoPhoneTests(Installation installation) : IClassFixture<Installation>
{
    internal const string Hub = "/hubs/demo-phone?language=en";

    [Fact]
    [Requirement("I-04")]
    public async Task A_visitor_calls_hears_reads_presses_and_hangs_up()
    {
        await using var browser = await ChromiumPhone.StartAsync(microphoneHz: 1000);
        await using var hub = await HubClient.ConnectAsync(installation.Address, Hub);
        var callers = await hub.AskAsync("Callers");
        var numbers = await hub.AskAsync("Numbers");

        var dialled = await hub.AskAsync(
            "Dial", new { from = callers[0].GetProperty("number").GetString(), to = "100", sdpOffer = await browser.OfferAsync() });
        await browser.AnswerAsync(dialled.GetProperty("sdpAnswer").GetString()!);

        callers.GetArrayLength().ShouldBeGreaterThanOrEqualTo(4);
        numbers.EnumerateArray().Select(n => n.GetProperty("short").GetString()).ShouldBe(["100", "200", "300"], ignoreOrder: true);
        await hub.NextAsync("Phone", s => s.GetProperty("state").GetString() == "ringing");
        await hub.NextAsync("Phone", s => s.GetProperty("state").GetString() == "connected");
        (await hub.NextAsync("Heard", h => h.GetProperty("kind").GetString() == "said")).GetProperty("text").GetString().ShouldNotBeNullOrEmpty();
        await browser.PressAsync("3");
        (await hub.NextAsync("Heard", h => h.GetProperty("kind").GetString() == "key")).GetProperty("text").GetString().ShouldBe("3");
        await hub.NextAsync("Heard", h => h.GetProperty("kind").GetString() == "stage" && h.GetProperty("stage").GetString() == "queue");
        await hub.AskAsync("HangUp");
        (await hub.NextAsync("Phone", s => s.GetProperty("state").GetString() == "ended")).GetProperty("reason").GetString().ShouldBe("callerHungUp");
    }

    [Fact]
    public async Task Wrong_numbers_and_broken_offers_are_refused_with_their_code()
    {
        await using var hub = await HubClient.ConnectAsync(installation.Address, Hub);

        (await RefusedAsync(hub, "Dial", new { from = (string?)null, to = "999", sdpOffer = "" })).ShouldContain("calls.number_unknown");
        (await RefusedAsync(hub, "Dial", new { from = "12", to = "100", sdpOffer = "" })).ShouldContain("calls.caller_number_wrong");
        (await RefusedAsync(hub, "Dial", new { from = (string?)null, to = "100", sdpOffer = "nonsense" })).ShouldContain("calls.phone_refused");
        (await RefusedAsync(hub, "Dial", new { })).ShouldContain("calls.number_unknown");
        (await RefusedAsync(hub, "Press", "x")).ShouldContain("calls.keys_wrong");
    }

    internal static async Task<string> RefusedAsync(HubClient hub, string method, params object?[] arguments)
        => (await Should.ThrowAsync<HubRefusalException>(() => hub.AskAsync(method, arguments))).Message;
}

/// <summary>Without the demo's data there is no demo telephone.</summary>
public sealed class NoDemoPhoneTests(EmptyInstallation installation) : IClassFixture<EmptyInstallation>
{
    [Fact]
    public async Task An_installation_that_is_no_demo_lets_no_visitor_call()
    {
        await using var hub = await HubClient.ConnectAsync(installation.Address, DemoPhoneTests.Hub);

        // Closed at once, or refused by its code when the question was quicker.
        (await DemoPhoneTests.RefusedAsync(hub, "Callers")).ShouldMatch("closed|calls.demo_only");
    }
}
