using System.Security.Cryptography;
using Santral.Media.Dtls;
using Santral.Media.Engine;
using Santral.Media.Ice;
using Santral.Media.Native;
using Santral.Media.Rtp;
using Santral.Media.Sdp;
using Santral.Media.Srtp;

namespace Santral.Media.Legs;

/// <summary>A leg to a browser: lite ICE finds its address, DTLS its keys, SRTP carries the audio.</summary>
#pragma warning disable CA1001 // Release gives the keys back, on the media thread
internal sealed class BrowserLeg : Leg
#pragma warning restore CA1001
{
    private readonly BrowserOffer _offer;
    private readonly BrowserPorts _ports;
    private readonly DtlsThread _dtls;
    private readonly long _iceTimeoutNs;
    private readonly long _dtlsTimeoutNs;
    private UdpPort? _via;
    private SockAddr _peer;
    private SrtpSender? _sender;
    private SrtpReceiver? _receiver;
    private long _lastCheckNs;
    private long _firstCheckNs;

    internal BrowserLeg(LegId id, LegHost host, BrowserOffer offer, BrowserPorts ports, DtlsThread dtls)
        : base(id, host)
    {
        _offer = offer;
        _ports = ports;
        _dtls = dtls;
        Ice = new IceLite(host.Random);
        _iceTimeoutNs = (long)host.Options.IceTimeout.TotalNanoseconds;
        _dtlsTimeoutNs = (long)host.Options.DtlsTimeout.TotalNanoseconds;
        _lastCheckNs = host.NowNs;
    }

    internal IceLite Ice { get; }

    /// <summary>The addresses that passed a check, by which packets find this leg.</summary>
    internal List<SockAddr> Addresses { get; } = [];

    internal string PeerFingerprint => _offer.Fingerprint.Hex;

    protected internal override AudioChoice Choice => _offer.Choice;

    protected override bool Ready => _sender is not null;

    protected override bool MaySend => _offer.Audio.Direction is MediaDirection.SendRecv or MediaDirection.RecvOnly;

    protected override bool ExpectsMedia => false; // consent by ICE tells whether the browser lives

    protected override bool LivesByMedia => false;

    protected override bool IsBrowser => true;

    internal void TakeCheck(in StunReading request, in SockAddr from, UdpPort via)
    {
        Span<byte> answer = stackalloc byte[StunWriter.MaxAnswer];
        var verdict = Ice.Answer(request, from, answer, out var length);
        if (length > 0 && !via.Send(answer[..length], from))
        {
            Host.Counters.SendErrors++;
        }

        if (verdict is not (IceVerdict.Accepted or IceVerdict.Nominated))
        {
            Host.Counters.StunRefused++;
            return;
        }

        _lastCheckNs = Host.NowNs;
        if (_firstCheckNs == 0)
        {
            _firstCheckNs = _lastCheckNs;
        }

        _ports.Remember(this, from);
        if (verdict == IceVerdict.Nominated || _peer.IsNone)
        {
            _peer = from;
            _via = via;
        }
    }

    internal void TakeDtls(ReadOnlySpan<byte> datagram) => _dtls.Take(this, datagram.ToArray());

    internal void TakeMedia(Span<byte> packet)
    {
        if (_receiver is null)
        {
            return; // the browser's first packets may overtake the end of the handshake
        }

        var isRtcp = packet.Length >= 2 && packet[1] is >= 192 and <= 223;
        var length = isRtcp ? _receiver.UnprotectRtcp(packet) : _receiver.Unprotect(packet);
        if (length < 0)
        {
            Host.Counters.SrtpRefused++;
        }
        else if (isRtcp)
        {
            TakeRtcp(packet[..length], Host.NowNs);
        }
        else if (RtpHeader.TryParse(packet[..length], out var header))
        {
            TakeRtp(header, packet[..length], Host.NowNs);
        }
    }

    /// <summary>A handshake datagram that is to go out; also the goodbye after the leg was closed.</summary>
    internal void SendDtls(ReadOnlySpan<byte> datagram)
    {
        if (_via is { } via && !via.Send(datagram, _peer))
        {
            Host.Counters.SendErrors++;
        }
    }

    internal void Connected(SrtpProfile profile, in SrtpMaster ours, in SrtpMaster peers)
    {
        if (_sender is null && !IsClosed)
        {
            _sender = new SrtpSender(profile, ours);
            _receiver = new SrtpReceiver(profile, peers);
            TellConnected();
        }

        CryptographicOperations.ZeroMemory(ours.Key);
        CryptographicOperations.ZeroMemory(peers.Key);
    }

    internal void Lost(LegLoss reason)
    {
        if (!IsClosed)
        {
            Host.Counters.DtlsFailed += reason == LegLoss.DtlsFailed ? 1 : 0;
            TellLost(reason);
        }
    }

    private bool IsClosed { get; set; }

    protected override void PassTime(long nowNs)
    {
        if (nowNs - _lastCheckNs > _iceTimeoutNs)
        {
            TellLost(LegLoss.IceTimeout);
        }
        else if (_sender is null && _firstCheckNs != 0 && nowNs - _firstCheckNs > _dtlsTimeoutNs)
        {
            Lost(LegLoss.DtlsFailed);
        }
    }

    protected override bool Send(int length)
    {
        var sealedLength = _sender!.Protect(Host.Packet, length);
        return sealedLength > 0 && _via!.Send(Host.Packet.AsSpan(0, sealedLength), _peer);
    }

    protected override bool SendRtcp(int length)
    {
        var sealedLength = _sender!.ProtectRtcp(Host.Packet, length);
        return sealedLength > 0 && _via!.Send(Host.Packet.AsSpan(0, sealedLength), _peer);
    }

    protected override void Release()
    {
        IsClosed = true;
        _ports.Forget(this);
        _dtls.Close(this);
        _sender?.Dispose();
        _receiver?.Dispose();
        _sender = null;
        _receiver = null;
    }
}
