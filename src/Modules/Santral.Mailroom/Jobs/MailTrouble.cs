using System.Net.Sockets;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Net.Smtp;
using MailKit.Security;
using Santral.Mailroom.Servers;

namespace Santral.Mailroom.Jobs;

/// <summary>What went wrong with a server, in one line for people: the server's own words where it said some.</summary>
internal static class MailTrouble
{
    public static string Of(Exception error) => Typed.Line(error switch
    {
        SmtpCommandException smtp => $"{(int)smtp.StatusCode} {smtp.Message}",
        ImapCommandException imap => imap.ResponseText is { Length: > 0 } said ? said : imap.Message,
        SocketException or UntrustedCertificateException or TimeoutException => error.Message,
        SslHandshakeException => error.Message.Split('\n')[0],
        _ => error.InnerException is SocketException inner ? inner.Message : error.Message,
    }) ?? error.GetType().Name;

    /// <summary>Whether sending the same letter again can never work (RFC 5321 §4.2.1: 5yz).</summary>
    public static bool IsFinal(Exception error)
        => error is SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.SenderNotAccepted or SmtpErrorCode.MessageNotAccepted } refused
            && (int)refused.StatusCode >= 500;

    /// <summary>What servers and networks do.</summary>
    public static bool IsExpected(Exception error)
        => error is ProtocolException or CommandException or IOException or SocketException or TimeoutException or ServiceNotConnectedException or ServiceNotAuthenticatedException
            or System.Security.Authentication.AuthenticationException or AuthenticationException or SslHandshakeException or NotSupportedException;
}
