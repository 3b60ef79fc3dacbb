namespace Santral.Calls.Live.Telephone;

/// <summary>What a phone is told where a screen shows the refusal (RFC 3261 §21).</summary>
internal static class SipCodes
{
    public static int Of(Refusal refusal) => refusal.Kind switch
    {
        RefusalKind.Forbidden => 403,
        RefusalKind.Unavailable => 503,
        RefusalKind.Invalid or RefusalKind.Unknown => 404,
        _ => 480,
    };
}
