using System.Net;
using Santral.Media.Codecs;
using Santral.Media.Sdp;

namespace Santral.Media.Legs;

/// <summary>
/// Offer and answer of one SIP leg (RFC 3264): what was agreed, who holds, whether an offer of ours is open. A description that is
/// refused changes nothing.
/// </summary>
internal sealed class SipNegotiation(IPAddress local, int port, ulong sessionId, PeerRule rule)
{
    // Until an answer comes, early media may arrive in either law.
    private static readonly AudioChoice AsOffered = new(AudioCodec.Pcma, 8, SipDescription.OfferedEventType, 0, 8);
    private uint _version;
    private bool _offerOpen;
    private bool _offersHold;

    internal AudioChoice Choice { get; private set; } = AsOffered;

    internal bool RemoteKnown { get; private set; }

    internal MediaDirection RemoteDirection { get; private set; }

    /// <summary>An address of 0.0.0.0: the old way to hold (RFC 3264 §8.4).</summary>
    internal bool RemoteHasNoAddress { get; private set; }

    internal bool WeHold { get; private set; }

    internal bool RtcpMux { get; private set; }

    internal IPEndPoint? RemoteRtp { get; private set; }

    internal IPEndPoint? RemoteRtcp { get; private set; }

    internal bool PeerHolds => RemoteKnown && (RemoteHasNoAddress || RemoteDirection is MediaDirection.SendOnly or MediaDirection.Inactive);

    internal MediaReply Offer(bool hold)
    {
        if (_offerOpen)
        {
            return new MediaReply.Refused(MediaCodes.OfferOpen);
        }

        _offerOpen = true;
        _offersHold = hold;
        return new MediaReply.Sdp(SipDescription.Offer(Local(), hold ? MediaDirection.SendOnly : MediaDirection.SendRecv), PeerHolds);
    }

    internal MediaReply Withdraw()
    {
        var was = _offerOpen;
        _offerOpen = false;
        return was ? new MediaReply.Done(PeerHolds) : new MediaReply.Refused(MediaCodes.NoOfferOpen);
    }

    internal MediaReply Apply(string text, SdpMeaning meaning)
    {
        var answer = meaning == SdpMeaning.Answer || (meaning == SdpMeaning.AsExpected && _offerOpen);
        if (answer && !_offerOpen)
        {
            return new MediaReply.Refused(MediaCodes.NoOfferOpen);
        }

        if (!answer && _offerOpen)
        {
            return new MediaReply.Refused(MediaCodes.OfferOpen);
        }

        if (!SdpParser.TryParse(text, out var description, out var fault))
        {
            return new MediaReply.Refused(MediaCodes.SdpMalformed, fault.ToString());
        }

        if (SipDescription.FindAudio(description) is not { } audio)
        {
            return new MediaReply.Refused(MediaCodes.NoAudio);
        }

        if (AudioChoice.Of(audio) is not { } choice)
        {
            return new MediaReply.Refused(MediaCodes.NoCommonCodec);
        }

        var address = audio.Connection ?? description.Connection!;
        if (address.AddressFamily != local.AddressFamily)
        {
            return new MediaReply.Refused(MediaCodes.AddressFamilyUnavailable, address.AddressFamily.ToString());
        }

        if (!rule.IsUsable(address))
        {
            return new MediaReply.Refused(MediaCodes.AddressNotUsable);
        }

        Accept(audio, choice, address);
        if (answer)
        {
            _offerOpen = false;
            WeHold = _offersHold;
            return new MediaReply.Done(PeerHolds);
        }

        RtcpMux = audio.RtcpMux;
        var direction = SipDescription.Mirror(audio.Direction, WeHold);
        return new MediaReply.Sdp(SipDescription.Answer(Local(), description, audio, choice, direction), PeerHolds);
    }

    private void Accept(SdpMedia audio, in AudioChoice choice, IPAddress address)
    {
        Choice = choice;
        RemoteKnown = true;
        RemoteDirection = audio.Direction;
        RemoteHasNoAddress = Engine.LocalAddress.IsAny(address);
        RtcpMux = false;
        if (!RemoteHasNoAddress)
        {
            RemoteRtp = new IPEndPoint(address, audio.Port);
            var rtcpAddress = audio.RtcpAddress?.AddressFamily == address.AddressFamily ? audio.RtcpAddress : address;
            RemoteRtcp = new IPEndPoint(rtcpAddress, audio.RtcpPort ?? Math.Min(audio.Port + 1, IPEndPoint.MaxPort));
        }
    }

    private LocalMedia Local() => new(local, port, sessionId, ++_version);
}
