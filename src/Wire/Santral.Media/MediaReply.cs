using System.Text.Json.Serialization;

namespace Santral.Media;

/// <summary>What became of a command.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "reply")]
[JsonDerivedType(typeof(Done), "done")]
[JsonDerivedType(typeof(Sdp), "sdp")]
[JsonDerivedType(typeof(Refused), "refused")]
public abstract record MediaReply
{
    private MediaReply()
    {
    }

    /// <summary>It took effect. After an answer was applied <see cref="PeerHolds"/> tells whether the peer put us on hold.</summary>
    public sealed record Done(bool PeerHolds = false) : MediaReply;

    /// <summary>It took effect and this is the description to send. <see cref="PeerHolds"/>: the offer put us on hold.</summary>
    public sealed record Sdp(string LocalSdp, bool PeerHolds = false) : MediaReply;

    /// <summary>Nothing changed; <see cref="Code"/> is one of <see cref="MediaCodes"/>, <see cref="Detail"/> is for the log.</summary>
    public sealed record Refused(string Code, string Detail = "") : MediaReply;
}
