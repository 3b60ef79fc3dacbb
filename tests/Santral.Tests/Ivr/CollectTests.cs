using Santral.Contracts.Calls;
using Santral.Contracts.Customers;

namespace Santral.Tests.Ivr;

public sealed class CollectTests
{
    private static string Document(string settings) => $$"""
        {
          "code": "collect", "names": { "tr": "c", "sv": "c", "en": "c" }, "unit": "internet", "numbers": ["+908502220000"],
          "defaultTeam": "technical_support", "start": "ask",
          "nodes": {
            "ask": { "verb": "collect", "into": "number", "ask": ["ask"], "wrong": "wrong", "silence": "silence",
                     "min": 2, "max": 4, "next": "right", "onFailure": "failed"{{settings}} },
            "right": { "verb": "hangUp", "reason": "flowEnded", "play": ["right"] },
            "failed": { "verb": "hangUp", "reason": "noInput", "play": ["failed"] },
            "star": { "verb": "hangUp", "reason": "closed", "play": ["star"] }
          }
        }
        """;

    private static async Task<FakeLine> CallAsync(string settings, params string[] keys)
    {
        using var bench = new IvrBench(Document(settings));
        return await bench.RunAsync(bench.Line(CallerClass.Unidentified).Types(keys));
    }

    [Fact]
    public async Task Digits_up_to_the_hash_are_taken() => (await CallAsync("", "123#")).Heard.ShouldBe(["ask", "right"]);

    [Theory]
    [InlineData("1#")]
    [InlineData("12345#")]
    [InlineData("#")]
    public async Task Too_few_or_too_many_are_asked_again(string keys)
        => (await CallAsync("", keys, "123#")).Heard.ShouldBe(["ask", "wrong", "ask", "right"]);

    [Fact]
    public async Task Silence_is_asked_again() => (await CallAsync("", "", "123#")).Heard.ShouldBe(["ask", "silence", "ask", "right"]);

    [Fact]
    public async Task After_three_tries_it_goes_on_elsewhere()
        => (await CallAsync("", "", "1#", "")).HangUps.ShouldBe([CallEndReason.NoInput]);

    [Fact]
    public async Task The_star_leads_out_where_it_is_given_a_way()
    {
        (await CallAsync(""", "onStar": "star" """, "12*")).HangUps.ShouldBe([CallEndReason.Closed]);
        (await CallAsync("", "12*", "123#")).HangUps.ShouldBe([CallEndReason.FlowEnded]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Secret_digits_are_read_as_secrets_and_no_longer(bool secret)
    {
        var line = await CallAsync(secret ? """, "secret": true """ : "", "123#");

        line.SecretWhileReading.ShouldAllBe(s => s == secret);
        line.KeysAreSecret.ShouldBeFalse();
    }
}
