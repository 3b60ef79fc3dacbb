using System.Text;
using Santral.Sip.Grammar;
using Santral.Sip.Messages;
using Santral.Sip.UserAgent;

namespace Santral.Sip.Tests.Wires;

/// <summary>Desk phones that register: RFC 3261 §10.3 and §22.</summary>
public class RegistrarTests
{
    private const string Realm = "santral.example";
    private int _cseq;

    [Theory]
    [InlineData(DigestAlgorithm.Md5)]
    [InlineData(DigestAlgorithm.Sha256)]
    public async Task A_phone_registers_is_found_and_leaves(DigestAlgorithm algorithm)
    {
        await using var wire = Start();
        var ok = await RegisterAsync(wire, 200, "<sip:201@192.0.2.99:5062>;expires=120;q=0.5", algorithm: algorithm);
        ok.Headers.Text(SipNames.Contact)!.ShouldBe("<sip:201@192.0.2.99:5062>;expires=120");

        var binding = wire.Agent.Registrar.Find("201").ShouldHaveSingleItem();
        binding.Contact.ToString().ShouldBe("sip:201@192.0.2.99:5062");
        binding.Q.ShouldBe(0.5);
        binding.Flow.Remote.ShouldBe(Wire.There);
        (await Change(wire)).IsRegistered.ShouldBeTrue();

        await RegisterAsync(wire, 200, "<sip:201@192.0.2.99:5062>;expires=0", algorithm: algorithm);
        wire.Agent.Registrar.Find("201").ShouldBeEmpty();
        (await Change(wire)).IsRegistered.ShouldBeFalse();
    }

    [Fact]
    public async Task A_phone_from_before_SHA_256_is_asked_for_MD5_alone()
    {
        await using var wire = Start();
        wire.Receive(Register(null, "", "203"));
        var refusal = await wire.ResponseAsync(401);
        refusal.Headers.CountOf(SipNames.WwwAuthenticate).ShouldBe(1, "such a phone gives up at the second");
        var nonce = Challenge(refusal, DigestAlgorithm.Md5);
        wire.Receive(Register("<sip:203@192.0.2.99>", Proof(nonce, "203", "secret", DigestAlgorithm.Sha256, 1), "203"));
        await wire.ResponseAsync(401);
        wire.Receive(Register("<sip:203@192.0.2.99>", Proof(nonce, "203", "secret", DigestAlgorithm.Md5, 2), "203"));
        await wire.ResponseAsync(200);
    }

