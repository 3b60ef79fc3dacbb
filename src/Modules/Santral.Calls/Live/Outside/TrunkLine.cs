using System.Net;
using Microsoft.Extensions.Logging;
using Santral.Calls.Domain;
using Santral.Sip.Grammar;
using Santral.Sip.Transports;
using Santral.Sip.UserAgent;

namespace Santral.Calls.Live.Outside;

/// <summary>A trunk that runs: keeps its registration up, asks whether it is there, knows where its calls come from.</summary>
internal sealed partial class TrunkLine(
    Trunk trunk, string? password, SipUserAgent sip, ISipResolver resolver, TimeProvider clock, ILogger log) : IAsyncDisposable
{
    private static readonly TimeSpan PingWithin = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan ResolveAgain = TimeSpan.FromMinutes(5);

    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private volatile IReadOnlyList<IPNetwork> _networks = [];
    private TrunkHealth _health = new() { Standing = trunk.IsPaused ? TrunkStanding.Paused : TrunkStanding.Unknown, Since = clock.GetUtcNow() };
    private Task _work = Task.CompletedTask;
    private int _calls;
    private long _restsUntil;

    public Trunk Trunk => trunk;

    public TrunkHealth Health
    {
        get
        {
            lock (_gate)
            {
                return _health;
            }
        }
    }

    /// <summary>Calls out over it just now.</summary>
    public int Calls => Volatile.Read(ref _calls);

    public string Domain => trunk.Domain ?? trunk.Host;

    public DigestCredentials? Credentials => password is null ? null : new DigestCredentials(trunk.AuthUser ?? trunk.User ?? "", password);

    /// <summary>Where requests to it are sent.</summary>
    public SipUri Address => WithTransport(new SipUri { Scheme = "sip", Host = trunk.Host, Port = trunk.Port });

    /// <summary>Set when the numbers called belong to another name than the host that takes them.</summary>
    public SipUri? Proxy => Domain.Equals(trunk.Host, StringComparison.OrdinalIgnoreCase) ? null : Address;

    public void Start()
    {
        if (!trunk.IsPaused)
        {
            _work = Task.WhenAll(ResolveAsync(), AskAsync(), trunk.Kind == TrunkKind.Registration ? RegisterAsync() : Task.CompletedTask);
        }
    }

    /// <summary>Whether a request from this address may be one of its calls.</summary>
    public bool Has(IPAddress source)
    {
        if (!trunk.TakesIn || trunk.IsPaused)
        {
            return false;
        }

        foreach (var network in _networks)
        {
            if (network.Contains(source))
            {
                return true;
            }
        }

        return false;
    }

    public SipUri UriOf(string user)
        => WithTransport(SipUri.Of(user, Domain, Proxy is null ? trunk.Port : null));

    /// <summary>False when it has as many calls as it may, or asked to be left alone for a while.</summary>
    public bool TryTake()
    {
        if (Volatile.Read(ref _restsUntil) > clock.GetUtcNow().UtcTicks)
        {
            return false;
        }

        if (Interlocked.Increment(ref _calls) <= trunk.MostCalls)
        {
            return true;
        }

        Interlocked.Decrement(ref _calls);
        return false;
    }

    public void Give() => Interlocked.Decrement(ref _calls);

    /// <summary>It answered 503 with Retry-After (RFC 3261 §20.33).</summary>
    public void Rest(TimeSpan length) => Volatile.Write(ref _restsUntil, (clock.GetUtcNow() + length).UtcTicks);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private SipUri WithTransport(SipUri uri)
        => trunk.Transport switch
        {
            TrunkTransport.Tcp => uri with { Parameters = SipParameters.Of(new SipParameter("transport", "tcp")) },
            TrunkTransport.Tls => uri with { Parameters = SipParameters.Of(new SipParameter("transport", "tls")) },
            _ => uri,
        };

    /// <summary>The networks it was given, and the addresses that its host has now.</summary>
    private async Task ResolveAsync()
    {
        _ = TrunkNetworks.TryRead(trunk.Networks, out var given);
        _networks = given;
        while (!_stop.IsCancellationRequested)
        {
            var found = await resolver.ResolveAsync(trunk.Host);
            if (found.Count > 0)
            {
                _networks = [.. given, .. found.Select(a => new IPNetwork(a, a.GetAddressBytes().Length * 8))];
            }

            await Task.Delay(found.Count > 0 ? ResolveAgain : PingWithin, clock, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task AskAsync()
    {
        if (trunk.AsksEvery == TimeSpan.Zero)
        {
            return;
        }

        var from = new NameAddr(SipUri.Of(trunk.User ?? "santral", Domain));
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var code = await sip.PingAsync(Address, from, PingWithin, _stop.Token);
                Note(h => h.Asked(trunk.Kind, code, clock.GetUtcNow()));
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Task.Delay(trunk.AsksEvery, clock, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RegisterAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await using var registration = await sip.RegisterAsync(new TrunkAccount
                {
                    Registrar = WithTransport(new SipUri { Scheme = "sip", Host = Domain, Port = Proxy is null ? trunk.Port : null }),
                    Address = SipUri.Of(trunk.User ?? "", Domain),
                    Credentials = Credentials,
                    Proxy = Proxy,
                    Expires = trunk.Registers,
                });
                await foreach (var state in registration.Changes.ReadAllAsync(_stop.Token))
                {
                    Note(h => h.Registered(trunk.Kind, state.IsRegistered, state.Code, state.Reason, clock.GetUtcNow()));
                }
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (SipUnreachableException)
            {
                Note(h => h.Registered(trunk.Kind, false, 0, "Unreachable", clock.GetUtcNow()));
                await Task.Delay(PingWithin, clock, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private void Note(Func<TrunkHealth, TrunkHealth> change)
    {
        lock (_gate)
        {
            var before = _health;
            _health = change(before);
            if (_health.Standing != before.Standing)
            {
                Stands(log, trunk.Name, _health.Standing, _health.Code);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Trunk {Trunk} is {Standing} now (status {Code})")]
    private static partial void Stands(ILogger log, string trunk, TrunkStanding standing, int code);
}
