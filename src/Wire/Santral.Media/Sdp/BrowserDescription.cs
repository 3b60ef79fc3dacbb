using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Santral.Media.Sdp;

/// <summary>What a browser's offer gives us, once it was found usable.</summary>
internal sealed record BrowserOffer(SessionDescription Description, SdpMedia Audio, AudioChoice Choice, SdpFingerprint Fingerprint);

/// <summary>What our answer says about our end.</summary>
internal readonly record struct BrowserLocal(
    IReadOnlyList<IPAddress> Addresses, int Port, string IceFragment, string IcePassword, string Fingerprint, uint Ssrc, ulong SessionId);

/// <summary>
/// Answers a browser's offer with µ-law and telephone-event only, lite ICE, passive DTLS. The lines are those that Chromium was
/// seen to accept.
/// </summary>
internal static class BrowserDescription
{
    private const string StreamName = "santral";

    /// <summary>Null and the refusal code when the offer is not one of a browser that speaks G.711.</summary>
    internal static BrowserOffer? Read(string text, out string code, out string detail)
    {
        code = MediaCodes.SdpMalformed;
        detail = "";
        if (!SdpParser.TryParse(text, out var description, out var fault))
        {
            detail = fault.ToString();
            return null;
        }

        var audio = description.Media.Find(static m => m is { Kind: "audio", Port: not 0 });
        if (audio is null)
        {
            code = MediaCodes.NoAudio;
            return null;
        }

        var fingerprint = audio.Fingerprint ?? description.Fingerprint;
        var setup = audio.Setup ?? description.Setup;
        code = MediaCodes.OfferNotWebRtc;
        if (audio.Protocol is not ("UDP/TLS/RTP/SAVPF" or "UDP/TLS/RTP/SAVP"))
        {
            detail = "protocol";
            return null;
        }

        if (fingerprint is not { Algorithm: "sha-256", Hex.Length: 95 } || (audio.IceFragment ?? description.IceFragment) is null)
        {
            detail = "fingerprint or ice-ufrag";
            return null;
        }

        if (setup is not ("actpass" or "active") || !audio.RtcpMux)
        {
            detail = "setup or rtcp-mux";
            return null;
        }

        if (AudioChoice.Of(audio, onlyMu: true) is not { } choice)
        {
            code = MediaCodes.NoCommonCodec;
            return null;
        }

        return new BrowserOffer(description, audio, choice, fingerprint.Value);
    }

    internal static string Answer(BrowserOffer offer, in BrowserLocal local)
    {
        var text = new StringBuilder(1200);
        Line(text, $"v=0");
        Line(text, $"o=- {local.SessionId} 1 IN IP4 127.0.0.1");
        Line(text, $"s=-");
        Line(text, $"t=0 0");
        Line(text, $"a=ice-lite");
        if (offer.Audio.Mid is { } bundled && offer.Description.Bundle.Contains(bundled))
        {
            Line(text, $"a=group:BUNDLE {bundled}");
        }

        Line(text, $"a=msid-semantic: WMS {StreamName}");
        foreach (var media in offer.Description.Media)
        {
            if (media == offer.Audio)
            {
                Audio(text, offer, local);
                continue;
            }

            // RFC 3264 §6: a refused line keeps its place and gets port 0.
            Line(text, $"m={media.Kind} 0 {media.Protocol} {string.Join(' ', media.Formats)}");
            Line(text, $"c=IN IP4 0.0.0.0");
            if (media.Mid is { } mid)
            {
                Line(text, $"a=mid:{mid}");
            }

            Line(text, $"a=inactive");
        }

        return text.ToString();
    }

    private static void Audio(StringBuilder text, BrowserOffer offer, in BrowserLocal local)
    {
        var type = offer.Choice.PayloadType;
        Line(text, $"m=audio {local.Port} {offer.Audio.Protocol} {type}{(offer.Choice.EventType is { } number ? $" {number}" : "")}");
        var first = local.Addresses[0];
        Line(text, $"c=IN {(first.AddressFamily == AddressFamily.InterNetworkV6 ? "IP6" : "IP4")} {first}");
        Line(text, $"a=ice-ufrag:{local.IceFragment}");
        Line(text, $"a=ice-pwd:{local.IcePassword}");
        Line(text, $"a=fingerprint:sha-256 {local.Fingerprint}");
        Line(text, $"a=setup:passive");
        if (offer.Audio.Mid is { } mid)
        {
            Line(text, $"a=mid:{mid}");
        }

        Line(text, $"a={SipDescription.Name(SipDescription.Mirror(offer.Audio.Direction, weHold: false))}");
        Line(text, $"a=msid:{StreamName} audio0");
        Line(text, $"a=rtcp-mux");
        Line(text, $"a=rtpmap:{type} PCMU/8000");
        if (offer.Choice.EventType is { } events)
        {
            Line(text, $"a=rtpmap:{events} telephone-event/8000");
            Line(text, $"a=fmtp:{events} 0-15");
        }

        Line(text, $"a=ptime:20");
        Line(text, $"a=ssrc:{local.Ssrc} cname:{StreamName}");

        // RFC 8445 §5.1.2.1: host type preference 126; one component since RTCP is multiplexed.
        for (var i = 0; i < local.Addresses.Count; i++)
        {
            var priority = (126u << 24) | ((65535u - (uint)i) << 8) | 255u;
            Line(text, $"a=candidate:{i + 1} 1 udp {priority} {local.Addresses[i]} {local.Port} typ host");
        }

        Line(text, $"a=end-of-candidates");
    }

    private static void Line(StringBuilder text, FormattableString line) => SipDescription.Line(text, line);
}
