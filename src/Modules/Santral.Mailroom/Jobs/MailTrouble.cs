using System.Net.Sockets;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using Santral.Mailroom.Domain;
using Santral.Mailroom.Servers;

namespace Santral.Mailroom.Jobs;

/// <summary>What went wrong with a server, as people are told: its kind, and the server's own words where it said some.</summary>
internal static class MailTrouble
{
    /// <param name="at">Host and port it happened at.</param>
    public static Trouble Of(Exception error, string at) => error switch
    {
        SmtpCommandException smtp => new Trouble(MailProblem.Refused, Line($"{(int)smtp.StatusCode} {smtp.Message}")),
        ImapCommandException imap => new Trouble(MailProblem.Refused, Line(imap.ResponseText is { Length: > 0 } said ? said : imap.Response.ToString())),
        FolderNotFoundException folder => new Trouble(MailProblem.NoFolder, Line(folder.FolderName)),
        UntrustedCertificateException certificate => new Trouble(MailProblem.Certificate, $"{at}, SHA-256 {certificate.Fingerprint}"),
        SecretLostException => new Trouble(MailProblem.PasswordLost, at),
        NoTokenException token => new Trouble(MailProblem.Token, Line(token.Message)),
        AuthenticationException refused => new Trouble(MailProblem.SignIn, Line(WordsOf(refused, at))),
        SslHandshakeException or System.Security.Authentication.AuthenticationException => new Trouble(MailProblem.NoEncryption, at),
        NotSupportedException => new Trouble(MailProblem.NoEncryption, at),
        SocketException socket => OfSocket(socket, at),
        HttpRequestException { InnerException: SocketException socket } => new Trouble(MailProblem.Token, OfSocket(socket, at).Said),
        HttpRequestException => new Trouble(MailProblem.Token, at),
        TimeoutException => new Trouble(MailProblem.TimedOut, at),
        ServiceNotConnectedException or EndOfStreamException => new Trouble(MailProblem.HungUp, at),
        ProtocolException when IsEnd(error) => new Trouble(MailProblem.HungUp, at),
        ProtocolException => new Trouble(MailProblem.NotUnderstood, at),
        DbUpdateException or FileGoneException or Refusal or UnauthorizedAccessException => new Trouble(MailProblem.Storage, Line(error.InnerException?.Message ?? error.Message)),
        IOException { InnerException: SocketException socket } => socket.SocketErrorCode is SocketError.TimedOut ? new Trouble(MailProblem.TimedOut, at) : new Trouble(MailProblem.HungUp, at),
        StorageException => new Trouble(MailProblem.Storage, Line(error.InnerException!.Message)),
        IOException => new Trouble(MailProblem.HungUp, at),
        _ => new Trouble(MailProblem.Other, Line(error.Message)),
    };

    /// <summary>Whether sending the same letter again can never work (RFC 5321 §4.2.1: 5yz).</summary>
    public static bool IsFinal(Exception error)
        => error is SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.SenderNotAccepted or SmtpErrorCode.MessageNotAccepted } refused
            && (int)refused.StatusCode >= 500;

    /// <summary>What servers and networks do.</summary>
    public static bool IsExpected(Exception error)
        => error is ProtocolException or HttpRequestException or CommandException or IOException or SocketException or TimeoutException or ServiceNotConnectedException
            or ServiceNotAuthenticatedException or System.Security.Authentication.AuthenticationException or AuthenticationException or SslHandshakeException or NotSupportedException
            or FolderNotFoundException;

    private static Trouble OfSocket(SocketException socket, string at) => socket.SocketErrorCode switch
    {
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => new Trouble(MailProblem.NameUnknown, at),
        SocketError.TimedOut => new Trouble(MailProblem.TimedOut, at),
        SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown => new Trouble(MailProblem.HungUp, at),
        _ => new Trouble(MailProblem.Unreachable, at),
    };

    /// <summary>What the server said when it refused the name; the library puts it behind its own words.</summary>
    private static string WordsOf(AuthenticationException refused, string at) => refused.InnerException switch
    {
        ImapCommandException { ResponseText: { Length: > 0 } said } => said,
        SmtpCommandException smtp => $"{(int)smtp.StatusCode} {smtp.Message}",
        _ => at,
    };

    private static bool IsEnd(Exception error) => error.Message.Contains("disconnected", StringComparison.OrdinalIgnoreCase);

    private static string Line(string text) => Typed.Line(text) ?? "";
}

/// <summary>A file of a letter is no longer there.</summary>
internal sealed class FileGoneException(string name) : IOException(name);

/// <summary>Our own disk did not take or give what was asked.</summary>
internal sealed class StorageException(IOException error) : IOException(error.Message, error);
