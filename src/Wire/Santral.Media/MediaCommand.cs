using System.Text.Json.Serialization;

namespace Santral.Media;

/// <summary>Something the media engine is asked to do to one leg.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "do")]
[JsonDerivedType(typeof(OpenSipLeg), "open-sip-leg")]
[JsonDerivedType(typeof(ConfirmPeer), "confirm-peer")]
[JsonDerivedType(typeof(ApplyRemoteSdp), "apply-remote-sdp")]
[JsonDerivedType(typeof(RenewOffer), "renew-offer")]
[JsonDerivedType(typeof(WithdrawOffer), "withdraw-offer")]
[JsonDerivedType(typeof(OpenBrowserLeg), "open-browser-leg")]
[JsonDerivedType(typeof(Play), "play")]
[JsonDerivedType(typeof(StopPlay), "stop-play")]
[JsonDerivedType(typeof(Bridge), "bridge")]
[JsonDerivedType(typeof(Confer), "confer")]
[JsonDerivedType(typeof(Unbridge), "unbridge")]
[JsonDerivedType(typeof(Mute), "mute")]
[JsonDerivedType(typeof(SendDigits), "send-digits")]
[JsonDerivedType(typeof(MonitorLevels), "monitor-levels")]
[JsonDerivedType(typeof(RecordLeg), "record")]
[JsonDerivedType(typeof(PauseRecording), "pause-recording")]
[JsonDerivedType(typeof(StopRecording), "stop-recording")]
[JsonDerivedType(typeof(CloseLeg), "close-leg")]
public abstract record MediaCommand(LegId Leg);

/// <summary>The address family of a leg that we offer; a leg that answers follows the offer.</summary>
public enum LegNetwork
{
    IPv4,
    IPv6,
}

/// <summary>How a description from the peer is meant (RFC 3264).</summary>
public enum SdpMeaning
{
    /// <summary>An answer while our offer is open, else an offer.</summary>
    AsExpected,
    Answer,
    Offer,
}

/// <summary>
/// Opens a leg over plain RTP. With an offer the reply holds our answer, without one our offer. <see cref="Signalling"/> is the address that the
/// peer's signalling comes from: the only one besides the described one that audio may come from. With <see cref="AwaitsAck"/> audio
/// goes nowhere else before <see cref="ConfirmPeer"/>, but for <see cref="MediaOptions.TrustedNetworks"/>: an address in a description is anybody's.
/// </summary>
public sealed record OpenSipLeg(
    LegId Leg, string? RemoteOffer, LegNetwork Network = LegNetwork.IPv4, string? Signalling = null, bool AwaitsAck = false) : MediaCommand(Leg);

/// <summary>The peer's signalling showed that it hears us (the ACK came): audio may go to where its description says.</summary>
public sealed record ConfirmPeer(LegId Leg) : MediaCommand(Leg);

/// <summary>Applies the peer's description. An answer is replied by <see cref="MediaReply.Done"/> or the hold state, an offer by our answer.</summary>
public sealed record ApplyRemoteSdp(LegId Leg, string RemoteSdp, SdpMeaning Meaning = SdpMeaning.AsExpected) : MediaCommand(Leg);

/// <summary>Makes a new offer for a leg that is open (re-INVITE). With <see cref="Hold"/> the peer is asked not to send.</summary>
public sealed record RenewOffer(LegId Leg, bool Hold = false) : MediaCommand(Leg);

/// <summary>Forgets our open offer because the peer refused it; the leg goes on as it was.</summary>
public sealed record WithdrawOffer(LegId Leg) : MediaCommand(Leg);

/// <summary>Opens a leg to a browser from its WebRTC offer. All browsers share one port.</summary>
public sealed record OpenBrowserLeg(LegId Leg, string Offer) : MediaCommand(Leg);

/// <summary>Plays the items in order to the leg, in place of what it would hear. A play that runs is stopped first.</summary>
public sealed record Play(LegId Leg, PlayId Id, IReadOnlyList<PlayItem> Items, bool Loop = false, bool StopOnDigit = false) : MediaCommand(Leg);

/// <summary>Stops the play that runs; without one nothing happens.</summary>
public sealed record StopPlay(LegId Leg) : MediaCommand(Leg);

/// <summary>
/// Lets two legs hear each other; plays on both are stopped, earlier bridges of both are undone.
/// With <see cref="PassBrowserDigits"/> keys pressed in a browser are sent on to the other leg.
/// </summary>
public sealed record Bridge(LegId Leg, LegId Other, bool PassBrowserDigits = true) : MediaCommand(Leg);

/// <summary>
/// Lets this leg and two or more others hear one another, each without itself; plays on them are stopped, earlier bridges undone. Who is unbridged leaves;
/// the others go on. For legs that are in one conference already only <see cref="Unheard"/> is taken over, without a gap.
/// </summary>
/// <param name="Unheard">Who is not heard by whom: a listener in the background, or one who whispers to one side only.</param>
public sealed record Confer(LegId Leg, IReadOnlyList<LegId> Others, IReadOnlyList<Unheard>? Unheard = null) : MediaCommand(Leg);

/// <summary>In a conference: the listener does not hear the speaker.</summary>
public sealed record Unheard(LegId Speaker, LegId Listener);

/// <summary>Ends the leg's bridge, or takes it out of its conference; the sides of a bridge then get silence.</summary>
public sealed record Unbridge(LegId Leg) : MediaCommand(Leg);

/// <summary>Keeps the leg's own voice from the other side, or passes it again.</summary>
public sealed record Mute(LegId Leg, bool On) : MediaCommand(Leg);

/// <summary>Sends keys to the peer by RFC 4733, each held for <see cref="EachMs"/> milliseconds.</summary>
public sealed record SendDigits(LegId Leg, string Digits, int EachMs = 100) : MediaCommand(Leg);

/// <summary>Starts or stops <see cref="LevelMeasured"/> events about what the leg says.</summary>
public sealed record MonitorLevels(LegId Leg, bool On) : MediaCommand(Leg);

/// <summary>Which voices a recording holds.</summary>
public enum RecordingSides
{
    /// <summary>Two channels: left what the leg says, right what it is told by those it is bridged with. Silent while the leg is alone.</summary>
    Both,

    /// <summary>One channel: what the leg says, whether or not it is bridged.</summary>
    Own,
}

/// <summary>
/// Records a leg into a new file: A-law WAV, 8 kHz. Plays are not in it, nor are keys sent by RFC 4733. The file is whole at every second, also when this process dies.
/// The reply comes when the file is there; <see cref="RecordingEnded"/> follows exactly once, whatever ends it.
/// </summary>
/// <param name="Path">Does not exist yet; its folder is made.</param>
/// <param name="LimitMs">0: as long as the leg lives.</param>
public sealed record RecordLeg(LegId Leg, TapeId Id, string Path, RecordingSides Sides = RecordingSides.Both, int LimitMs = 0) : MediaCommand(Leg);

/// <summary>Writes silence on both sides, or goes on. Time passes in the file as it does in the call.</summary>
public sealed record PauseRecording(LegId Leg, bool On) : MediaCommand(Leg);

/// <summary>Ends the leg's recording; without one nothing happens.</summary>
public sealed record StopRecording(LegId Leg) : MediaCommand(Leg);

/// <summary>Ends the leg; its <see cref="LegClosed"/> event follows.</summary>
public sealed record CloseLeg(LegId Leg) : MediaCommand(Leg);
