using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Santral.Sip.Transports;

/// <summary>What SIP over TLS shows and believes (RFC 3261 §26.3, RFC 5922).</summary>
public sealed record SipTls
{
    /// <summary>A stream without a session after this time is closed.</summary>
    internal static readonly TimeSpan HandshakeWithin = TimeSpan.FromSeconds(8);

    /// <summary>Our certificate with its chain, asked at each handshake so that a renewed one needs no restart. Null: nobody can open a stream to us.</summary>
    public Func<SslStreamCertificateContext>? Certificate { get; init; }

    /// <summary>Who may vouch for the other end, instead of the authorities that the system believes; empty: those of the system.</summary>
    public X509Certificate2Collection Roots { get; init; } = [];

    /// <summary>The other end must name itself as the host that was meant, its chain must end at one who is believed.</summary>
    internal SslClientAuthenticationOptions ForClient(string name) => new()
    {
        TargetHost = name,
        EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
        CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
        CertificateChainPolicy = Roots.Count == 0 ? null : Policy(),

        // Shown to who asks for it (mutual TLS of some trunks).
        ClientCertificateContext = Certificate?.Invoke(),
    };

    internal SslServerAuthenticationOptions ForServer() => new()
    {
        ServerCertificateContext = Certificate!(),
        EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
        ClientCertificateRequired = false,
    };

    private X509ChainPolicy Policy()
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(Roots);
        return policy;
    }
}
