using System.Text;
using Santral.Sip.Grammar;
using Santral.Sip.Messages;

namespace Santral.Sip.Tests.Grammar;

/// <summary>Parse(Write(value)) == value, for each rule and a few thousand values.</summary>
public class RoundTripTests
{
    private const int Rounds = 3_000;

    [Fact]
    public void A_uri_is_read_as_written() => Check(s => s.Uri(), (ReadOnlySpan<byte> b, out SipUri v) => SipUri.TryParse(b, out v));

    [Fact]
    public void A_name_addr_is_read_as_written() => Check(s => s.NameAddr(), (ReadOnlySpan<byte> b, out NameAddr v) => NameAddr.TryParse(b, out v));

    [Fact]
    public void A_via_is_read_as_written() => Check(s => s.Via(), (ReadOnlySpan<byte> b, out Via v) => Via.TryParse(b, out v));

    [Fact]
    public void A_hostport_is_read_as_written() => Check(s => s.HostPort(), (ReadOnlySpan<byte> b, out HostPort v) => HostPort.TryParse(b, out v));

    [Fact]
    public void A_cseq_is_read_as_written() =>
        Check(s => new CSeq((uint)s.Below(int.MaxValue), s.Token()), (ReadOnlySpan<byte> b, out CSeq v) => CSeq.TryParse(b, out v));

    [Fact]
    public void A_quoted_string_is_read_as_written()
    {
        var samples = new Samples(5);
        for (var i = 0; i < Rounds; i++)
        {
            var text = samples.Text();
            QuotedString.TryParse(Encoding.UTF8.GetBytes(QuotedString.Encode(text)), out var back).ShouldBeTrue();
            back.ShouldBe(text);
        }
    }

    [Fact]
    public void A_message_is_read_as_written()
    {
        var samples = new Samples(7);
        for (var i = 0; i < Rounds; i++)
        {
            var message = samples.Message();
            var bytes = message.ToBytes();
            SipParser.Datagram(bytes, SipLimits.Default, out var parsed)
                .ShouldBe(ParseStatus.Complete, $"{parsed.Fault} in {Encoding.UTF8.GetString(bytes)}");
            var back = parsed.Message!;
            back.StartLine().ShouldBe(message.StartLine());
            back.Body.ToArray().ShouldBe(message.Body.ToArray());
            back.Headers.Where(h => !h.Is(SipNames.ContentLength)).Select(h => (h.Name, h.Text))
                .ShouldBe(message.Headers.Select(h => (h.Name, h.Text)));

            // A second pass changes nothing any more, to the byte.
            back.ToBytes().ShouldBe(bytes);
        }
    }

    [Fact]
    public void A_stream_gives_the_same_messages_however_it_is_cut()
    {
        var samples = new Samples(11);
        for (var round = 0; round < 200; round++)
        {
            var sent = Enumerable.Range(0, 4).Select(_ => samples.Message().ToBytes()).ToArray();
            var stream = sent.SelectMany(b => b).ToArray();
            var received = new List<byte[]>();
            var start = 0;
            for (var end = 1; end <= stream.Length; end = end == stream.Length ? end + 1 : Math.Min(stream.Length, end + 1 + samples.Below(90)))
            {
                while (SipParser.Stream(stream.AsSpan(start, end - start), SipLimits.Default, SipLeniency.None, out var parsed) is var status
                    && status != ParseStatus.NeedMore)
                {
                    status.ShouldBe(ParseStatus.Complete);
                    received.Add(parsed.Message!.ToBytes());
                    start += parsed.Consumed;
                    if (start == end)
                    {
                        break;
                    }
                }
            }

            received.ShouldBe(sent);
        }
    }

    private delegate bool Parse<T>(ReadOnlySpan<byte> bytes, out T value);

    private static void Check<T>(Func<Samples, T> make, Parse<T> parse)
    {
        var samples = new Samples(3);
        for (var i = 0; i < Rounds; i++)
        {
            var value = make(samples);
            parse(Encoding.UTF8.GetBytes(value!.ToString()!), out var back).ShouldBeTrue(value.ToString());
            back.ShouldBe(value);
        }
    }
}
