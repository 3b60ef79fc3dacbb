using Santral.Sip.Grammar;

namespace Santral.Sip.Messages;

/// <summary>A request (RFC 3261 §7.1).</summary>
public sealed class SipRequest(string method, SipUri uri) : SipMessage
{
    public string Method { get; } = method;

    public SipUri Uri { get; } = uri;

    public bool IsInvite => Method == SipMethods.Invite;

    public bool IsAck => Method == SipMethods.Ack;

    internal override string StartLine() => $"{Method} {Uri} SIP/2.0";

    private protected override void WriteStartLine(ref SipWriter writer)
    {
        writer.Write(Method);
        writer.Write(" "u8);
        Uri.WriteTo(ref writer);
        writer.Write(" SIP/2.0\r\n"u8);
    }
}
