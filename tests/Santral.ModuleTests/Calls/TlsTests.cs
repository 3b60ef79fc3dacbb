using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Calls;
using Santral.Sip.Grammar;
using Santral.Sip.Transports;
using Santral.Sip.UserAgent;

namespace Santral.ModuleTests.Calls;

/// <summary>A product with a certificate of its own, which also vouches for its trunks.</summary>
public sealed class TlsInstallation : Installation
{
    private readonly TestFolder _files = new();

    public TlsInstallation()
    {
        Renew();
        Root = Certificate;
    }

    /// <summary>The one that was there at the start: whom it believes.</summary>
    public X509Certificate2 Root { get; }

    public string CertificateFile => Path.Combine(_files.Path, "sip.pem");

    public X509Certificate2 Certificate { get; private set; } = null!;

    protected override IReadOnlyList<string> Flags => ["--sip-tls-certificate", CertificateFile, "--sip-tls-roots", CertificateFile];

    /// <summary>Another certificate in the same file, as a renewal writes it.</summary>
    public void Renew()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        var now = TimeProvider.System.GetUtcNow();
        Certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllText(CertificateFile, Certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n");
    }
}

/// <summary>SIP over TLS at the product: callers come by it, trunks are reached by it, a renewed certificate needs no restart.</summary>
[Trait("Database", "one")]
public sealed class TlsTests(TlsInstallation installation) : IClassFixture<TlsInstallation>
{
    private IPEndPoint Product => installation.Services.GetRequiredService<ICallsEndpoints>().SipTls.First(e => e.Address.Equals(IPAddress.Loopback));

    [Fact]
    public async Task A_caller_by_TLS_hears_the_greeting_and_a_renewed_certificate_is_shown_at_once()
    {
        var certificate = installation.Certificate;
        await using var phone = await AgentAsync(SipListener.Tls(IPAddress.Loopback), new SipTls { Roots = [certificate] });
        await using var sound = new ToneCaller(600);
        var call = await phone.DialAsync(new DialRequest
        {
            Target = SipUri.Parse($"sips:100@{Product}"), From = new NameAddr(SipUri.Of("+905559990101", "127.0.0.1")), Sdp = Encoding.UTF8.GetBytes(sound.Offer()),
        });
        sound.Connect(Encoding.UTF8.GetString((await SipPhone.UntilAsync<SipCallEvent.Answered>(call)).Sdp.Span));
        await sound.Heard.UntilAsync(w => Goertzel.Rms(w) > 200, "the greeting", TimeSpan.FromSeconds(30));
        await call.HangUpAsync();
        (await ShownAsync()).ShouldBe(certificate.Thumbprint);

        installation.Renew();

        installation.Certificate.Thumbprint.ShouldNotBe(certificate.Thumbprint);
        (await ShownAsync()).ShouldBe(installation.Certificate.Thumbprint);
        await File.WriteAllTextAsync(installation.CertificateFile, "no certificate", TestContext.Current.CancellationToken);
        (await ShownAsync()).ShouldBe(installation.Certificate.Thumbprint, "a broken file changes nothing");
    }

    [Fact]
    public async Task A_trunk_by_TLS_is_up_only_when_somebody_vouches_for_it()
    {
        var admin = await installation.AsAsync("admin");
        var shown = SslStreamCertificateContext.Create(installation.Root, null, offline: true);
        await using var trusted = await AgentAsync(SipListener.Tls(IPAddress.Loopback, 0), new SipTls { Certificate = () => shown });
        using var stranger = Stranger();
        var strange = SslStreamCertificateContext.Create(stranger, null, offline: true);
        await using var untrusted = await AgentAsync(SipListener.Tls(IPAddress.Loopback, 0), new SipTls { Certificate = () => strange });

        await AddAsync(admin, "Believed", trusted.Endpoints[0].Address.Port);
        await AddAsync(admin, "Not believed", untrusted.Endpoints[0].Address.Port);

        var trunks = await DeskAgent.UntilAsync(admin, "/api/calls/trunks", l => StandingOf(l, "Believed") == "up" && StandingOf(l, "Not believed") == "down");
        trunks.EnumerateArray().Single(t => t.GetProperty("name").GetString() == "Believed").GetProperty("transport").GetString().ShouldBe("tls");
    }

    private static X509Certificate2 Stranger()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        return new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    private static string? StandingOf(JsonElement trunks, string name)
        => trunks.EnumerateArray().Where(t => t.GetProperty("name").GetString() == name).Select(t => t.GetProperty("state").GetProperty("standing").GetString()).FirstOrDefault();

    private static async Task AddAsync(HttpClient admin, string name, int port)
    {
        var answer = await admin.PostAsJsonAsync("/api/calls/trunks", new
        {
            version = 0, name, kind = "address", host = "127.0.0.1", port, transport = "tls", order = 1, format = "e164", region = "TR", callsOut = true, takesIn = true, mostCalls = 10, asksEverySeconds = 1,
            registersMinutes = 10,
        });
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<SipUserAgent> AgentAsync(SipListener listener, SipTls tls)
    {
        var agent = new SipUserAgent(new SipOptions { Listeners = [listener], Tls = tls }, TimeProvider.System, new Santral.Sip.SystemRandomBytes());
        await agent.StartAsync();
        return agent;
    }

    private async Task<string> ShownAsync()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(Product);
#pragma warning disable CA5359 // What is shown is looked at, not believed.
        await using var stream = new SslStream(new NetworkStream(socket, ownsSocket: false), false, (_, _, _, _) => true);
#pragma warning restore CA5359
        await stream.AuthenticateAsClientAsync("127.0.0.1").WaitAsync(TimeSpan.FromSeconds(20));
        return ((X509Certificate2)stream.RemoteCertificate!).Thumbprint;
    }
}
