using System.Text;
using Santral.Sip.Grammar;
using Santral.Sip.Transports;
using Santral.Sip.UserAgent;

namespace Santral.ModuleTests.Calls;

/// <summary>The telephone network's side of a trunk: a registrar and switch on the loopback interface that answers with a tone.</summary>
internal sealed class Provider : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private Provider(SipUserAgent agent, int hz, IPAddress address) => (Agent, Sound) = (agent, new ToneCaller(hz, bind: address));

    public SipUserAgent Agent { get; }

    public ToneCaller Sound { get; }

    public int Port => Agent.Endpoints[0].Address.Port;

    public string Host => Agent.Endpoints[0].Address.Address.ToString();

    /// <param name="password">Of the account `santral`, where it wants registrations.</param>
    public static async Task<Provider> StartAsync(int hz = 1300, string? password = null, string host = "127.0.0.1", int port = 0)
    {
        var options = new SipOptions
        {
            Listeners = [SipListener.Udp(IPAddress.Parse(host), port)],
            Registrar = password is null ? null : new RegistrarOptions { Realm = "provider.example", Digest = new Account(password) },
        };
        var agent = new SipUserAgent(options, TimeProvider.System, new Santral.Sip.SystemRandomBytes());
        await agent.StartAsync();
        return new Provider(agent, hz, IPAddress.Parse(host));
    }

    public async Task<IncomingCall> CalledAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        return await Agent.IncomingCalls.ReadAsync(limit.Token);
    }

    public async Task AnswerAsync(IncomingCall call)
    {
        Sound.Connect(Encoding.UTF8.GetString(call.RemoteSdp.Span));
        (await call.AnswerAsync(Encoding.UTF8.GetBytes(Sound.Offer()))).ShouldBeTrue();
    }

    /// <summary>Somebody outside calls a number of the product.</summary>
    public Task<OutgoingCall> DialAsync(IPEndPoint product, string to, string from) => Agent.DialAsync(new DialRequest
    {
        Target = SipUri.Of(to, product.Address.ToString(), product.Port), From = new NameAddr(SipUri.Of(from, "provider.example")), Sdp = Encoding.UTF8.GetBytes(Sound.Offer()),
    });

    public async ValueTask DisposeAsync()
    {
        await Agent.DisposeAsync();
        await Sound.DisposeAsync();
    }

    private sealed class Account(string password) : ICheckDigest
    {
        public ValueTask<DigestSecrets?> FindAsync(string user, string realm)
            => ValueTask.FromResult(user == "santral" ? DigestSecrets.FromPassword(user, realm, password) : null);
    }
}
