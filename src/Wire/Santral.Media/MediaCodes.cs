namespace Santral.Media;

/// <summary>Every code with which the media engine refuses a command.</summary>
public static class MediaCodes
{
    public const string EngineClosed = "media.engine_closed";
    public const string LegUnknown = "media.leg_unknown";
    public const string LegExists = "media.leg_exists";
    public const string LegWrongKind = "media.leg_wrong_kind";
    public const string NoPortFree = "media.no_port_free";
    public const string AddressFamilyUnavailable = "media.address_family_unavailable";
    public const string AddressNotUsable = "media.address_not_usable";
    public const string SdpMalformed = "media.sdp_malformed";
    public const string NoAudio = "media.no_audio";
    public const string NoCommonCodec = "media.no_common_codec";
    public const string NoOfferOpen = "media.no_offer_open";
    public const string OfferOpen = "media.offer_open";
    public const string OfferNotWebRtc = "media.offer_not_webrtc";
    public const string DtlsUnavailable = "media.dtls_unavailable";
    public const string PlayInvalid = "media.play_invalid";
    public const string PromptUnreadable = "media.prompt_unreadable";
    public const string BridgeWithItself = "media.bridge_with_itself";
    public const string DigitInvalid = "media.digit_invalid";
    public const string NoTelephoneEvent = "media.no_telephone_event";
    public const string RecordingRuns = "media.recording_runs";
    public const string RecordingNone = "media.recording_none";
    public const string RecordingInvalid = "media.recording_invalid";
    public const string RecordingUnwritable = "media.recording_unwritable";
    public const string DiskFull = "media.disk_full";
    public const string CommandUnknown = "media.command_unknown";
    public const string EngineFault = "media.engine_fault";
}
