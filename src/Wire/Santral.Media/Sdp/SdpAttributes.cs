using System.Net;

namespace Santral.Media.Sdp;

/// <summary>Reads the a-lines that we know; a known one that is wrong makes the description malformed, unknown ones do not count.</summary>
internal static class SdpAttributes
{
    internal static bool Take(ReadOnlySpan<char> line, SessionDescription description, SdpMedia? media)
    {
        var colon = line.IndexOf(':');
        var name = colon < 0 ? line : line[..colon];
        var value = colon < 0 ? default : line[(colon + 1)..];
        switch (name)
        {
            case "sendrecv":
                return Direct(MediaDirection.SendRecv, description, media);
            case "sendonly":
                return Direct(MediaDirection.SendOnly, description, media);
            case "recvonly":
                return Direct(MediaDirection.RecvOnly, description, media);
            case "inactive":
                return Direct(MediaDirection.Inactive, description, media);
            case "rtpmap":
                return media is null || TryMap(value, media);
            case "ptime":
                return TryPacketTime(value, media);
            case "rtcp":
                return media is null || TryRtcp(value, media);
            case "rtcp-mux":
                media?.RtcpMux = true;
                return true;
            case "ice-ufrag":
                return value.Length is >= 4 and <= 256 && Keep(value, description, media, static (d, v) => d.IceFragment = v, static (m, v) => m.IceFragment = v);
            case "ice-pwd":
                return value.Length is >= 22 and <= 256 && Keep(value, description, media, static (d, v) => d.IcePassword = v, static (m, v) => m.IcePassword = v);
            case "setup":
                return Keep(value, description, media, static (d, v) => d.Setup = v, static (m, v) => m.Setup = v);
            case "mid":
                return Keep(value, description, media, null, static (m, v) => m.Mid = v);
            case "fingerprint":
                return TryFingerprint(value, description, media);
            case "group":
                return TryGroup(value, description, media);
            default:
                return true;
        }
    }

    private static bool Direct(MediaDirection direction, SessionDescription description, SdpMedia? media)
    {
        if (media is null)
        {
            description.Direction = direction;
        }
        else
        {
            media.Direction = direction;
        }

        return true;
    }

    private static bool Keep(
        ReadOnlySpan<char> value, SessionDescription description, SdpMedia? media, Action<SessionDescription, string>? ofSession, Action<SdpMedia, string> ofMedia)
    {
        if (value.IsEmpty || value.Length > 256 || value.Contains(' '))
        {
            return false;
        }

        if (media is null)
        {
            ofSession?.Invoke(description, value.ToString());
        }
        else
        {
            ofMedia(media, value.ToString());
        }

        return true;
    }

    /// <summary>RFC 8866 §6.6: payload type, encoding name, clock rate, and for audio an optional channel count.</summary>
    private static bool TryMap(ReadOnlySpan<char> value, SdpMedia media)
    {
        var type = SdpParser.TakeWord(ref value);
        var slash = value.IndexOf('/');
        if (slash <= 0 || !SdpParser.TryNumber(type, 127, out var payloadType))
        {
            return false;
        }

        var encoding = value[..slash];
        var rate = value[(slash + 1)..];
        slash = rate.IndexOf('/');
        if (!SdpParser.TryNumber(slash < 0 ? rate : rate[..slash], int.MaxValue, out var clockRate))
        {
            return false;
        }

        if (media.Maps.Count < SdpLimits.Formats * 2)
        {
            media.Maps.Add(new RtpMap(payloadType, encoding.ToString(), clockRate));
        }

        return true;
    }

    /// <summary>RFC 8866 §6.4; some phones write fractions ("ptime:20.0"), whose whole part is enough.</summary>
    private static bool TryPacketTime(ReadOnlySpan<char> value, SdpMedia? media)
    {
        var point = value.IndexOf('.');
        if (!SdpParser.TryNumber(point < 0 ? value : value[..point], 10_000, out var ms))
        {
            return false;
        }

        media?.PacketMs = ms;
        return true;
    }

    /// <summary>RFC 3605: port and optionally an address.</summary>
    private static bool TryRtcp(ReadOnlySpan<char> value, SdpMedia media)
    {
        if (!SdpParser.TryNumber(SdpParser.TakeWord(ref value), ushort.MaxValue, out var port))
        {
            return false;
        }

        IPAddress? address = null;
        if (!value.IsEmpty && !SdpParser.TryConnection(value, out address))
        {
            return false;
        }

        media.RtcpPort = port;
        media.RtcpAddress = address;
        return true;
    }

    /// <summary>RFC 8122 §5: hash function and upper-case hex pairs between colons. The first sha-256 one counts.</summary>
    private static bool TryFingerprint(ReadOnlySpan<char> value, SessionDescription description, SdpMedia? media)
    {
        var algorithm = SdpParser.TakeWord(ref value);
        if (algorithm.IsEmpty || value.IsEmpty || value.Length > 200)
        {
            return false;
        }

        var known = media is null ? description.Fingerprint : media.Fingerprint;
        if (known is not null && !algorithm.Equals("sha-256", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var fingerprint = new SdpFingerprint(algorithm.ToString().ToLowerInvariant(), value.ToString().ToUpperInvariant());
        if (media is null)
        {
            description.Fingerprint = fingerprint;
        }
        else
        {
            media.Fingerprint = fingerprint;
        }

        return true;
    }

    /// <summary>RFC 9143: the mids that share one transport.</summary>
    private static bool TryGroup(ReadOnlySpan<char> value, SessionDescription description, SdpMedia? media)
    {
        if (media is not null || !SdpParser.TakeWord(ref value).SequenceEqual("BUNDLE") || description.Bundle.Count > 0)
        {
            return true;
        }

        while (!value.IsEmpty && description.Bundle.Count < SdpLimits.Media)
        {
            description.Bundle.Add(SdpParser.TakeWord(ref value).ToString());
        }

        return true;
    }
}
