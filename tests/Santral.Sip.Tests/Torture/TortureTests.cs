using Santral.Sip.Messages;
using Santral.Sip.Tests.Loopback;
using Santral.Sip.Transports;
using Santral.Sip.UserAgent;

namespace Santral.Sip.Tests.Torture;

/// <summary>What this user agent does with each message of RFC 4475: the table of `docs/wire/rfc4475.md` is the promise.</summary>
public class TortureTests
{
    private const string Realm = "example.com";

    public static TheoryData<string> Names => new(TortureRow.All.Keys);

    public static TheoryData<string> Provable => new(TortureRow.All.Values.Where(r => r.Udp.Proven > 0).Select(r => r.Name));

    [Fact]
    public void The_table_has_all_forty_nine_messages_each_with_its_reason()
    {
        TortureMessages.All.Count.ShouldBe(49);
        TortureRow.All.Keys.ShouldBe(TortureMessages.All.Keys, ignoreOrder: true);
    }

    /// <summary>Bytes of head and body, as in the RFC's own archive.</summary>
    [Theory]
    [InlineData("wsinv", 851, 150)]
    [InlineData("esc01", 393, 150)]
    [InlineData("mpart01", 737, 553)]
    public void A_message_has_the_size_of_the_archive(string name, int head, int body)
    {
        var bytes = TortureMessages.All[name];
        var end = bytes.AsSpan().IndexOf("\r\n\r\n"u8) + 4;
        (end, bytes.Length - end).ShouldBe((head, body));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_parser_says_what_the_table_says(string name)
    {
        var status = SipParser.Datagram(TortureMessages.All[name], SipLimits.Default, out var parsed);

        parsed.Fault.Why.ShouldBe(TortureRow.All[name].Why);
        status.ShouldBe(parsed.Fault.Why == SipFaultWhy.None ? ParseStatus.Complete : ParseStatus.Bad);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_datagram_has_the_outcome_of_the_table(string name)
    {
        var row = TortureRow.All[name];
        await using var agent = await StartAsync(SipProtocol.Udp);

        var codes = await TorturePeer.DatagramAsync(agent, TortureMessages.All[name]);

        codes.ShouldBe(row.Udp.Codes);
        await CheckAsync(agent, row.Udp, row.Why == SipFaultWhy.None ? 0 : 1);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_stream_has_the_outcome_of_the_table(string name)
    {
        var row = TortureRow.All[name];
        await using var agent = await StartAsync(SipProtocol.Tcp);
        if (row.Tcp.Waits)
        {
            await WaitsAsync(agent, TortureMessages.All[name]);
            return;
        }

        var (codes, closed) = await TorturePeer.StreamAsync(agent, TortureMessages.All[name]);

        codes.ShouldBe(row.Tcp.Codes);
        closed.ShouldBe(row.Tcp.Closed);
        await CheckAsync(agent, row.Tcp, agent.Counters.Malformed > 0 ? 1 : 0);
        (agent.Counters.Malformed > 0).ShouldBe(row.Why != SipFaultWhy.None || row.Tcp.Closed);
    }

    [Theory]
    [MemberData(nameof(Provable))]
    public async Task A_registration_that_proves_itself_has_the_second_answer(string name)
    {
        var message = TortureMessages.All[name];
        await using var agent = await StartAsync(SipProtocol.Udp);
        var challenge = await TorturePeer.AnswerAsync(agent, message);

        var answer = await TorturePeer.AnswerAsync(agent, Prove(message, challenge));

        TorturePeer.CodeOf(answer).ShouldBe(TortureRow.All[name].Udp.Proven, answer);
        var uri = Registered(agent, message).Contact;
        uri.Headers.ShouldBeNull();
        uri.Parameters.Has("unknownparam").ShouldBe(name == "cparam02");
    }

    private static SipBinding Registered(SipUserAgent agent, byte[] message)
    {
        SipParser.Datagram(message, SipLimits.Default, out var parsed);
        return agent.Registrar.Find(parsed.Message!.To!.Uri.UserText!).ShouldHaveSingleItem();
    }

    private static Task<SipUserAgent> StartAsync(SipProtocol protocol)
        => Agents.StartAsync(protocol, change: o => o with { Registrar = new() { Realm = Realm, Digest = new Everybody() } });

    private static async Task CheckAsync(SipUserAgent agent, TortureOutcome outcome, int malformed)
    {
        if (outcome.Codes.Contains(100))
        {
            (await agent.IncomingCalls.NextAsync()).RemoteSdp.IsEmpty.ShouldBeFalse();
        }

        agent.Counters[SipCounter.FaultsInApplication].ShouldBe(0);
        agent.Counters.Malformed.ShouldBe(malformed);
    }

    /// <summary>Nothing happens until the last byte that Content-Length speaks of is there.</summary>
    private static async Task WaitsAsync(SipUserAgent agent, byte[] message)
    {
        using var stream = await TorturePeer.ConnectAsync(agent);
        await stream.WriteAsync(message);
        await TorturePeer.StreamAsync(agent, []);
        stream.DataAvailable.ShouldBeFalse();
        await stream.WriteAsync(Enumerable.Repeat((byte)' ', 9_999).ToArray());
        (await TorturePeer.ReadAsync(stream, "SIP/2.0 100 ")).Closed.ShouldBeFalse();
    }

    private static byte[] Prove(byte[] message, string challenge)
    {
        SipParser.Datagram(message, SipLimits.Default, out var parsed);
        var request = parsed.Message.ShouldBeOfType<SipRequest>();
        var user = request.To!.Uri.UserText!;
        var nonce = challenge.Split("nonce=\"")[1].Split('"')[0];
        var answer = Digest.Answer(DigestAlgorithm.Md5, Digest.Ha1(DigestAlgorithm.Md5, user, Realm, "secret"), "REGISTER", "sip:example.com", nonce, "00000001", "c", "auth");
        var proof = $"Authorization: Digest username=\"{user}\", realm=\"{Realm}\", nonce=\"{nonce}\", uri=\"sip:example.com\", response=\"{answer}\", algorithm=MD5, qop=auth, nc=00000001, cnonce=\"c\"\r\n";
        var border = message.AsSpan().IndexOf("\r\n"u8) + 2;
        return [.. message[..border], .. System.Text.Encoding.ASCII.GetBytes(proof), .. message[border..]];
    }

    [Fact]
    public void The_tortuous_invite_is_understood()
    {
        SipParser.Datagram(TortureMessages.All["wsinv"], SipLimits.Default, out var parsed);
        var invite = parsed.Message.ShouldBeOfType<SipRequest>();
        invite.From!.DisplayName.ShouldBe("J Rosenberg \\\"");
        invite.From.Tag.ShouldBe("98asjd8");
        invite.CSeq.ShouldBe(new(9, "INVITE"));
        invite.Number(SipNames.MaxForwards).ShouldBe(68u);
        invite.TopVia!.Branch.ShouldBe("390skdjuw");
        invite.Headers.List(SipNames.Via).Count.ShouldBe(3);
        invite.Headers.Text("UnknownHeaderWithUnusualValue").ShouldBe(";;,,;;,;");
        invite.Headers.Text("NewFangledHeader").ShouldBe("newfangled value continued newfangled value");
        invite.TryAddresses(SipNames.Contact, out var contacts).ShouldBeTrue();
        contacts[0].DisplayName.ShouldBe("Quoted string \"\"");
        contacts[0].Parameters["q"].ShouldBe("0.33");
        invite.Body.Length.ShouldBe(150);
    }

    [Fact]
    public void A_user_part_with_a_semicolon_is_not_a_parameter()
    {
        SipParser.Datagram(TortureMessages.All["semiuri"], SipLimits.Default, out var parsed);
        var uri = parsed.Message.ShouldBeOfType<SipRequest>().Uri;
        uri.UserText.ShouldBe("user;par=u@example.net");
        uri.Host.ShouldBe("example.com");
        uri.Parameters.Count.ShouldBe(0);
    }

    private sealed class Everybody : ICheckDigest
    {
        public ValueTask<DigestSecrets?> FindAsync(string user, string realm) => ValueTask.FromResult<DigestSecrets?>(DigestSecrets.FromPassword(user, realm, "secret"));
    }
}
