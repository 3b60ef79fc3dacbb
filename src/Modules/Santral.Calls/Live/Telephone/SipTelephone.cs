using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Santral.Calls.Live.Outside;
using Santral.Contracts.Calls;
using Santral.Contracts.Identity;
using Santral.Media;
using Santral.Sip.Messages;
using Santral.Sip.Transports;
using Santral.Sip.UserAgent;

namespace Santral.Calls.Live.Telephone;

/// <summary>The telephone itself: listens for SIP, admits callers and hands each to his own call.</summary>
internal sealed partial class SipTelephone(
    CallsOptions options, LiveCalls live, CalledNumbers numbers, DeskPhones desks, MediaDesk media, HoldMusic music, CallsMeter meter,
    KnownSources sources, InviteRule invites, ReplacedCalls replaced, PhoneDialling dialling, TrunkHandOver handOver, TimeProvider clock, ILogger<SipTelephone> log) : IHostedService, ICallsEndpoints, ISipLog, IAsyncDisposable
{
    private const int TriesForAFreePort = 20;
    private static readonly SipHeader RetrySoon = new("Retry-After", "5");

    private readonly CancellationTokenSource _stop = new();
    private SipUserAgent? _sip;
    private SipTls? _tls;
    private Task _work = Task.CompletedTask;

    /// <summary>Null while it does not listen.</summary>
    public SipUserAgent? Agent => _sip;

    public IReadOnlyList<IPEndPoint> Sip
        => _sip is { } sip ? [.. sip.Endpoints.Where(e => e.Protocol == SipProtocol.Udp).Select(e => e.Address)] : [];

    public IReadOnlyList<IPEndPoint> SipTls
        => _tls?.Certificate is not null && _sip is { } sip ? [.. sip.Endpoints.Where(e => e.Protocol == SipProtocol.Tls).Select(e => e.Address)] : [];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        music.Prepare();
        _tls = TlsFiles.Open(options, log);
        var sip = await ListenAsync(cancellationToken);
        _sip = sip;
        Count(sip.Counters);
        _work = Task.WhenAll(AdmitAsync(sip), desks.FollowAsync(sip, _stop.Token));
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await live.EndAllAsync();
        await _stop.CancelAsync();
        if (_sip is { } sip)
        {
            _sip = null;
            await sip.DisposeAsync();
        }

        await _work.ContinueWith(_ => { }, TaskScheduler.Default);
    }

    public async ValueTask DisposeAsync()
    {
        if (_sip is { } sip)
        {
            await sip.DisposeAsync();
        }

        _stop.Dispose();
    }

    void ISipLog.Fault(string where, Exception error) => SipFailed(log, error, where);

    private async Task<SipUserAgent> ListenAsync(CancellationToken stop)
    {
        for (var tries = 1; ; tries++)
        {
            var port = options.SipPort != 0 ? options.SipPort : FreePort(options.Bind);
            var sip = new SipUserAgent(OptionsFor(port), clock, new Santral.Sip.SystemRandomBytes());
            try
            {
                await sip.StartAsync(stop);
                return sip;
            }
            catch (SocketException error)
            {
                await sip.DisposeAsync();
                if (options.SipPort != 0 || tries == TriesForAFreePort)
                {
                    throw new InvalidOperationException(
                        $"SIP cannot listen on {options.Bind}:{port}{(_tls?.Certificate is null ? "" : $" and :{options.SipTlsPort} (TLS)")} ({error.SocketErrorCode}); another program may use it. "
                        + "Choose another port by SANTRAL_SIP_PORT or SANTRAL_SIP_TLS_PORT.",
                        error);
                }
            }
        }
    }

    private SipOptions OptionsFor(int port) => new()
    {
        Listeners = [.. options.Addresses.SelectMany(address => Listeners(address, port))],
        Registrar = new RegistrarOptions { Realm = IAuthenticateSip.Realm, Digest = desks },
        Sources = sources,
        AuthorizeInvite = invites,
        Tls = _tls,

        // Our own limit answers first; this one is for the time in which the application does not look.
        Admission = new AdmissionLimits { ConcurrentCalls = options.MaxCalls * 2 },
        Log = this,
    };

    private IEnumerable<SipListener> Listeners(IPAddress address, int port)
    {
        var advertised = options.PublicAddress is { } known && known.AddressFamily == address.AddressFamily ? known.ToString() : null;
        var endpoint = new IPEndPoint(address, port);
        var secure = new IPEndPoint(address, options.SipPort == 0 && _tls?.Certificate is not null ? 0 : options.SipTlsPort);
        return
        [
            new SipListener(SipProtocol.Udp, endpoint, advertised), new SipListener(SipProtocol.Tcp, endpoint, advertised),
            new SipListener(SipProtocol.Tls, secure, advertised),
        ];
    }

    /// <summary>UDP and TCP share one number, so the system is asked for one that is free and all listeners try it.</summary>
    private static int FreePort(IPAddress address)
    {
        using var probe = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        probe.Bind(new IPEndPoint(address, 0));
        return ((IPEndPoint)probe.LocalEndPoint!).Port;
    }

    private async Task AdmitAsync(SipUserAgent sip)
    {
        await foreach (var call in sip.IncomingCalls.ReadAllAsync(_stop.Token))
        {
            // Each on its own: a slow database or a full engine delays its own caller only.
            _ = TakeAsync(call);
        }
    }

    private async Task TakeAsync(IncomingCall call)
    {
        try
        {
            if (call.Replaces is not null)
            {
                await replaced.TakeAsync(call);
                return;
            }

            var called = numbers.Find(call.RequestUser);
            if (called is null && call.AuthenticatedUser is null)
            {
                meter.Refused("unknown_number");
                await call.RefuseAsync(404);
                return;
            }

            if (!live.HasRoom)
            {
                meter.Refused("overloaded");
                await call.RefuseAsync(503, null, RetrySoon);
                return;
            }

            var leg = media.NewLeg();
            var source = call.Source.Remote;
            var reply = await media.AskAsync(new OpenSipLeg(
                leg, SipAudio.Text(call.RemoteSdp), SipAudio.NetworkOf(source), source.Address.ToString(), AwaitsAck: true));
            if (reply is not MediaReply.Sdp sdp)
            {
                await RefuseForMediaAsync(call, reply);
                return;
            }

            if (called is null)
            {
                await dialling.TakeAsync(call, leg, SipAudio.Bytes(sdp.LocalSdp));
                return;
            }

            await call.RingAsync();
            PhoneNumber? calling = PhoneNumber.TryRead(call.Caller.Number, called.Unit.Region, out var number) ? number : null;
            var caller = new SipCaller(call, leg, SipAudio.Bytes(sdp.LocalSdp), media, replaced, handOver);
            var line = live.Start(
                new Arrival(Id.New<CallId>(clock), called.Number, calling, called.Unit.Code, called.Unit.Language, live.NextArrival()), caller, transcript: null);
            await caller.FollowAsync(line);
        }
        catch (Exception error)
        {
            TakeFailed(log, error);
            await call.HangUpAsync();
        }
    }

    private async Task RefuseForMediaAsync(IncomingCall call, MediaReply reply)
    {
        var code = (reply as MediaReply.Refused)?.Code;
        if (code is MediaCodes.NoPortFree or MediaCodes.EngineClosed or MediaCodes.EngineFault)
        {
            meter.Refused("no_port");
            await call.RefuseAsync(503, null, RetrySoon);
            return;
        }

        // RFC 3261 §21.4.26: the description is understood but nothing in it suits us; a broken one is a bad request.
        meter.Refused("sdp");
        await call.RefuseAsync(code == MediaCodes.SdpMalformed ? 400 : 488);
    }

    private void Count(Santral.Sip.SipCounters counters)
    {
        meter.WatchCount("santral.sip.malformed", () => counters.Malformed);
        foreach (var counter in Enum.GetValues<Santral.Sip.SipCounter>())
        {
            meter.WatchCount($"santral.sip.{JsonNamingPolicy.SnakeCaseLower.ConvertName(counter.ToString())}", () => counters[counter]);
        }
    }

    [LoggerMessage(LogLevel.Error, "Taking a call failed")]
    private static partial void TakeFailed(ILogger log, Exception error);

    [LoggerMessage(LogLevel.Error, "SIP failed in {Where}")]
    private static partial void SipFailed(ILogger log, Exception error, string where);
}
