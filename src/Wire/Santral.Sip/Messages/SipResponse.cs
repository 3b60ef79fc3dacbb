using Santral.Sip.Grammar;

namespace Santral.Sip.Messages;

/// <summary>A response (RFC 3261 §7.2).</summary>
public sealed class SipResponse(int code, string reason) : SipMessage
{
    public int Code { get; } = code;

    public string Reason { get; } = reason;

    public bool IsProvisional => Code < 200;

    public bool IsSuccess => Code is >= 200 and < 300;

    public bool IsFinal => Code >= 200;

    /// <summary>The headers every response copies from its request (§8.2.6.2), with our tag in To when it has none.</summary>
    public static SipResponse For(SipRequest request, int code, string? reason = null, string? toTag = null)
    {
        var response = new SipResponse(code, reason ?? ReasonPhrases.For(code));
        request.Headers.CopyTo(response.Headers, SipNames.Via);
        request.Headers.CopyTo(response.Headers, SipNames.From);
        if (toTag is not null && code > 100 && request.To is { Tag: null } to)
        {
            response.Headers.Add(SipNames.To, to.WithTag(toTag).ToString());
        }
        else
        {
            request.Headers.CopyTo(response.Headers, SipNames.To);
        }

        request.Headers.CopyTo(response.Headers, SipNames.CallId);
        request.Headers.CopyTo(response.Headers, SipNames.CSeq);
        return response;
    }

    internal override string StartLine() => string.Create(null, $"SIP/2.0 {Code} {Reason}");

    private protected override void WriteStartLine(ref SipWriter writer)
    {
        writer.Write("SIP/2.0 "u8);
        writer.Write(Code);
        writer.Write(" "u8);
        foreach (var c in Reason)
        {
            if (c is '\r' or '\n')
            {
                writer.Write(" \r\n"u8);
                return;
            }
        }

        writer.Write(Reason);
        writer.Write("\r\n"u8);
    }
}
