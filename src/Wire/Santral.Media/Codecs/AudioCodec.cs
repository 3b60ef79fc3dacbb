namespace Santral.Media.Codecs;

/// <summary>The audio codecs we speak, by their static RTP payload type (RFC 3551 §6).</summary>
internal enum AudioCodec : byte
{
    Pcmu = 0,
    Pcma = 8,
}
