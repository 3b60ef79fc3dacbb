using Santral.Media.Codecs;

namespace Santral.Media.Sdp;

/// <summary>What both sides can speak on one m-line: a G.711 law with its payload type, and the one of RFC 4733 events if any.</summary>
internal readonly record struct AudioChoice(AudioCodec Codec, byte PayloadType, byte? EventType, byte? MuType, byte? AType)
{
    /// <summary>The law of a payload type that this m-line names; both laws are taken whatever we send.</summary>
    internal bool TryCodec(byte payloadType, out AudioCodec codec)
    {
        codec = payloadType == MuType ? AudioCodec.Pcmu : AudioCodec.Pcma;
        return payloadType == MuType || payloadType == AType;
    }

    /// <summary>The peer's order decides (RFC 3264 §6.1); null without a common codec.</summary>
    internal static AudioChoice? Of(SdpMedia media, bool onlyMu = false)
    {
        byte? mu = null, a = null, events = null, first = null;
        foreach (var format in media.Formats)
        {
            if (!SdpParser.TryNumber(format, 127, out var type))
            {
                continue;
            }

            var (encoding, rate) = Meaning(media, type);
            if (rate != 8000)
            {
                continue;
            }

            if (encoding.Equals("PCMU", StringComparison.OrdinalIgnoreCase))
            {
                mu ??= (byte)type;
                first ??= mu;
            }
            else if (encoding.Equals("PCMA", StringComparison.OrdinalIgnoreCase) && !onlyMu)
            {
                a ??= (byte)type;
                first ??= a;
            }
            else if (encoding.Equals("telephone-event", StringComparison.OrdinalIgnoreCase))
            {
                events ??= (byte)type;
            }
        }

        return first is null ? null : new AudioChoice(first == mu ? AudioCodec.Pcmu : AudioCodec.Pcma, first.Value, events, mu, a);
    }

    private static (string Encoding, int Rate) Meaning(SdpMedia media, int type)
    {
        foreach (var map in media.Maps)
        {
            if (map.PayloadType == type)
            {
                return (map.Encoding, map.ClockRate);
            }
        }

        return type switch
        {
            0 => ("PCMU", 8000),
            8 => ("PCMA", 8000),
            _ => ("", 0),
        };
    }
}
