using Santral.Sip.Messages;
using Santral.Sip.UserAgent;

namespace Santral.ModuleTests.Calls;

/// <summary>A telephone that takes one call: the second caller is told at once and when to come back, the first is not disturbed.</summary>
public sealed class FullTelephoneTests(FullTelephoneTests.OneCall oneCall, FullTelephoneTests.OnePort onePort)
    : IClassFixture<FullTelephoneTests.OneCall>, IClassFixture<FullTelephoneTests.OnePort>
{
    [Fact]
    public Task Above_the_limit_of_calls_the_next_caller_gets_503() => RefusesTheSecondAsync(oneCall);

    [Fact]
    public Task Without_a_free_port_for_audio_the_next_caller_gets_503() => RefusesTheSecondAsync(onePort);

    private static async Task RefusesTheSecondAsync(Installation installation)
    {
        await using var first = await SipPhone.StartAsync(installation);
        await using var second = await SipPhone.StartAsync(installation);
        var taken = await first.CallAsync("100", "+905330000101");

        var refused = await second.DialAsync("100", "+905330000102");

        var end = (await SipPhone.UntilAsync<SipCallEvent.Ended>(refused)).End;
        end.Code.ShouldBe(503);
        end.Headers!.Text(SipNames.RetryAfter).ShouldBe("5");
        await first.Sound.Heard.UntilAsync(window => Goertzel.Rms(window) > 200, "an announcement", TimeSpan.FromSeconds(30));
        (await taken.HangUpAsync()).ShouldBeTrue();
    }

    /// <summary>One call at a time.</summary>
    public sealed class OneCall : Installation
    {
        protected override IReadOnlyList<string> Flags => ["--max-calls", "1"];
    }

    /// <summary>One pair of ports for audio.</summary>
    public sealed class OnePort : Installation
    {
        protected override IReadOnlyList<string> Flags => ["--rtp-ports", "22498-22499"];
    }
}