    [Fact]
    public async Task A_binding_expires_by_itself()
    {
        await using var wire = Start();
        await RegisterAsync(wire, 200, "<sip:201@192.0.2.99>;expires=60");
        wire.Clock.Advance(TimeSpan.FromSeconds(59));
        wire.Agent.Registrar.Find("201").Count.ShouldBe(1);
        wire.Clock.Advance(TimeSpan.FromSeconds(1));
        wire.Agent.Registrar.Find("201").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refresh_replaces_the_binding_and_is_no_news()
    {
        await using var wire = Start();
        await RegisterAsync(wire, 200, "<sip:201@192.0.2.99>;expires=60");
        await Change(wire);
        wire.Clock.Advance(TimeSpan.FromSeconds(50));
        await RegisterAsync(wire, 200, "<sip:201@192.0.2.99>;expires=60");
        wire.Clock.Advance(TimeSpan.FromSeconds(50));
        wire.Agent.Registrar.Find("201").Count.ShouldBe(1);
        wire.Agent.Registrar.Changes.TryRead(out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_star_removes_every_phone_of_the_user()
    {
        await using var wire = Start();
        await RegisterAsync(wire, 200, "<sip:201@192.0.2.98>, <sip:201@192.0.2.99>;q=0.1");
        wire.Agent.Registrar.Find("201").Select(b => b.Q).ShouldBe([1.0, 0.1]);
        await RegisterAsync(wire, 400, "*");
        wire.Agent.Registrar.Find("201").Count.ShouldBe(2);
        await RegisterAsync(wire, 200, "*", "Expires: 0\r\n");
        wire.Agent.Registrar.Find("201").ShouldBeEmpty();
    }

    [Fact]
    public async Task Too_brief_is_423_with_the_least_we_take()
    {
        await using var wire = Start();
        (await RegisterAsync(wire, 423, "<sip:201@192.0.2.99>;expires=5")).Headers.Text(SipNames.MinExpires).ShouldBe("60");
        wire.Agent.Registrar.Find("201").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_query_lists_and_changes_nothing()
    {
        await using var wire = Start();
        await RegisterAsync(wire, 200, "<sip:201@192.0.2.99>");
        (await RegisterAsync(wire, 200, null)).Headers.CountOf(SipNames.Contact).ShouldBe(1);
    }

    [Fact]
    public async Task A_user_may_not_register_another()
    {
        await using var wire = Start();
        await RegisterAsync(wire, 403, "<sip:202@192.0.2.99>", user: "202", proof: "201");
        wire.Agent.Registrar.Find("202").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("201", "wrong")]
    [InlineData("nobody", "secret")]
    public async Task A_wrong_password_and_an_unknown_user_get_the_same_answer(string user, string password)
    {
        await using var wire = Start();
        var refusal = await RegisterAsync(wire, 401, "<sip:x@192.0.2.99>", user: user, password: password);
        refusal.Headers.Text(SipNames.WwwAuthenticate)!.ShouldNotContain("stale");
    }

    [Fact]
    public async Task An_old_nonce_is_stale_and_a_used_one_is_a_replay()
    {
        await using var wire = Start();
        wire.Receive(Register(null, "", "201"));
        var challenge = Challenge(await wire.ResponseAsync(401), DigestAlgorithm.Md5);
        var proof = Proof(challenge, "201", "secret", DigestAlgorithm.Md5, 1);
        wire.Receive(Register("<sip:201@192.0.2.99>", proof, "201"));
        await wire.ResponseAsync(200);

        wire.Receive(Register("<sip:201@192.0.2.66>", proof, "201"));
        (await wire.ResponseAsync(401)).Headers.Text(SipNames.WwwAuthenticate)!.ShouldContain("stale=true");

        wire.Clock.Advance(TimeSpan.FromMinutes(6));
        wire.Receive(Register("<sip:201@192.0.2.66>", Proof(challenge, "201", "secret", DigestAlgorithm.Md5, 2), "201"));
        (await wire.ResponseAsync(401)).Headers.Text(SipNames.WwwAuthenticate)!.ShouldContain("stale=true");
        wire.Agent.Registrar.Find("201").ShouldAllBe(b => b.Contact.Host == "192.0.2.99");
    }

    [Fact]
    public async Task A_forged_nonce_proves_nothing()
    {
        await using var wire = Start();
        wire.Receive(Register("<sip:201@192.0.2.99>", Proof(new string('a', 64), "201", "secret", DigestAlgorithm.Md5, 1), "201"));
        await wire.ResponseAsync(401);
        wire.Agent.Registrar.Find("201").ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_without_qop_could_be_sent_again_and_proves_nothing()
    {
        await using var wire = Start();
        wire.Receive(Register(null, "", "201"));
        var nonce = Challenge(await wire.ResponseAsync(401), DigestAlgorithm.Md5);
        var response = Digest.AnswerOldStyle(DigestAlgorithm.Md5, Digest.Ha1(DigestAlgorithm.Md5, "201", Realm, "secret"), "REGISTER", "sip:192.0.2.1", nonce);
        var proof = $"Authorization: Digest username=\"201\", realm=\"{Realm}\", nonce=\"{nonce}\", uri=\"sip:192.0.2.1\", response=\"{response}\"\r\n";
        wire.Receive(Register("<sip:201@192.0.2.99>", proof, "201"));
        await wire.ResponseAsync(401);
        wire.Agent.Registrar.Find("201").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("sip:198.51.100.7", 401)]
    [InlineData("sip:201@192.0.2.1", 401)]
    [InlineData("sip:192.0.2.1:5060;transport=udp", 200)]
    public async Task Proof_for_another_address_is_none(string uri, int code)
    {
        await using var wire = Start();
        wire.Receive(Register(null, "", "201"));
        var nonce = Challenge(await wire.ResponseAsync(401), DigestAlgorithm.Sha256);
        wire.Receive(Register("<sip:201@192.0.2.99>", Proof(nonce, "201", "secret", DigestAlgorithm.Sha256, 1, uri: uri), "201"));
        await wire.ResponseAsync(code);
    }

    [Fact]
    public async Task A_failing_password_store_is_500_and_nothing_escapes()
    {
        await using var wire = new Wire(o => o with { Registrar = new() { Realm = Realm, Digest = new Broken() } });
        wire.Receive(Register(null, "", "201"));
        var challenge = Challenge(await wire.ResponseAsync(401), DigestAlgorithm.Md5);
        wire.Receive(Register("<sip:201@192.0.2.99>", Proof(challenge, "201", "secret", DigestAlgorithm.Md5, 1), "201"));
        await wire.ResponseAsync(500);
        wire.Agent.Counters[SipCounter.FaultsInApplication].ShouldBe(1);
    }

    [Fact]
    public async Task Without_a_registrar_the_method_is_not_allowed()
    {
        await using var wire = new Wire();
        wire.Receive(Register(null, "", "201"));
        (await wire.ResponseAsync(405)).Headers.Has(SipNames.Allow).ShouldBeTrue();
    }

    [Fact]
    public async Task A_call_can_be_made_to_prove_who_makes_it()
    {
        await using var wire = new Wire(o => o with { Registrar = Options(), AuthorizeInvite = new Ask() });
        wire.Receive(Phone.Invite());
        await wire.ResponseAsync(100);
        var refusal = await wire.ResponseAsync(401);
        wire.Receive(Phone.Within(refusal, "ACK", 1, "one"));
        var proof = Proof(Challenge(refusal, DigestAlgorithm.Sha256), "201", "secret", DigestAlgorithm.Sha256, 1, "INVITE", "sip:100@192.0.2.1");
        wire.Receive(Phone.Invite(branch: "two", cseq: 2, extra: proof));
        await wire.ResponseAsync(100);
        var call = await wire.Agent.IncomingCalls.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));
        call.AuthenticatedUser.ShouldBe("201");
    }

    private static Wire Start() => new(o => o with { Registrar = Options() });

    private static RegistrarOptions Options() => new() { Realm = Realm, Digest = new Users() };

    private static async Task<RegistrationChange> Change(Wire wire) =>
        await wire.Agent.Registrar.Changes.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));

    private async Task<SipResponse> RegisterAsync(
        Wire wire, int code, string? contact, string extra = "", string user = "201", string? proof = null, string password = "secret",
        DigestAlgorithm algorithm = DigestAlgorithm.Md5)
    {
        wire.Receive(Register(contact, extra, user));
        var nonce = Challenge(await wire.ResponseAsync(401), algorithm);
        wire.Receive(Register(contact, extra + Proof(nonce, proof ?? user, password, algorithm, 1), user));
        return await wire.ResponseAsync(code);
    }

    private string Register(string? contact, string extra, string user) => $"""
        REGISTER sip:192.0.2.1 SIP/2.0
        Via: SIP/2.0/UDP 192.0.2.99:5062;branch=z9hG4bK-r{++_cseq};rport
        Max-Forwards: 70
        From: <sip:{user}@192.0.2.1>;tag=r
        To: <sip:{user}@192.0.2.1>
        Call-ID: register@192.0.2.99
        CSeq: {_cseq} REGISTER
        {(contact is null ? "" : $"Contact: {contact}\r\n")}{extra}Content-Length: 0


        """;

    private static string Challenge(SipResponse refusal, DigestAlgorithm algorithm)
    {
        foreach (var line in refusal.Headers.Where(h => h.Is(SipNames.WwwAuthenticate)))
        {
            AuthParams.TryParse(line.Value.Span, out var challenge).ShouldBeTrue();
            if (challenge["algorithm"] == Digest.NameOf(algorithm))
            {
                challenge["realm"].ShouldBe(Realm);
                return challenge["nonce"]!;
            }
        }

        throw new ShouldAssertException($"no challenge for {algorithm}");
    }

    private static string Proof(
        string nonce, string user, string password, DigestAlgorithm algorithm, int count, string method = "REGISTER", string uri = "sip:192.0.2.1")
    {
        var ha1 = Digest.Ha1(algorithm, user, Realm, password);
        var response = Digest.Answer(algorithm, ha1, method, uri, nonce, $"{count:x8}", "c", "auth");
        return $"Authorization: Digest username=\"{user}\", realm=\"{Realm}\", nonce=\"{nonce}\", uri=\"{uri}\", response=\"{response}\", "
            + $"algorithm={Digest.NameOf(algorithm)}, qop=auth, nc={count:x8}, cnonce=\"c\"\r\n";
    }

    private sealed class Users : ICheckDigest
    {
        public ValueTask<DigestSecrets?> FindAsync(string user, string realm) =>
            ValueTask.FromResult(user is "201" or "202" or "203" ? DigestSecrets.FromPassword(user, realm, "secret") with { Sha256 = user == "203" ? null : Digest.Ha1(DigestAlgorithm.Sha256, user, realm, "secret") } : null);

        public bool KnowsOnlyMd5(string user, string realm) => user == "203";
    }

    private sealed class Broken : ICheckDigest
    {
        public ValueTask<DigestSecrets?> FindAsync(string user, string realm) => throw new InvalidOperationException("the disk is gone");
    }

    private sealed class Ask : IAuthorizeInvite
    {
        public InviteVerdict Decide(InviteFacts invite) => InviteVerdict.AskCredentials;
    }
}
