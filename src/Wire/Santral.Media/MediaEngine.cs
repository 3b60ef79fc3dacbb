using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using Santral.Media.Dtls;
using Santral.Media.Dtmf;
using Santral.Media.Engine;
using Santral.Media.Legs;
using Santral.Media.Native;
using Santral.Media.Prompts;
using Santral.Media.Recording;
using Santral.Media.Sdp;

namespace Santral.Media;

/// <summary>The media engine in this process: real sockets, one media thread, one DTLS thread.</summary>
public sealed class MediaEngine : IMediaEngine
{
    private const int MaxEventsWaiting = 100_000;
    private const int BrowserBufferBytes = 4 * 1024 * 1024;
    private readonly MediaOptions _options;
    private readonly LegHost _host;
    private readonly PortPool _pool;
    private readonly BrowserPorts _browsers;
    private readonly MediaLoop _loop;
    private readonly DtlsThread? _dtls;
    private readonly PlayListReader _plays;
    private readonly TapeWriter _tapes;
    private readonly Channel<MediaEvent> _events =
        Channel.CreateBounded<MediaEvent>(new BoundedChannelOptions(MaxEventsWaiting) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    /// <summary>Binds the browser port and starts the threads.</summary>
    /// <exception cref="InvalidOperationException">The browser port is taken by another program.</exception>
    public MediaEngine(MediaOptions options, TimeProvider time, IRandomBytes random)
    {
        _options = options;
        _host = new LegHost(options, time, random, _events.Writer);
        _pool = new PortPool(options.RtpPortFirst, options.RtpPortLast, random);
        _browsers = new BrowserPorts(_host.Counters);
        _plays = new PlayListReader(new PromptCache(options.PromptCacheBytes));
        _tapes = new TapeWriter(_host);
        BindBrowserPorts();
        _loop = new MediaLoop(_host, _browsers);
        _dtls = LibSsl.IsAvailable ? new DtlsThread(new DtlsContext(time), _host.Counters, _loop.Post, time) : null;
        _loop.Start(_dtls);
    }

    public ChannelReader<MediaEvent> Events => _events.Reader;

    public MediaMetrics Metrics => _host.Counters.Read(_pool.Free);

    public bool IsReady => !_loop.Ended.IsCompleted;

    /// <summary>The UDP port of the browsers, for the firewall's sake.</summary>
    public int BrowserPort => _browsers.Port;

    public async Task<MediaReply> AskAsync(MediaCommand command, CancellationToken stop)
    {
        try
        {
            return await DoAsync(command, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e)
        {
            _host.Counters.Fault(e);
            return new MediaReply.Refused(MediaCodes.EngineFault, e.GetType().Name);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _loop.Stop();
        await _loop.Ended;
        await _tapes.StopAsync();
        _events.Writer.TryComplete();
    }

    private Task<MediaReply> DoAsync(MediaCommand command, CancellationToken stop) => command switch
    {
        OpenSipLeg open => OpenAsync(open),
        OpenBrowserLeg open => OpenAsync(open),
        Play play => PlayAsync(play, stop),
        ConfirmPeer => OnSipLeg(command.Leg, static leg => leg.Confirm()),
        ApplyRemoteSdp { RemoteSdp: not null } apply => OnSipLeg(apply.Leg, leg => leg.Apply(apply.RemoteSdp, apply.Meaning)),
        RenewOffer renew => OnSipLeg(renew.Leg, leg => leg.MakeOffer(renew.Hold)),
        WithdrawOffer withdraw => OnSipLeg(withdraw.Leg, static leg => leg.WithdrawOffer()),
        StopPlay => OnLeg(command.Leg, static leg => leg.StopPlay(PlayEnd.Stopped)),
        Bridge bridge => _loop.AskAsync(() => Join(bridge)),
        Confer { Others: not null } confer => _loop.AskAsync(() => Join(confer)),
        Unbridge => OnLeg(command.Leg, static leg => leg.Part()),
        Mute mute => OnLeg(command.Leg, leg => leg.Muted = mute.On),
        MonitorLevels monitor => OnLeg(command.Leg, leg => leg.Monitored = monitor.On),
        SendDigits send => SendAsync(send),
        RecordLeg record => RecordAsync(record),
        PauseRecording pause => OnRecorder(pause.Leg, recorder => recorder.Paused = pause.On),
        StopRecording => OnLeg(command.Leg, static leg => leg.StopRecording(RecordingEnd.Stopped)),
        CloseLeg => OnLeg(command.Leg, _loop.Close),
        _ => Task.FromResult<MediaReply>(new MediaReply.Refused(MediaCodes.CommandUnknown)),
    };

    private Task<MediaReply> OpenAsync(OpenSipLeg open)
    {
        IPAddress? remote = null;
        IPAddress? signalling = null;
        if (open.Signalling is { } text && !IPAddress.TryParse(text, out signalling))
        {
            return Refuse(MediaCodes.AddressNotUsable, "signalling");
        }

        var family = open.Network == LegNetwork.IPv6 ? AddressFamily.InterNetworkV6 : AddressFamily.InterNetwork;
        if (open.RemoteOffer is { } offer)
        {
            if (!SdpParser.TryParse(offer, out var description, out var fault))
            {
                return Refuse(MediaCodes.SdpMalformed, fault.ToString());
            }

            remote = SipDescription.FindAudio(description)?.Connection ?? description.Connection;
            family = remote?.AddressFamily ?? family;
        }

        var isV6 = family == AddressFamily.InterNetworkV6;
        var bind = isV6 ? _options.BindV6 : _options.BindV4;
        if (bind is null || (isV6 && !Socket.OSSupportsIPv6))
        {
            return Refuse(MediaCodes.AddressFamilyUnavailable, family.ToString());
        }

        if (_pool.TryTake(bind) is not { } ports)
        {
            return Refuse(MediaCodes.NoPortFree);
        }

        var advertised = (isV6 ? _options.AdvertisedV6 : _options.AdvertisedV4)
            ?? (LocalAddress.IsAny(bind) ? Facing(remote, family) : bind);
        var leg = new SipLeg(open.Leg, _host, ports, _pool, advertised, new PeerRule(signalling, open.AwaitsAck, _options.TrustedNetworks));
        var reply = open.RemoteOffer is null ? leg.MakeOffer(hold: false) : leg.Apply(open.RemoteOffer, SdpMeaning.Offer);
        if (reply is MediaReply.Refused)
        {
            _pool.Return(ports); // no other thread has seen these sockets yet
            return Task.FromResult(reply);
        }

        return AdoptAsync(leg, reply, () => _pool.Return(ports));
    }

    private Task<MediaReply> OpenAsync(OpenBrowserLeg open)
    {
        if (_dtls is null || _browsers.Sockets.Count == 0)
        {
            return Refuse(MediaCodes.DtlsUnavailable);
        }

        if (BrowserDescription.Read(open.Offer ?? "", out var code, out var detail) is not { } offer)
        {
            return Refuse(code, detail);
        }

        var leg = new BrowserLeg(open.Leg, _host, offer, _browsers, _dtls);
        Span<byte> session = stackalloc byte[8];
        _host.Random.Fill(session);
        var local = new BrowserLocal(
            BrowserAddresses(), _browsers.Port, leg.Ice.Fragment, leg.Ice.Password, _dtls.Fingerprint, leg.Out.Ssrc, BitConverter.ToUInt64(session) >> 2);
        return AdoptAsync(leg, new MediaReply.Sdp(BrowserDescription.Answer(offer, local)), static () => { });
    }

    private async Task<MediaReply> AdoptAsync(Leg leg, MediaReply reply, Action undo)
    {
        var adopted = await _loop.AskAsync(() => _loop.Add(leg) ?? reply);
        if (adopted is MediaReply.Refused)
        {
            undo();
        }

        return adopted;
    }

    private async Task<MediaReply> PlayAsync(Play play, CancellationToken stop)
    {
        var (pieces, refusal) = await _plays.ReadAsync(play.Items, stop);
        return refusal ?? await OnLeg(play.Leg, leg => leg.Play(play.Id, pieces, play.Loop, play.StopOnDigit));
    }

    private async Task<MediaReply> RecordAsync(RecordLeg record)
    {
        if (string.IsNullOrEmpty(record.Path) || record.LimitMs < 0 || !Enum.IsDefined(record.Sides))
        {
            return new MediaReply.Refused(MediaCodes.RecordingInvalid);
        }

        var (tape, refusal) = await Task.Run(() => _tapes.Open(record));
        if (tape is null)
        {
            return refusal!;
        }

        var recorder = new Recorder(tape, _tapes, _options, record.LimitMs);
        var reply = await _loop.AskAsync(() => _loop.Find(record.Leg) switch
        {
            null => new MediaReply.Refused(MediaCodes.LegUnknown),
            var leg => leg.TryRecord(recorder, record.Id) ? new MediaReply.Done() : new MediaReply.Refused(MediaCodes.RecordingRuns),
        });
        if (reply is MediaReply.Refused)
        {
            tape.Discard();
        }

        return reply;
    }

    private Task<MediaReply> OnRecorder(LegId id, Action<Recorder> act) => _loop.AskAsync(() =>
    {
        switch (_loop.Find(id))
        {
            case null:
                return new MediaReply.Refused(MediaCodes.LegUnknown);
            case { Recorder: { } recorder }:
                act(recorder);
                return new MediaReply.Done();
            default:
                return new MediaReply.Refused(MediaCodes.RecordingNone);
        }
    });

    private MediaReply Join(Bridge bridge)
    {
        if (bridge.Leg == bridge.Other)
        {
            return new MediaReply.Refused(MediaCodes.BridgeWithItself);
        }

        if (_loop.Find(bridge.Leg) is not { } leg || _loop.Find(bridge.Other) is not { } other)
        {
            return new MediaReply.Refused(MediaCodes.LegUnknown);
        }

        leg.Join(other, bridge.PassBrowserDigits);
        return new MediaReply.Done();
    }

    private MediaReply Join(Confer confer)
    {
        LegId[] wanted = [confer.Leg, .. confer.Others];
        if (wanted.Length < 3 || wanted.Distinct().Count() != wanted.Length)
        {
            return new MediaReply.Refused(MediaCodes.BridgeWithItself);
        }

        var legs = wanted.Select(_loop.Find).OfType<Leg>().ToList();
        if (legs.Count != wanted.Length)
        {
            return new MediaReply.Refused(MediaCodes.LegUnknown);
        }

        var unheard = confer.Unheard ?? [];
        if (unheard.Any(u => !wanted.Contains(u.Speaker) || !wanted.Contains(u.Listener)))
        {
            return new MediaReply.Refused(MediaCodes.LegUnknown);
        }

        var conference = legs[0].Conference;
        if (conference is null || !conference.IsOf(legs))
        {
            conference = new Conference(_options);
            legs.ForEach(leg => leg.Enter(conference));
        }

        conference.Hide(unheard.Select(u => (_loop.Find(u.Speaker)!, _loop.Find(u.Listener)!)));
        return new MediaReply.Done();
    }

    private Task<MediaReply> SendAsync(SendDigits send)
    {
        if (string.IsNullOrEmpty(send.Digits) || send.Digits.Any(static d => DigitDetector.EventOf(d) < 0) || send.EachMs is < 40 or > 8000)
        {
            return Refuse(MediaCodes.DigitInvalid);
        }

        return _loop.AskAsync(() => _loop.Find(send.Leg) switch
        {
            null => new MediaReply.Refused(MediaCodes.LegUnknown),
            { CanSendDigits: false } => new MediaReply.Refused(MediaCodes.NoTelephoneEvent),
            var leg => leg.AddDigits(send.Digits, send.EachMs) ? new MediaReply.Done() : new MediaReply.Refused(MediaCodes.DigitInvalid, "too many"),
        });
    }

    private Task<MediaReply> OnLeg(LegId id, Action<Leg> act) => _loop.AskAsync(() =>
    {
        if (_loop.Find(id) is not { } leg)
        {
            return new MediaReply.Refused(MediaCodes.LegUnknown);
        }

        act(leg);
        return new MediaReply.Done();
    });

    private Task<MediaReply> OnSipLeg(LegId id, Func<SipLeg, MediaReply> act) => _loop.AskAsync(() => _loop.Find(id) switch
    {
        SipLeg leg => act(leg),
        null => new MediaReply.Refused(MediaCodes.LegUnknown),
        _ => new MediaReply.Refused(MediaCodes.LegWrongKind),
    });

    private void BindBrowserPorts()
    {
        var first = UdpPort.TryBind(_options.BindV4, _options.BrowserPort, BrowserBufferBytes)
            ?? throw new InvalidOperationException($"UDP port {_options.BrowserPort} for browsers is taken");
        _browsers.Sockets.Add(first);
        if (_options.BindV6 is { } v6 && Socket.OSSupportsIPv6 && UdpPort.TryBind(v6, first.Local.Port, BrowserBufferBytes) is { } second)
        {
            _browsers.Sockets.Add(second);
        }
    }

    private List<IPAddress> BrowserAddresses()
    {
        var addresses = new List<IPAddress>();
        foreach (var socket in _browsers.Sockets)
        {
            var bound = socket.Local.Address;
            var advertised = bound.AddressFamily == AddressFamily.InterNetworkV6 ? _options.AdvertisedV6 : _options.AdvertisedV4;
            addresses.AddRange(advertised is not null ? [advertised] : LocalAddress.IsAny(bound) ? LocalAddress.All(bound.AddressFamily) : [bound]);
        }

        return addresses.Count == 0 ? [IPAddress.Loopback] : addresses;
    }

    private static IPAddress Facing(IPAddress? remote, AddressFamily family) =>
        (remote is null || LocalAddress.IsAny(remote) ? LocalAddress.First(family) : LocalAddress.Facing(remote))
        ?? (family == AddressFamily.InterNetworkV6 ? IPAddress.IPv6Loopback : IPAddress.Loopback);

    private static Task<MediaReply> Refuse(string code, string detail = "") => Task.FromResult<MediaReply>(new MediaReply.Refused(code, detail));
}
