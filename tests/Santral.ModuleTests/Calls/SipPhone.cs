using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Calls;
using Santral.Sip.Grammar;
using Santral.Sip.Messages;
using Santral.Sip.Transports;
using Santral.Sip.UserAgent;

namespace Santral.ModuleTests.Calls;

/// <summary>A telephone that calls the product by SIP and RTP over the loopback interface.</summary>
internal sealed class SipPhone : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SipUserAgent _agent;
    private readonly IPEndPoint _product;

    private SipPhone(SipUserAgent agent, ToneCaller sound, IPEndPoint product) => (_agent, Sound, _product) = (agent, sound, product);

    public ToneCaller Sound { get; }

    public int ProductPort => _product.Port;

    public static async Task<SipPhone> StartAsync(Installation installation, int hz = 600, SipProtocol protocol = SipProtocol.Udp, bool v6 = false)
    {
        var address = v6 ? IPAddress.IPv6Loopback : IPAddress.Loopback;
        var agent = new SipUserAgent(
            new SipOptions { Listeners = [new SipListener(protocol, new IPEndPoint(address, 0))] }, TimeProvider.System, new Santral.Sip.SystemRandomBytes());
        await agent.StartAsync();
        var product = installation.Services.GetRequiredService<ICallsEndpoints>().Sip.First(e => e.Address.Equals(address));
        return new SipPhone(agent, new ToneCaller(hz, bind: address), product);
    }

    /// <summary>Dials; <paramref name="from"/> null hides the number, an empty description asks for the product's.</summary>
    public async Task<OutgoingCall> DialAsync(string to, string? from = "+905321112233", string? sdp = null)
    {
        var target = SipUri.Of(to, HostPort.HostOf(_product.Address), _product.Port);
        if (_agent.Endpoints[0].Protocol == SipProtocol.Tcp)
        {
            target = target with { Parameters = SipParameters.Of(new SipParameter("transport", "tcp")) };
        }

        return await _agent.DialAsync(new DialRequest
        {
            Target = target,
            From = new NameAddr(from is null ? "Anonymous" : null, SipUri.Of(from ?? "anonymous", from is null ? "anonymous.invalid" : "127.0.0.1"), SipParameters.Empty),
            Sdp = Encoding.UTF8.GetBytes(sdp ?? Sound.Offer()),
        });
    }

    /// <summary>Dials and waits until the menu has answered and sound flows.</summary>
    public async Task<OutgoingCall> CallAsync(string to, string? from = "+905321112233")
    {
        var call = await DialAsync(to, from);
        var answered = await UntilAsync<SipCallEvent.Answered>(call);
        Sound.Connect(Encoding.UTF8.GetString(answered.Sdp.Span));
        return call;
    }

    /// <summary>Registers as an agent's desk phone; the demo's phones have the password `demo`.</summary>
    public async Task<TrunkRegistration> RegisterAsync(string user)
    {
        var (registration, isRegistered) = await TryRegisterAsync(user, "demo");
        isRegistered.ShouldBeTrue();
        return registration;
    }

    /// <summary>Whether the product took it.</summary>
    public async Task<(TrunkRegistration Registration, bool IsRegistered)> TryRegisterAsync(string user, string password)
    {
        var registration = await _agent.RegisterAsync(new TrunkAccount
        {
            Registrar = new SipUri { Scheme = "sip", Host = _product.Address.ToString(), Port = _product.Port },
            Address = SipUri.Of(user, _product.Address.ToString()),
            Credentials = new DigestCredentials(user, password),
        });
        using var limit = new CancellationTokenSource(Patience);
        return (registration, (await registration.Changes.ReadAsync(limit.Token)).IsRegistered);
    }

    /// <summary>Takes the place of another phone in its call (RFC 3891), proving to be this user where asked.</summary>
    public Task<OutgoingCall> TakeOverAsync(SipCall call, string user) => _agent.DialAsync(new DialRequest
    {
        Target = SipUri.Of("santral", _product.Address.ToString(), _product.Port),
        From = new NameAddr(SipUri.Of(user, "santral")),
        Sdp = Encoding.UTF8.GetBytes(Sound.Offer()),
        Credentials = new DigestCredentials(user, "demo"),
        Headers = [new SipHeader(SipNames.Replaces, new Replaces(call.CallId, call.RemoteTag!, call.LocalTag, EarlyOnly: false).ToString())],
    });

    /// <summary>Dials as a desk phone does, proving to be this user; a second call has a sound of its own.</summary>
    public Task<OutgoingCall> DialAsUserAsync(string to, string user, string password = "demo", ToneCaller? sound = null) => _agent.DialAsync(new DialRequest
    {
        Target = SipUri.Of(to, _product.Address.ToString(), _product.Port),
        From = new NameAddr(SipUri.Of(user, "santral")),
        Sdp = Encoding.UTF8.GetBytes((sound ?? Sound).Offer()),
        Credentials = new DigestCredentials(user, password),
    });

    /// <summary>The next call that rings here.</summary>
    public async Task<IncomingCall> RungAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        return await _agent.IncomingCalls.ReadAsync(limit.Token);
    }

    /// <summary>Lifts the handset.</summary>
    public async Task LiftAsync(IncomingCall call)
    {
        Sound.Connect(Encoding.UTF8.GetString(call.RemoteSdp.Span));
        (await call.AnswerAsync(Encoding.UTF8.GetBytes(Sound.Offer()))).ShouldBeTrue();
    }

    public static async Task<T> UntilAsync<T>(SipCall call)
        where T : SipCallEvent
    {
        using var limit = new CancellationTokenSource(Patience);
        await foreach (var happened in call.Events.ReadAllAsync(limit.Token))
        {
            if (happened is T wanted)
            {
                return wanted;
            }
        }

        throw new InvalidOperationException($"The call ended without {typeof(T).Name}.");
    }

    public async ValueTask DisposeAsync()
    {
        await _agent.DisposeAsync();
        await Sound.DisposeAsync();
    }
}
