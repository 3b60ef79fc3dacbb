using System.Text;
using Santral.Sip.Grammar;
using Santral.Sip.Messages;
using Santral.Sip.Transactions;
using Santral.Sip.UserAgent;

namespace Santral.Sip.Tests.Wires;

/// <summary>What strangers may send in any number: it costs an answer at most, never memory or time that grows.</summary>
public class FloodTests
{
    [Fact]
    public void A_quote_that_is_never_closed_makes_the_rest_one_element()
    {
        // Looking behind every such quote for another border would take quadratic time on the receive loop.
        var found = new List<string>();
        foreach (var element in new CommaList("a, \"b, c\", \"d, <e>"u8))
        {
            found.Add(Encoding.ASCII.GetString(element));
        }

        found.ShouldBe(["a", "\"b, c\"", "\"d, <e>"]);
    }

    [Fact]
    public async Task Options_are_answered_without_a_transaction()
    {
        await using var wire = new Wire();
        wire.Receive(Phone.Invite(method: "OPTIONS", body: ""));
        var first = await wire.ResponseAsync(200);
        wire.Receive(Phone.Invite(method: "OPTIONS", body: ""));
        (await wire.ResponseAsync(200)).ToBytes().ShouldBe(first.ToBytes());
        wire.Agent.ActiveTransactions.ShouldBe(0);
        wire.Agent.Counters[SipCounter.RefusedByRule].ShouldBe(0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Authorization: Digest username=\"201\", realm=\"santral.example\", nonce=\"made-up\", uri=\"sip:192.0.2.1\", response=\"00\"\r\n")]
    public async Task A_challenge_costs_no_transaction(string proof)
    {
        await using var wire = new Wire(o => o with { Registrar = new() { Realm = "santral.example", Digest = new Nobody() } });
        wire.Receive(Phone.Invite(method: "REGISTER", body: "", extra: proof));
        (await wire.ResponseAsync(401)).Headers.CountOf(SipNames.WwwAuthenticate).ShouldBe(2);
        wire.Agent.ActiveTransactions.ShouldBe(0);
    }

    [Fact]
    public async Task Above_the_limit_of_transactions_new_requests_get_503_and_dialogs_go_on()
    {
        await using var wire = new Wire(o => o with { Limits = new() { Transactions = 2 } });
        var (call, ok) = await wire.TalkAsync();
        var second = Phone.Invite(branch: "second").Replace("call-1@", "second@", StringComparison.Ordinal);
        wire.Receive(second);
        await wire.ResponseAsync(100);
        wire.Receive(Phone.Invite(branch: "third").Replace("call-1@", "third@", StringComparison.Ordinal));
        (await wire.ResponseAsync(503)).Headers.Has(SipNames.RetryAfter).ShouldBeTrue();
        wire.Receive(Phone.Within(ok, "BYE", 2, "bye"));
        await wire.ResponseAsync(200);
        call.IsEnded.ShouldBeTrue();
    }

    [Fact]
    public void What_was_refused_is_kept_small_and_forgotten_in_time()
    {
        var clock = new FakeTimeProvider();
        var refused = new RefusedLately(clock, TimeSpan.FromSeconds(32));
        ServerKey first = new(new string('x', 8_000), "192.0.2.99:5062", "INVITE");
        refused.Add(first);
        refused.Has(first).ShouldBeTrue();
        refused.Has(first with { Branch = "other" }).ShouldBeFalse();
        clock.Advance(TimeSpan.FromSeconds(33));
        refused.Has(first).ShouldBeFalse();
        refused.Add(first with { Branch = "other" });
        refused.Count.ShouldBe(1);
    }

    private sealed class Nobody : ICheckDigest
    {
        public ValueTask<DigestSecrets?> FindAsync(string user, string realm) => ValueTask.FromResult<DigestSecrets?>(null);
    }
}
