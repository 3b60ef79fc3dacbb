using Santral.Sip.Messages;
using Santral.Sip.Tests.Wires;
using Santral.Sip.UserAgent;

namespace Santral.Sip.Tests.Torture;

/// <summary>What this user agent does with each message of RFC 4475: the table is the promise.</summary>
public class TortureTests
{
    /// <summary>The INVITE reaches the application.</summary>
    private const int Call = 100;

    /// <summary>Nothing is sent.</summary>
    private const int Dropped = 0;

    public static TheoryData<string, SipFaultWhy, int> Table => new()
    {
        // 3.1.1 valid
        { "wsinv", SipFaultWhy.None, 481 },
        { "intmeth", SipFaultWhy.None, 501 },
        { "esc01", SipFaultWhy.None, Call },
        { "escnull", SipFaultWhy.None, 401 },
        { "esc02", SipFaultWhy.None, 501 },
        { "lwsdisp", SipFaultWhy.None, 200 },
        { "longreq", SipFaultWhy.None, Call },
        { "dblreq", SipFaultWhy.None, 401 },
        { "semiuri", SipFaultWhy.None, 200 },
        { "transports", SipFaultWhy.None, 200 },
        { "mpart01", SipFaultWhy.None, 405 },
        { "unreason", SipFaultWhy.None, Dropped },
        { "noreason", SipFaultWhy.None, Dropped },

        // 3.1.2 invalid
        { "badinv01", SipFaultWhy.Via, 400 },
        { "clerr", SipFaultWhy.BodyTooShort, 400 },
        { "ncl", SipFaultWhy.ContentLength, 400 },
        { "scalar02", SipFaultWhy.CSeq, 400 },
        { "scalarlg", SipFaultWhy.CSeq, Dropped },
        { "quotbal", SipFaultWhy.To, 400 },
        { "ltgtruri", SipFaultWhy.RequestUri, 400 },
        { "lwsruri", SipFaultWhy.RequestUri, 400 },
        { "lwsstart", SipFaultWhy.RequestUri, 400 },
        { "trws", SipFaultWhy.StartLine, 400 },
        { "escruri", SipFaultWhy.RequestUri, 400 },

        // An element may accept it: the Date of an INVITE has no use here.
        { "baddate", SipFaultWhy.None, Call },
        { "regbadct", SipFaultWhy.Contact, 400 },
        { "badaspec", SipFaultWhy.To, 400 },
        { "baddn", SipFaultWhy.From, 400 },
        { "badvers", SipFaultWhy.Version, 505 },
        { "mismatch01", SipFaultWhy.CSeqMethod, 400 },
        { "mismatch02", SipFaultWhy.CSeqMethod, 400 },
        { "bigcode", SipFaultWhy.StatusCode, Dropped },

        // 3.2 transaction layer, 3.3 application layer, 3.4 old senders
        { "badbranch", SipFaultWhy.None, 200 },
        { "insuf", SipFaultWhy.MissingHeader, 400 },
        { "unkscm", SipFaultWhy.None, 416 },
        { "novelsc", SipFaultWhy.None, 416 },
        { "unksm2", SipFaultWhy.None, 401 },
        { "bext01", SipFaultWhy.None, 420 },
        { "invut", SipFaultWhy.None, 415 },
        { "regaut01", SipFaultWhy.None, 401 },
        { "multi01", SipFaultWhy.DuplicateHeader, 400 },
        { "mcl01", SipFaultWhy.ContentLength, 400 },
        { "bcast", SipFaultWhy.None, Dropped },
        { "zeromf", SipFaultWhy.None, 200 },
        { "cparam01", SipFaultWhy.None, 401 },
        { "cparam02", SipFaultWhy.None, 401 },
        { "regescrt", SipFaultWhy.None, 401 },
        { "sdp01", SipFaultWhy.None, 406 },
        { "inv2543", SipFaultWhy.None, Call },
    };

    [Fact]
    public void The_table_has_all_forty_nine_messages()
    {
        TortureMessages.All.Count.ShouldBe(49);
        Table.Select(row => row.Data.Item1).ShouldBe(TortureMessages.All.Keys, ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Table))]
    public async Task A_torture_message_has_the_outcome_of_the_table(string name, SipFaultWhy why, int outcome)
    {
        var bytes = TortureMessages.All[name];
        var status = SipParser.Datagram(bytes, SipLimits.Default, out var parsed);
        parsed.Fault.Why.ShouldBe(why);
        status.ShouldBe(why == SipFaultWhy.None ? ParseStatus.Complete : ParseStatus.Bad);

        await using var wire = new Wire(o => o with { Registrar = new() { Realm = "example.com", Digest = new NobodyIsKnown() } });
        wire.Receive(bytes);
        switch (outcome)
        {
            case Dropped:
                wire.IsSilent.ShouldBeTrue();
                break;
            case Call:
                await wire.ResponseAsync(100);
                (await wire.Agent.IncomingCalls.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20))).RemoteSdp.IsEmpty.ShouldBeFalse();
                break;
            default:
                await wire.BareResponseAsync(outcome);
                break;
        }

        wire.Agent.Counters[SipCounter.FaultsInApplication].ShouldBe(0);
        wire.Agent.Counters.Malformed.ShouldBe(why == SipFaultWhy.None ? 0 : 1);
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

    private sealed class NobodyIsKnown : ICheckDigest
    {
        public ValueTask<DigestSecrets?> FindAsync(string user, string realm) => default;
    }
}
