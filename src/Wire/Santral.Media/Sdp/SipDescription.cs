using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Santral.Media.Codecs;

namespace Santral.Media.Sdp;

/// <summary>What our descriptions say about ourselves.</summary>
internal readonly record struct LocalMedia(IPAddress Address, int Port, ulong SessionId, uint Version);

/// <summary>Writes the offers and answers of SIP legs (RFC 3264).</summary>
internal static class SipDescription
{
    internal const byte OfferedEventType = 101; // SIPp's recorded keys need exactly this number

    internal static string Offer(in LocalMedia local, MediaDirection direction)
    {
        var text = Head(local);
        Line(text, $"m=audio {local.Port} RTP/AVP 8 0 {OfferedEventType}");
        Line(text, $"a=rtpmap:8 PCMA/8000");
        Line(text, $"a=rtpmap:0 PCMU/8000");
        Events(text, OfferedEventType);
        Tail(text, local, direction, mux: false);
        return text.ToString();
    }

    /// <summary>One m-line for each of the offer's, in its order; all but the chosen one are refused by port 0 (RFC 3264 §6).</summary>
    internal static string Answer(in LocalMedia local, SessionDescription offer, SdpMedia chosen, in AudioChoice choice, MediaDirection direction)
    {
        var text = Head(local);
        foreach (var media in offer.Media)
        {
            if (media != chosen)
            {
                Line(text, $"m={media.Kind} 0 {media.Protocol} {string.Join(' ', media.Formats)}");
                continue;
            }

            Line(text, $"m=audio {local.Port} {media.Protocol} {choice.PayloadType}{(choice.EventType is { } type ? $" {type}" : "")}");
            Line(text, $"a=rtpmap:{choice.PayloadType} {(choice.Codec == AudioCodec.Pcmu ? "PCMU" : "PCMA")}/8000");
            if (choice.EventType is { } events)
            {
                Events(text, events);
            }

            Tail(text, local, direction, media.RtcpMux);
        }

        return text.ToString();
    }

    /// <summary>The direction of an answer mirrors the offer's (RFC 3264 §6.1), narrowed by what we want.</summary>
    internal static MediaDirection Mirror(MediaDirection offered, bool weHold) => offered switch
    {
        MediaDirection.SendRecv => weHold ? MediaDirection.SendOnly : MediaDirection.SendRecv,
        MediaDirection.SendOnly => weHold ? MediaDirection.Inactive : MediaDirection.RecvOnly,
        MediaDirection.RecvOnly => MediaDirection.SendOnly,
        _ => MediaDirection.Inactive,
    };

    /// <summary>The m-line to speak on: the first usable audio over plain RTP.</summary>
    internal static SdpMedia? FindAudio(SessionDescription description) => description.Media.Find(static m =>
        m is { Kind: "audio", Port: not 0, Protocol: "RTP/AVP" or "RTP/AVPF" });

    private static StringBuilder Head(in LocalMedia local)
    {
        var text = new StringBuilder(400);
        var family = local.Address.AddressFamily == AddressFamily.InterNetworkV6 ? "IP6" : "IP4";
        Line(text, $"v=0");
        Line(text, $"o=- {local.SessionId} {local.Version} IN {family} {local.Address}");
        Line(text, $"s=-");
        Line(text, $"c=IN {family} {local.Address}");
        Line(text, $"t=0 0");
        return text;
    }

    private static void Events(StringBuilder text, byte type)
    {
        Line(text, $"a=rtpmap:{type} telephone-event/8000");
        Line(text, $"a=fmtp:{type} 0-15");
    }

    private static void Tail(StringBuilder text, in LocalMedia local, MediaDirection direction, bool mux)
    {
        Line(text, $"a=ptime:20");
        if (mux)
        {
            Line(text, $"a=rtcp-mux");
        }
        else
        {
            Line(text, $"a=rtcp:{local.Port + 1}");
        }

        Line(text, $"a={Name(direction)}");
    }

    internal static string Name(MediaDirection direction) => direction switch
    {
        MediaDirection.SendRecv => "sendrecv",
        MediaDirection.SendOnly => "sendonly",
        MediaDirection.RecvOnly => "recvonly",
        _ => "inactive",
    };

    internal static void Line(StringBuilder text, FormattableString line) =>
        text.Append(line.ToString(CultureInfo.InvariantCulture)).Append("\r\n");
}
