using System.Text;
using Santral.Sip.Grammar;
using Santral.Sip.Messages;

namespace Santral.Sip.Tests.Grammar;

/// <summary>Random but well-formed values, the same for the same seed.</summary>
internal sealed class Samples(int seed)
{
    private const string TokenChars = "ABCxyz019-.!%*_+`'~";
    private readonly Random _random = new(seed);

    public int Below(int limit) => _random.Next(limit);

    public string Token(int most = 8) => Pick(TokenChars, 1 + Below(most));

    public string Text()
    {
        const string Chars = "aB9 \\\"<>,;:@çğıöşüÅäß\u0436\u5927()?=";
        return Pick(Chars, Below(12));
    }

    public HostPort HostPort()
    {
        var host = Below(3) switch
        {
            0 => $"{Below(256)}.{Below(256)}.{Below(256)}.{Below(256)}",
            1 => $"[2001:db8::{Below(65536):x}]",
            _ => $"h{Below(100)}.example-{Below(9)}.com",
        };
        return new(host, Below(2) == 0 ? null : 1 + Below(65535));
    }

    public SipUri Uri()
    {
        if (Below(8) == 0)
        {
            return new() { Scheme = "tel", User = "+90" + Below(1_000_000), Parameters = UriParameters() };
        }

        if (Below(12) == 0)
        {
            return new() { Scheme = "urn", Opaque = "service:sos" };
        }

        var (host, port) = HostPort();
        var user = Below(4) == 0 ? null : Pick("abc019-_.!~*'()&=+$,;?/", 1 + Below(9)) + (Below(3) == 0 ? "%40" : "");
        return new()
        {
            Scheme = Below(5) == 0 ? "sips" : "sip", User = user, Password = user is null || Below(4) != 0 ? null : Pick("ab9&=+$,", Below(5)),
            Host = host, Port = port, Parameters = UriParameters(), Headers = Below(6) == 0 ? "subject=a%20b&x=1" : null,
        };
    }

    public SipParameters UriParameters() =>
        SipParameters.Of([.. Enumerable.Range(0, Below(4)).Select(i => new SipParameter($"p{i}", Below(2) == 0 ? null : Pick("ab[]/:&+$%41".Replace("%41", "", StringComparison.Ordinal), 3)))]);

    public SipParameters HeaderParameters() => SipParameters.Of([.. Enumerable.Range(0, Below(5)).Select(i => new SipParameter(
        $"{Token(4)}{i}", Below(3) switch { 0 => null, 1 => Token(), _ => QuotedString.Encode(Text()) }))]);

    public NameAddr NameAddr() => new(Below(2) == 0 ? null : Text(), Uri(), HeaderParameters());

    public Via Via() => new(Below(2) == 0 ? "UDP" : Token(), HostPort(), HeaderParameters());

    public SipMessage Message()
    {
        var method = Below(2) == 0 ? "INVITE" : Token();
        SipMessage message = Below(3) == 0
            ? new SipResponse(100 + Below(600), Text().Trim())
            : new SipRequest(method, Uri() with { Headers = null });
        for (var i = Below(3); i >= 0; i--)
        {
            message.Headers.Add(SipNames.Via, string.Join(", ", Enumerable.Range(0, 1 + Below(2)).Select(_ => Via().ToString())));
        }

        message.Headers.Add(SipNames.From, NameAddr().WithTag(Token()).ToString());
        message.Headers.Add(SipNames.To, NameAddr().ToString());
        message.Headers.Add(SipNames.CallId, Pick("ab9-.!%*_+`'~()<>:\\\"/[]?{}", 9) + "@host");
        message.Headers.Add(SipNames.CSeq, $"{Below(int.MaxValue)} {method}");
        for (var i = Below(5); i > 0; i--)
        {
            message.Headers.Add("X-" + Token(), Text().Trim());
        }

        message.Headers.Add(SipNames.Contact, NameAddr() is var contact && Below(2) == 0 ? contact.ToString() : $"{contact}, {NameAddr()}");
        message.Body = Encoding.UTF8.GetBytes(Text());
        return message;
    }

    public string Pick(string chars, int count) => string.Concat(Enumerable.Range(0, count).Select(_ => chars[Below(chars.Length)]));
}
