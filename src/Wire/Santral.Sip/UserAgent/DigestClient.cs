using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Santral.Sip.Grammar;
using Santral.Sip.Messages;

namespace Santral.Sip.UserAgent;

/// <summary>Answers a digest challenge: RFC 7616, RFC 8760, RFC 3261 §22.</summary>
internal static class DigestClient
{
    public static bool TryAnswer(
        SipResponse challenge, SipRequest request, DigestCredentials credentials, IRandomBytes random, [NotNullWhen(true)] out SipHeader header)
    {
        header = default;
        var proxy = challenge.Code == 407;
        AuthParams? chosen = null;
        var algorithm = DigestAlgorithm.Md5;
        foreach (var line in challenge.Headers)
        {
            if (!line.Is(proxy ? SipNames.ProxyAuthenticate : SipNames.WwwAuthenticate) || !AuthParams.TryParse(line.Value.Span, out var offered)
                || !offered.IsDigest || offered["nonce"] is null || offered["realm"] is null
                || !Digest.TryAlgorithm(offered["algorithm"], out var its) || !HasAuth(offered["qop"]))
            {
                continue;
            }

            // RFC 8760 §2.4: the topmost challenge that we understand.
            chosen = offered;
            algorithm = its;
            break;
        }

        if (chosen is null)
        {
            return false;
        }

        var uri = request.Uri.ToString();
        var realm = chosen["realm"]!;
        var nonce = chosen["nonce"]!;
        var ha1 = Digest.Ha1(algorithm, credentials.User, realm, credentials.Password);
        var text = string.Create(CultureInfo.InvariantCulture,
            $"Digest username={QuotedString.Encode(credentials.User)}, realm={QuotedString.Encode(realm)}, nonce={QuotedString.Encode(nonce)}, uri=\"{uri}\"");
        if (chosen["qop"] is not null)
        {
            const string Count = "00000001";
            var cnonce = random.Hex(8);
            var answer = Digest.Answer(algorithm, ha1, request.Method, uri, nonce, Count, cnonce, "auth");
            text += $", response=\"{answer}\", algorithm={Digest.NameOf(algorithm)}, qop=auth, nc={Count}, cnonce=\"{cnonce}\"";
        }
        else
        {
            text += $", response=\"{Digest.AnswerOldStyle(algorithm, ha1, request.Method, uri, nonce)}\", algorithm={Digest.NameOf(algorithm)}";
        }

        if (chosen["opaque"] is { } opaque)
        {
            text += $", opaque={QuotedString.Encode(opaque)}";
        }

        header = new(proxy ? SipNames.ProxyAuthorization : SipNames.Authorization, text);
        return true;
    }

    private static bool HasAuth(string? qop)
    {
        if (qop is null)
        {
            return true;
        }

        foreach (var part in qop.AsSpan().SplitAny(", "))
        {
            if (qop.AsSpan(part).Equals("auth", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
