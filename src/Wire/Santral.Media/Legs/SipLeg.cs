using System.Net;
using Santral.Media.Engine;
using Santral.Media.Native;
using Santral.Media.Rtp;
using Santral.Media.Sdp;

namespace Santral.Media.Legs;

/// <summary>A leg over plain RTP with a port pair of its own.</summary>
internal sealed class SipLeg : Leg
{
    private readonly PortPool _pool;
    private readonly SipNegotiation _negotiation;
    private readonly SourceLatch _latch;
    private readonly PeerRule _rule;
    private bool _trusted;
    private SockAddr _rtcpSource;
    private SockAddr _rtcpAnnounced;

    internal SipLeg(LegId id, LegHost host, PortPair ports, PortPool pool, IPAddress advertised, PeerRule rule)
        : base(id, host)
    {
        Ports = ports;
        _pool = pool;
        _rule = rule;
        _latch = new SourceLatch(host.Options.RelatchAfter, rule.Signalling);
        Span<byte> session = stackalloc byte[8];
        host.Random.Fill(session);
        _negotiation = new SipNegotiation(advertised, ports.Rtp.Local.Port, BitConverter.ToUInt64(session) >> 2, rule);
    }

    internal PortPair Ports { get; }

    protected internal override AudioChoice Choice => _negotiation.Choice;

    protected override bool Ready => _negotiation.RemoteKnown && !_latch.Destination.IsNone
        && (!_rule.AwaitsAck || _trusted || _latch.Destination.SameHost(_rule.Signalling));

    /// <summary>Until the ACK the caller's ear is not there yet; later nothing may wait for it, or a call without an address would never end.</summary>
    protected override bool PlaysUnheard => !_rule.AwaitsAck;

    protected override bool MaySend =>
        !_negotiation.RemoteHasNoAddress && _negotiation.RemoteDirection is MediaDirection.SendRecv or MediaDirection.RecvOnly;

    protected override bool ExpectsMedia => _negotiation is { RemoteKnown: true, WeHold: false, RemoteHasNoAddress: false }
        && _negotiation.RemoteDirection is MediaDirection.SendRecv or MediaDirection.SendOnly;

    internal MediaReply MakeOffer(bool hold) => _negotiation.Offer(hold);

    internal MediaReply Confirm()
    {
        _rule.Confirm();
        return new MediaReply.Done();
    }

    internal MediaReply WithdrawOffer() => _negotiation.Withdraw();

    internal MediaReply Apply(string sdp, SdpMeaning meaning)
    {
        var reply = _negotiation.Apply(sdp, meaning);
        if (reply is MediaReply.Refused || _negotiation.RemoteRtp is not { } rtp)
        {
            return reply;
        }

        _latch.Announce(SockAddr.From(rtp), _rule.MayBeAt(rtp.Address));
        _trusted = _rule.IsTrusted(rtp.Address);
        _rtcpAnnounced = SockAddr.From(_negotiation.RemoteRtcp!);
        ExpectMediaFrom(Host.NowNs);
        return reply;
    }

    internal void TakeFromRtpPort(ReadOnlySpan<byte> packet, in SockAddr from)
    {
        if (packet.Length >= 2 && packet[1] is >= 192 and <= 223)
        {
            TakeFromRtcpPort(packet, from); // RFC 5761 §4: the packet type tells RTCP on a shared port
            return;
        }

        if (!RtpHeader.TryParse(packet, out var header))
        {
            Host.Counters.MalformedRtp++;
            return;
        }

        var now = Host.NowNs;
        var speaksOurs = Choice.TryCodec(header.PayloadType, out _) || header.PayloadType == Choice.EventType;
        if (!(speaksOurs || _latch.IsLatched) || !_latch.Accept(from, header.Ssrc, header.Sequence, now))
        {
            Host.Counters.StrangeSource++;
            return;
        }

        TakeRtp(header, packet, now);
    }

    internal void TakeFromRtcpPort(ReadOnlySpan<byte> packet, in SockAddr from)
    {
        if (!from.SameHost(_latch.Destination))
        {
            Host.Counters.StrangeSource++;
            return;
        }

        _rtcpSource = from;
        TakeRtcp(packet, Host.NowNs);
    }

    protected override bool Send(int length) => Ports.Rtp.Send(Host.Packet.AsSpan(0, length), _latch.Destination);

    protected override bool SendRtcp(int length)
    {
        var packet = Host.Packet.AsSpan(0, length);
        var media = _latch.Destination;
        if (_negotiation.RtcpMux)
        {
            return Ports.Rtp.Send(packet, media);
        }

        var to = !_rtcpSource.IsNone && _rtcpSource.SameHost(media) ? _rtcpSource
            : _rtcpAnnounced.SameHost(media) ? _rtcpAnnounced
            : media.WithPort(media.Port + 1);
        return Ports.Rtcp.Send(packet, to);
    }

    protected override void Release() => _pool.Return(Ports);
}
