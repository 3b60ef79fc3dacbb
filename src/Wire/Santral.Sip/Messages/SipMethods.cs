using System.Text;

namespace Santral.Sip.Messages;

/// <summary>Method names; they are case-sensitive (RFC 3261 §7.1).</summary>
public static class SipMethods
{
    public const string Invite = "INVITE";
    public const string Ack = "ACK";
    public const string Bye = "BYE";
    public const string Cancel = "CANCEL";
    public const string Options = "OPTIONS";
    public const string Register = "REGISTER";
    public const string Update = "UPDATE";
    public const string Info = "INFO";
    public const string Prack = "PRACK";
    public const string Refer = "REFER";
    public const string Notify = "NOTIFY";
    public const string Subscribe = "SUBSCRIBE";
    public const string Message = "MESSAGE";
    public const string Publish = "PUBLISH";

    /// <summary>What this user agent does, in the Allow header of every answer that asks for it.</summary>
    public const string Allowed = "INVITE, ACK, BYE, CANCEL, OPTIONS, REGISTER, UPDATE, INFO, REFER, NOTIFY";

    private static readonly string[] Known =
        [Invite, Ack, Bye, Cancel, Options, Register, Update, Info, Prack, Refer, Notify, Subscribe, Message, Publish];

    /// <summary>The known name without a new string, or a new one.</summary>
    internal static string NameOf(ReadOnlySpan<byte> text)
    {
        foreach (var known in Known)
        {
            if (Ascii.Equals(text, known))
            {
                return known;
            }
        }

        return Encoding.ASCII.GetString(text);
    }

    internal static bool IsKnown(string method) => Array.IndexOf(Known, method) >= 0;

    internal static bool IsDone(string method) =>
        method is Invite or Ack or Bye or Cancel or Options or Register or Update or Info or Refer or Notify;
}
