using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Santral.Sip.Grammar;
using Santral.Sip.Messages;

namespace Santral.Sip.UserAgent;

/// <summary>Where the secrets are: given user and realm, the H(user:realm:password) of each algorithm that is known, or null.</summary>
public interface ICheckDigest
{
    ValueTask<DigestSecrets?> FindAsync(string user, string realm);

    /// <summary>
    /// This user's telephone knows no other algorithm. It is asked for MD5 alone, because telephones from before RFC 8760 give up at a second challenge of the same realm.
    /// </summary>
    bool KnowsOnlyMd5(string user, string realm) => false;
}

/// <summary>The HA1 values of one user, lower-case hexadecimal.</summary>
public sealed record DigestSecrets(string? Md5, string? Sha256)
{
    public static DigestSecrets FromPassword(string user, string realm, string password) => new(
        Digest.Ha1(DigestAlgorithm.Md5, user, realm, password), Digest.Ha1(DigestAlgorithm.Sha256, user, realm, password));

    public override string ToString() => nameof(DigestSecrets);

    internal string? Of(DigestAlgorithm algorithm) => algorithm == DigestAlgorithm.Md5 ? Md5 : Sha256;
}

/// <summary>How a request stood the test.</summary>
internal readonly record struct DigestVerdict(string? User, bool Stale);

/// <summary>Challenges and checks: nonces carry their own time and are signed, so an unanswered challenge costs no memory.</summary>
internal sealed class DigestServer(ICheckDigest secrets, string realm, TimeSpan nonceLife, TimeProvider clock, IRandomBytes random)
{
    private const int MaxCounted = 50_000;

    private readonly byte[] _key = Key(random);
    private readonly ConcurrentDictionary<string, uint> _counts = new();

    public string Realm => realm;

    /// <summary>Both algorithms, the stronger first (RFC 8760 §2.3), but for a user whose telephone knows only MD5.</summary>
    public SipHeader[] Challenge(SipRequest request, bool stale)
    {
        var nonce = NewNonce();
        string[] algorithms = request.From?.Uri.UserText is { } user && secrets.KnowsOnlyMd5(user, realm) ? ["MD5"] : ["SHA-256", "MD5"];
        return
        [
            .. algorithms.Select(algorithm => new SipHeader(
                SipNames.WwwAuthenticate,
                $"Digest realm={QuotedString.Encode(realm)}, nonce=\"{nonce}\", algorithm={algorithm}, qop=\"auth\"{(stale ? ", stale=true" : "")}")),
        ];
    }

    /// <summary>Whether the request answers a challenge of ours, rightly or not; anything else needs no look at a password.</summary>
    public bool MayProve(SipRequest request) => Given(request) is { } given && given["nonce"] is { } nonce && IsOurs(nonce, out _);

    public ValueTask<DigestVerdict> CheckAsync(SipRequest request) => Given(request) is { } given ? CheckAsync(request, given) : default;

    private AuthParams? Given(SipRequest request)
    {
        foreach (var header in request.Headers)
        {
            if ((header.Is(SipNames.Authorization) || header.Is(SipNames.ProxyAuthorization))
                && AuthParams.TryParse(header.Value.Span, out var given) && given.IsDigest && given["realm"] == realm)
            {
                return given;
            }
        }

        return null;
    }

    private async ValueTask<DigestVerdict> CheckAsync(SipRequest request, AuthParams given)
    {
        // Without qop and its count one captured answer could be sent again for as long as the nonce lives; who is offered qop must use it.
        if (given["username"] is not { Length: > 0 } user || given["nonce"] is not { } nonce || given["uri"] is not { } uri
            || given["response"] is not { } answer || !Digest.TryAlgorithm(given["algorithm"], out var algorithm)
            || given["qop"] != "auth" || given["nc"] is not { Length: 8 } count || given["cnonce"] is not { Length: > 0 and <= 128 } cnonce
            || !IsOurs(nonce, out var age) || !IsAbout(uri, request.Uri))
        {
            return default;
        }

        var secret = (await secrets.FindAsync(user, realm))?.Of(algorithm);

        // An unknown user costs the same work as a known one.
        var ha1 = secret ?? "";
        var expected = Digest.Answer(algorithm, ha1, request.Method, uri, nonce, count, cnonce, "auth");
        var right = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(answer.ToLowerInvariant()));
        if (!right || secret is null)
        {
            return default;
        }

        // Only whoever knows the password is told that the nonce is merely old (RFC 7616 §3.3).
        return age > nonceLife || !IsFresh(nonce, count) ? new(null, Stale: true) : new(user, Stale: false);
    }

    /// <summary>The count of a nonce must rise: the same answer twice is a replay (RFC 7616 §3.4.5).</summary>
    private bool IsFresh(string nonce, string count)
    {
        if (!uint.TryParse(count, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        if (_counts.Count >= MaxCounted)
        {
            // Forgetting makes nonces good for one more use within their life: better than refusing everybody.
            _counts.Clear();
        }

        while (true)
        {
            if (!_counts.TryGetValue(nonce, out var last))
            {
                if (_counts.TryAdd(nonce, number))
                {
                    return true;
                }
            }
            else if (number <= last)
            {
                return false;
            }
            else if (_counts.TryUpdate(nonce, number, last))
            {
                return true;
            }
        }
    }

    /// <summary>RFC 7616 §3.4.6: proof for one address is none for another. Ports and parameters are left out: phones write them here and not there.</summary>
    private static bool IsAbout(string uri, SipUri target) =>
        SipUri.TryParse(Encoding.UTF8.GetBytes(uri), out var about)
        && about.UserText == target.UserText && about.Host.Equals(target.Host, StringComparison.OrdinalIgnoreCase);

    private string NewNonce()
    {
        var body = new byte[16];
        BitConverter.TryWriteBytes(body, clock.GetUtcNow().ToUnixTimeMilliseconds());
        random.Fill(body.AsSpan(8));
        return Convert.ToHexStringLower(body) + Sign(body);
    }

    private bool IsOurs(string nonce, out TimeSpan age)
    {
        age = default;
        if (nonce.Length != 64)
        {
            return false;
        }

        var body = new byte[16];
        if (Convert.FromHexString(nonce.AsSpan(0, 32), body, out _, out _) != System.Buffers.OperationStatus.Done
            || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Sign(body)), Encoding.UTF8.GetBytes(nonce[32..])))
        {
            return false;
        }

        age = clock.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(BitConverter.ToInt64(body));
        return true;
    }

    private string Sign(byte[] body) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, body).AsSpan(0, 16));

    private static byte[] Key(IRandomBytes random)
    {
        var key = new byte[32];
        random.Fill(key);
        return key;
    }
}
