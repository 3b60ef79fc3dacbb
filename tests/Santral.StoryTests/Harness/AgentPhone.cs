using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Santral.Sip;
using Santral.Sip.Grammar;
using Santral.Sip.Transports;
using Santral.Sip.UserAgent;

namespace Santral.StoryTests.Harness;

/// <summary>An agent's desk phone by real SIP and RTP: registers, and lifts whoever rings.</summary>
public sealed class AgentPhone : IAsyncDisposable
{
    private readonly SipUserAgent _agent = new(new SipOptions { Listeners = [SipListener.Udp(IPAddress.Loopback, 0)] }, TimeProvider.System, new SystemRandomBytes());
    private readonly ToneCaller _voice = new(1000);
    private readonly int _sipPort;
    private readonly string _user;
    private readonly string _secret;
    private readonly ConcurrentDictionary<SipCall, byte> _calls = new();
    private TrunkRegistration? _registration;
    private Task _lifting = Task.CompletedTask;

    private AgentPhone(int sipPort, string user, string secret) => (_sipPort, _user, _secret) = (sipPort, user, secret);

    /// <summary>Conversations that go on.</summary>
    public int Talks => _calls.Count;

    /// <summary>It hangs up as soon as it was heard that it was lifted.</summary>
    public bool IsBrief { get; set; }

    /// <summary>Who was lifted, in order.</summary>
    public ConcurrentQueue<string> Lifted { get; } = new();

    public static async Task<AgentPhone> StartAsync(int sipPort, string user, string secret, CancellationToken stop)
    {
        var phone = new AgentPhone(sipPort, user, secret);
        await phone._agent.StartAsync(stop);
        phone._lifting = phone.LiftAllAsync();
        await phone.RegisterAsync(stop);
        return phone;
    }

    /// <summary>As a phone does that finds its exchange again.</summary>
    public async Task RegisterAsync(CancellationToken stop)
    {
        if (_registration is { } old)
        {
            await old.DisposeAsync();
        }

        _registration = await _agent.RegisterAsync(new TrunkAccount
        {
            Registrar = new SipUri { Scheme = "sip", Host = "127.0.0.1", Port = _sipPort },
            Address = SipUri.Of(_user, "127.0.0.1"),
            Credentials = new DigestCredentials(_user, _secret),
        });
        if (!(await _registration.Changes.ReadAsync(stop)).IsRegistered)
        {
            throw new InvalidOperationException($"{_user} was not registered.");
        }
    }

    /// <summary>Ends conversations of which the exchange knows nothing any more.</summary>
    public Task HangUpAsync() => Task.WhenAll(_calls.Keys.Select(c => c.HangUpAsync()));

    public async ValueTask DisposeAsync()
    {
        if (_registration is { } registration)
        {
            await registration.DisposeAsync();
        }

        await _agent.DisposeAsync();
        await _lifting;
        await _voice.DisposeAsync();
    }

    private async Task LiftAllAsync()
    {
        await foreach (var call in _agent.IncomingCalls.ReadAllAsync())
        {
            _ = LiftAsync(call);
        }
    }

    private async Task LiftAsync(IncomingCall call)
    {
        _voice.Connect(Encoding.UTF8.GetString(call.RemoteSdp.Span));
        _calls[call] = 0;
        Lifted.Enqueue(call.Caller.Number ?? "");
        await call.AnswerAsync(Encoding.UTF8.GetBytes(_voice.Offer()));
        await foreach (var happened in call.Events.ReadAllAsync())
        {
            if (happened is SipCallEvent.Acked && IsBrief)
            {
                await call.HangUpAsync();
            }
        }

        _calls.TryRemove(call, out _);
    }
}
