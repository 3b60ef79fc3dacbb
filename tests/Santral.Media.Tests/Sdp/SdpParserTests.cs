using System.Net;
using Santral.Media.Codecs;
using Santral.Media.Sdp;

namespace Santral.Media.Tests.Sdp;

public sealed class SdpParserTests
{
    private const string Phone = """
        v=0
        o=- 8000 8000 IN IP4 192.0.2.10
        s=SIP Call
        c=IN IP4 192.0.2.10/127
        t=0 0
        m=audio 4000 RTP/AVP 9 8 18 97 0
        a=rtpmap:9 G722/8000
        a=rtpmap:8 PCMA/8000/1
        a=rtpmap:97 telephone-event/8000
        a=fmtp:97 0-16
        a=ptime:20
        a=rtcp:4005 IN IP4 192.0.2.11
        a=sendonly
        a=unknown:thing
        m=video 0 RTP/AVP 31
        """;

    [Fact]
    public void A_phones_offer_is_read()
    {
        SdpParser.TryParse(Phone, out var description, out _).ShouldBeTrue();

        description.Connection.ShouldBe(IPAddress.Parse("192.0.2.10"));
        description.Media.Count.ShouldBe(2);
        var audio = description.Media[0];
        (audio.Port, audio.PacketMs, audio.RtcpPort, audio.Direction).ShouldBe((4000, 20, 4005, MediaDirection.SendOnly));
        audio.RtcpAddress.ShouldBe(IPAddress.Parse("192.0.2.11"));
        AudioChoice.Of(audio).ShouldBe(new AudioChoice(AudioCodec.Pcma, 8, 97, 0, 8));
    }

    [Fact]
    public void The_order_of_the_offer_decides_between_the_laws() =>
        Choice("m=audio 1 RTP/AVP 0 8 101\na=rtpmap:101 telephone-event/8000").ShouldBe(new AudioChoice(AudioCodec.Pcmu, 0, 101, 0, 8));

    [Fact]
    public void A_law_on_a_dynamic_number_is_known_by_its_name() =>
        Choice("m=audio 1 RTP/AVP 96\na=rtpmap:96 pcma/8000").ShouldBe(new AudioChoice(AudioCodec.Pcma, 96, null, null, 96));

    [Fact]
    public void Wideband_events_and_codecs_are_no_match()
    {
        Choice("m=audio 1 RTP/AVP 8 110\na=rtpmap:110 telephone-event/48000").ShouldBe(new AudioChoice(AudioCodec.Pcma, 8, null, null, 8));
        Choice("m=audio 1 RTP/AVP 9 18 111\na=rtpmap:111 opus/48000/2").ShouldBeNull();
        Choice("m=audio 1 RTP/AVP 0\na=rtpmap:0 PCMU/16000").ShouldBeNull();
    }

    [Theory]
    [InlineData("", "Empty")]
    [InlineData("   ", "Empty")]
    [InlineData("hello", "NotALine")]
    [InlineData("s=-\nv=0", "NoVersion")]
    [InlineData("v=0\nc=IN IP4 example.org", "BadConnection")]
    [InlineData("v=0\nc=IN IP6 192.0.2.1", "BadConnection")]
    [InlineData("v=0\nm=audio 70000 RTP/AVP 0", "BadMedia")]
    [InlineData("v=0\nm=audio", "BadMedia")]
    [InlineData("v=0\nm=audio 4000 RTP/AVP 0", "NoConnection")]
    [InlineData("v=0\nc=IN IP4 192.0.2.1\nm=audio 1 RTP/AVP 0\na=rtpmap:x PCMU/8000", "BadAttribute")]
    [InlineData("v=0\nc=IN IP4 192.0.2.1\nm=audio 1 RTP/AVP 0\na=rtcp:99999", "BadAttribute")]
    public void What_is_wrong_is_named(string text, string fault)
    {
        SdpParser.TryParse(text, out _, out var found).ShouldBeFalse();
        found.ToString().ShouldBe(fault);
    }

    [Fact]
    public void Every_limit_holds()
    {
        Fault("v=0\ns=" + new string('x', SdpLimits.Length)).ShouldBe(SdpFault.TooLong);
        Fault("v=0\ns=" + new string('x', SdpLimits.Line)).ShouldBe(SdpFault.LineTooLong);
        Fault("v=0\n" + string.Concat(Enumerable.Repeat("s=-\n", SdpLimits.Lines))).ShouldBe(SdpFault.TooManyLines);
        Fault("v=0\nc=IN IP4 1.2.3.4\n" + string.Concat(Enumerable.Repeat("m=audio 1 RTP/AVP 0\n", SdpLimits.Media + 1))).ShouldBe(SdpFault.TooManyMedia);
        Fault("v=0\nc=IN IP4 1.2.3.4\nm=audio 1 RTP/AVP" + string.Concat(Enumerable.Repeat(" 0", SdpLimits.Formats + 1))).ShouldBe(SdpFault.TooManyFormats);
    }

    [Fact]
    public void What_we_write_we_read()
    {
        var local = new LocalMedia(IPAddress.Parse("2001:db8::5"), 24000, 7, 2);
        SdpParser.TryParse(SipDescription.Offer(local, MediaDirection.SendOnly), out var offer, out _).ShouldBeTrue();
        var audio = SipDescription.FindAudio(offer)!;
        (offer.Connection, audio.Port, audio.Direction, audio.RtcpPort).ShouldBe((local.Address, 24000, MediaDirection.SendOnly, 24001));
        AudioChoice.Of(audio).ShouldBe(new AudioChoice(AudioCodec.Pcma, 8, 101, 0, 8));

        SdpParser.TryParse(Phone, out var theirs, out _).ShouldBeTrue();
        var chosen = SipDescription.FindAudio(theirs)!;
        var text = SipDescription.Answer(local, theirs, chosen, AudioChoice.Of(chosen)!.Value, MediaDirection.RecvOnly);
        SdpParser.TryParse(text, out var answer, out _).ShouldBeTrue();
        answer.Media.Select(m => m.Port).ShouldBe([24000, 0]);
        answer.Media[0].Formats.ShouldBe(["8", "97"]);
        answer.Media[0].Direction.ShouldBe(MediaDirection.RecvOnly);
    }

    private static AudioChoice? Choice(string media)
    {
        SdpParser.TryParse($"v=0\nc=IN IP4 192.0.2.1\n{media}", out var description, out _).ShouldBeTrue();
        return AudioChoice.Of(description.Media[0]);
    }

    private static SdpFault Fault(string text)
    {
        SdpParser.TryParse(text, out _, out var fault).ShouldBeFalse();
        return fault;
    }
}
