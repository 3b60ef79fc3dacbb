using System.Net;
using Santral.Sip.Messages;
using Santral.Sip.UserAgent;

namespace Santral.Sip.Tests.Wires;

/// <summary>Who is heard at all: trunks and registered phones. Scanners get silence.</summary>
public class SourceTests
{
    [Theory]
    [InlineData("INVITE")]
    [InlineData("OPTIONS")]
    [InlineData("SUBSCRIBE")]
    [InlineData("BYE")]
    [InlineData("CANCEL")]
    public async Task A_stranger_gets_silence_and_is_counted(string method)
    {
        await using var wire = new Wire(o => o with { Sources = new Sources() });
        wire.Receive(Phone.Invite(method: method, body: ""));
        wire.Receive(Phone.Invite(method: method, body: "", cseq: 2).Replace("CSeq: 2", "CSeq: x", StringComparison.Ordinal));
        wire.IsSilent.ShouldBeTrue();
        wire.Agent.Counters[SipCounter.UnknownSource].ShouldBe(2);
        wire.Agent.ActiveTransactions.ShouldBe(0);
        wire.Agent.ActiveCalls.ShouldBe(0);
    }

    [Fact]
    public async Task A_trunk_is_heard()
    {
        await using var wire = new Wire(o => o with { Sources = new Sources { Asks = true } });
        wire.Receive(Phone.Invite());
        await wire.ResponseAsync(100);
        wire.Agent.Counters[SipCounter.UnknownSource].ShouldBe(0);
    }

    [Theory]
    [InlineData(true, "+905551112233")]
    [InlineData(false, "+905321112233")]
    public async Task Only_a_trunk_says_who_calls(bool trusted, string number)
    {
        await using var wire = new Wire(o => o with { Sources = new Sources { Asks = true, Trusted = trusted } });
        var call = await wire.CallAsync("P-Asserted-Identity: <tel:+905551112233>\r\n");
        call.Caller.Number.ShouldBe(number);
    }

    [Fact]
    public async Task A_phone_may_call_while_it_is_registered()
    {
        var rule = new Sources();
        await using var wire = new Wire(o => o with { Sources = rule, Registrar = new() { Realm = "santral.example", Digest = new Users() } });
        await RegisterAsync(wire, 1, 120);
        wire.Receive(Phone.Invite(method: "OPTIONS", body: ""));
        await wire.ResponseAsync(200);
        await RegisterAsync(wire, 3, 0);
        wire.Receive(Phone.Invite(method: "OPTIONS", body: ""));
        wire.IsSilent.ShouldBeTrue();
    }

    [Fact]
    public async Task What_belongs_to_a_call_is_heard_from_anywhere()
    {
        var rule = new Sources { Asks = true };
        await using var wire = new Wire(o => o with { Sources = rule });
        var (call, ok) = await wire.TalkAsync();
        rule.Asks = false;
        wire.Receive(Phone.Within(ok, "BYE", 2, "bye"));
        await wire.ResponseAsync(200);
        call.IsEnded.ShouldBeTrue();
    }

    [Fact]
    public async Task A_caller_whose_trunk_was_taken_away_can_still_cancel()
    {
        var rule = new Sources { Asks = true };
        await using var wire = new Wire(o => o with { Sources = rule });
        var call = await wire.CallAsync();
        rule.Asks = false;
        wire.Receive(Phone.Invite(method: "CANCEL", body: ""));
        await wire.ResponseAsync(200);
        await wire.ResponseAsync(487);
        await call.EventAsync<SipCallEvent.Cancelled>();
    }

    private static async Task RegisterAsync(Wire wire, int cseq, int seconds)
    {
        var contact = $";expires={seconds}";
        string Register(int number, string proof) => Phone.Invite(branch: $"r{number}", cseq: number, method: "REGISTER", body: "", extra: proof)
            .Replace("sip:100@192.0.2.1>", "sip:201@192.0.2.1>", StringComparison.Ordinal)
            .Replace("@192.0.2.99:5062>", $"@192.0.2.99:5062>{contact}", StringComparison.Ordinal)
            .Replace("call-1@", "register@", StringComparison.Ordinal);
        wire.Receive(Register(cseq, ""));
        var refusal = await wire.ResponseAsync(401);
        var line = refusal.Headers.First(h => h.Is(SipNames.WwwAuthenticate));
        Santral.Sip.Grammar.AuthParams.TryParse(line.Value.Span, out var challenge).ShouldBeTrue();
        var ha1 = Digest.Ha1(DigestAlgorithm.Sha256, "201", "santral.example", "secret");
        var answer = Digest.Answer(DigestAlgorithm.Sha256, ha1, "REGISTER", "sip:100@192.0.2.1", challenge["nonce"]!, "00000001", "c", "auth");
        wire.Receive(Register(cseq + 1, $"Authorization: Digest username=\"201\", realm=\"santral.example\", nonce=\"{challenge["nonce"]}\", "
            + $"uri=\"sip:100@192.0.2.1\", response=\"{answer}\", algorithm=SHA-256, qop=auth, nc=00000001, cnonce=\"c\"\r\n"));
        await wire.ResponseAsync(200);
    }

    private sealed class Sources : ISourceRule
    {
        public bool Asks { get; set; }

        public bool Trusted { get; init; }

        public bool MayAsk(IPAddress source) => Asks;

        public bool IsTrusted(IPAddress source) => Trusted;
    }

    private sealed class Users : ICheckDigest
    {
        public ValueTask<DigestSecrets?> FindAsync(string user, string realm) =>
            ValueTask.FromResult<DigestSecrets?>(DigestSecrets.FromPassword(user, realm, "secret"));
    }
}
