using System.Text;

namespace Santral.Sip.Grammar;

/// <summary>Names the dialog whose place a new INVITE takes: RFC 3891 §6.1. The tags are ours and theirs as the one who receives it sees them.</summary>
public sealed record Replaces(string CallId, string ToTag, string FromTag, bool EarlyOnly)
{
    /// <summary>Replaces = callid *(SEMI replaces-param); both tags must be there, and once.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out Replaces replaces)
    {
        replaces = new("", "", "", false);
        var semicolon = text.IndexOf((byte)';');
        if (semicolon < 0 || !SipParameters.TryParseHeader(text[semicolon..], out var parameters))
        {
            return false;
        }

        var callId = SipChars.Trim(text[..semicolon]);
        if (callId.IsEmpty || callId.ContainsAny((byte)' ', (byte)'\t', (byte)',')
            || CountOf(parameters, "to-tag") != 1 || CountOf(parameters, "from-tag") != 1
            || parameters["to-tag"] is not { Length: > 0 } to || parameters["from-tag"] is not { Length: > 0 } from)
        {
            return false;
        }

        replaces = new(Encoding.UTF8.GetString(callId), to, from, parameters.Has("early-only"));
        return true;
    }

    public override string ToString() => $"{CallId};to-tag={ToTag};from-tag={FromTag}{(EarlyOnly ? ";early-only" : "")}";

    private static int CountOf(SipParameters parameters, string name) =>
        parameters.Items.Count(i => string.Equals(i.Name, name, StringComparison.OrdinalIgnoreCase));
}
