using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Santral.Sip.Grammar;
using Santral.Sip.Messages;
using Santral.Sip.Transports;
using Santral.Sip.UserAgent;

namespace Santral.Sip.Tests.Loopback;

/// <summary>SIP over TLS with a certificate made for the test.</summary>
public class TlsTests
{
    [Theory]
    [InlineData("sip", "tls")]
    [InlineData("sips", null)]
    public async Task A_call_goes_through_TLS_from_ring_to_BYE_on_one_stream(string scheme, string? transport)
    {
        using var certificate = Certificate("127.0.0.1");
        await using var theirs = await ServerAsync(certificate);
        await using var ours = await ClientAsync(certificate);

        var call = await ours.DialAsync(To(ours, theirs, scheme, transport));

        var taken = await theirs.IncomingCalls.NextAsync();
        taken.Source.Protocol.ShouldBe(SipProtocol.Tls);
        taken.Headers.Text(SipNames.Via)!.ShouldStartWith("SIP/2.0/TLS ");
        (taken.Headers.Text(SipNames.Contact)!.Contains("sips:", StringComparison.Ordinal)).ShouldBe(scheme == "sips");
        (await taken.RingAsync()).ShouldBeTrue();
        await call.NextAsync<SipCallEvent.Progress>();
        (await taken.AnswerAsync(Agents.Answer)).ShouldBeTrue();
        (await call.NextAsync<SipCallEvent.Answered>()).Sdp.ToArray().ShouldBe(Agents.Answer);
        await taken.NextAsync<SipCallEvent.Acked>();
        var changing = taken.ReinviteAsync(Agents.Sdp("hold"));
        var offer = (await call.NextAsync<SipCallEvent.Reinvited>()).Offer;
        (await offer.AcceptAsync(Agents.Answer)).ShouldBeTrue();
        (await changing).IsAccepted.ShouldBeTrue();
        await taken.HangUpAsync();
        (await call.EndAsync()).ByRemote.ShouldBeTrue();
        theirs.Counters[SipCounter.ConnectionsOpened].ShouldBe(1);
        ours.Counters[SipCounter.ConnectionsOpened].ShouldBe(0, "it has no certificate, so nobody opens a stream to it");
    }

    [Fact]
    public async Task A_certificate_for_another_name_carries_no_call()
    {
        using var certificate = Certificate("192.0.2.1");
        await using var theirs = await ServerAsync(certificate);
        await using var ours = await ClientAsync(certificate);

        var call = await ours.DialAsync(To(ours, theirs, "sip", "tls"));

        (await call.EndAsync()).Cause.ShouldBe(SipEndCause.TransportFailed);
        theirs.IncomingCalls.TryRead(out _).ShouldBeFalse();
        ours.Counters[SipCounter.HandshakesFailed].ShouldBe(1);
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_carries_no_call()
    {
        using var certificate = Certificate("127.0.0.1");
        using var other = Certificate("127.0.0.1");
        await using var theirs = await ServerAsync(certificate);
        await using var ours = await ClientAsync(other);

        var call = await ours.DialAsync(To(ours, theirs, "sip", "tls"));

        (await call.EndAsync()).Cause.ShouldBe(SipEndCause.TransportFailed);
        ours.Counters[SipCounter.HandshakesFailed].ShouldBe(1);
    }

    [Fact]
    public async Task A_renewed_certificate_is_shown_from_the_next_stream_on()
    {
        using var first = Certificate("127.0.0.1");
        using var second = Certificate("127.0.0.1");
        var shown = Context(first);
        await using var theirs = await Agents.StartAsync(SipProtocol.Tls, change: o => o with { Tls = new SipTls { Certificate = () => shown } });
        (await SeenAsync(theirs)).ShouldBe(first.Thumbprint);

        shown = Context(second);

        (await SeenAsync(theirs)).ShouldBe(second.Thumbprint);
    }

    [Fact]
    public async Task A_stream_that_never_shakes_hands_is_closed()
    {
        using var certificate = Certificate("127.0.0.1");
        var clock = new FakeTimeProvider();
        await using var agent = await ServerAsync(certificate, clock);
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(agent.Endpoints[0].Address);
        while (agent.Counters[SipCounter.ConnectionsOpened] == 0)
        {
            await Task.Yield();
        }

        var closed = socket.ReceiveAsync(new byte[64].AsMemory()).AsTask();
        while (!closed.IsCompleted)
        {
            // Again and again: the patience begins when the stream was taken over, which nobody tells.
            clock.Advance(TimeSpan.FromSeconds(8));
            await Task.Yield();
        }

        agent.Counters[SipCounter.HandshakesFailed].ShouldBe(1);
    }

    [Fact]
    public async Task Plain_SIP_and_noise_at_the_TLS_port_are_closed_and_calls_go_on()
    {
        using var certificate = Certificate("127.0.0.1");
        await using var theirs = await ServerAsync(certificate);
        using (var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp))
        {
            await socket.ConnectAsync(theirs.Endpoints[0].Address);
            await socket.SendAsync(Encoding.ASCII.GetBytes("OPTIONS sip:100@127.0.0.1 SIP/2.0\r\n\r\n"));
            var buffer = new byte[256];
            try
            {
                // An alert at most, never an answer.
                while (await socket.ReceiveAsync(buffer.AsMemory()).AsTask().WaitAsync(Agents.Patience) is > 0 and var read)
                {
                    Encoding.ASCII.GetString(buffer, 0, read).ShouldNotContain("SIP/2.0");
                }
            }
            catch (SocketException)
            {
                // Closed with bytes unread.
            }
        }

        await using var ours = await ClientAsync(certificate);
        await ours.DialAsync(To(ours, theirs, "sip", "tls"));
        await theirs.IncomingCalls.NextAsync();
    }

    private static async Task<string> SeenAsync(SipUserAgent agent)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(agent.Endpoints[0].Address);
#pragma warning disable CA5359 // What is shown is looked at, not believed.
        await using var stream = new SslStream(new NetworkStream(socket, ownsSocket: false), false, (_, _, _, _) => true);
#pragma warning restore CA5359
        await stream.AuthenticateAsClientAsync("127.0.0.1").WaitAsync(Agents.Patience);
        return ((X509Certificate2)stream.RemoteCertificate!).Thumbprint;
    }

    private static DialRequest To(SipUserAgent from, SipUserAgent to, string scheme, string? transport) => new()
    {
        Target = new SipUri
        {
            Scheme = scheme, User = "100", Host = "127.0.0.1", Port = to.Endpoints[0].Address.Port,
            Parameters = transport is null ? SipParameters.Empty : SipParameters.Of(new SipParameter("transport", transport)),
        },
        From = new(SipUri.Of("us", "127.0.0.1", from.Endpoints[0].Address.Port)),
        Sdp = Agents.Offer,
    };

    private static Task<SipUserAgent> ServerAsync(X509Certificate2 own, TimeProvider? clock = null)
    {
        var context = Context(own);
        return Agents.StartAsync(SipProtocol.Tls, change: o => o with { Tls = new SipTls { Certificate = () => context, Roots = [own] } }, clock: clock);
    }

    private static Task<SipUserAgent> ClientAsync(X509Certificate2 root)
        => Agents.StartAsync(SipProtocol.Tls, change: o => o with { Listeners = [SipListener.Tls(IPAddress.Loopback)], Tls = new SipTls { Roots = [root] } });

    private static SslStreamCertificateContext Context(X509Certificate2 own) => SslStreamCertificateContext.Create(own, null, offline: true);

    private static X509Certificate2 Certificate(string address)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=" + address, key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Parse(address));
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        return request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
    }
}
