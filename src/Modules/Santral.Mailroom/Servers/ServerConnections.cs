using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Net.Smtp;
using MailKit.Security;
using Santral.Mailroom.Domain;

namespace Santral.Mailroom.Servers;

/// <summary>Connects to the servers of a mailbox and signs in (MailKit): never without encryption where a network lies between.</summary>
internal sealed class ServerConnections(MailSecrets secrets, AccessTokens tokens, TimeProvider clock)
{
    /// <summary>For connecting and signing in, and for each command after it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public Task<ImapClient> ImapAsync(Mailbox mailbox, CancellationToken stop) => ReadyAsync(new ImapClient(), mailbox, mailbox.Imap, stop);

    public Task<LetterSmtp> SmtpAsync(Mailbox mailbox, CancellationToken stop) => ReadyAsync(new LetterSmtp(), mailbox, mailbox.Smtp, stop);

    /// <summary>A token that ends with the other or after a while, whichever is first.</summary>
    public CancellationTokenSource Within(TimeSpan time, CancellationToken stop, out CancellationTokenSource timer)
    {
        timer = new CancellationTokenSource(time, clock);
        return CancellationTokenSource.CreateLinkedTokenSource(stop, timer.Token);
    }

    private async Task<T> ReadyAsync<T>(T client, Mailbox mailbox, ServerLine line, CancellationToken stop)
        where T : MailService
    {
        var trust = new CertificateTrust(mailbox.Certificate);
        client.Timeout = (int)Patience.TotalMilliseconds;
        client.CheckCertificateRevocation = false;
        client.ServerCertificateValidationCallback = trust.Accepts;
        using var both = Within(Patience, stop, out var timer);
        using (timer)
        {
            try
            {
                await client.ConnectAsync(line.Host, line.Port, OptionsOf(line.Security), both.Token);
                if (line.User.Length > 0)
                {
                    await SignInAsync(client, mailbox, line, both.Token);
                }

                return client;
            }
            catch (OperationCanceledException) when (timer.IsCancellationRequested && !stop.IsCancellationRequested)
            {
                client.Dispose();
                throw new TimeoutException($"{line.Host}:{line.Port} did not answer within {Patience.TotalSeconds} s.");
            }
            catch (SslHandshakeException) when (trust.Refused is not null)
            {
                client.Dispose();
                throw new UntrustedCertificateException(trust.Refused);
            }
            catch
            {
                client.Dispose();
                throw;
            }
        }
    }

    /// <summary>By password, or by a token; one that is refused is had anew once, because it may have been taken back before its end.</summary>
    private async Task SignInAsync(MailService client, Mailbox mailbox, ServerLine line, CancellationToken stop)
    {
        if (mailbox.Token is not { } sign)
        {
            await client.AuthenticateAsync(line.User, secrets.Open(line.Secret) ?? throw new SecretLostException(), stop);
            return;
        }

        var token = await tokens.OfAsync(mailbox, sign, stop);
        try
        {
            await client.AuthenticateAsync(new SaslMechanismOAuth2(line.User, token), stop);
            return;
        }
        catch (AuthenticationException)
        {
            tokens.Refused(mailbox, token);
            if (!client.IsConnected || mailbox.Version == 0)
            {
                throw;
            }
        }

        await client.AuthenticateAsync(new SaslMechanismOAuth2(line.User, await tokens.OfAsync(mailbox, sign, stop)), stop);
    }

    private static SecureSocketOptions OptionsOf(LineSecurity security) => security switch
    {
        LineSecurity.Tls => SecureSocketOptions.SslOnConnect,
        LineSecurity.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };

    /// <summary>Certificates as browsers check them, or exactly the one the operator has seen.</summary>
    private sealed class CertificateTrust(string? only)
    {
        public string? Refused { get; private set; }

        public bool Accepts(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
        {
            if (certificate is null)
            {
                return false;
            }

            var fingerprint = Convert.ToHexStringLower(SHA256.HashData(certificate.GetRawCertData()));
            var accepted = only is null ? errors == SslPolicyErrors.None : fingerprint.Equals(only, StringComparison.OrdinalIgnoreCase);
            Refused = accepted ? null : fingerprint;
            return accepted;
        }
    }
}

/// <summary>The server showed a certificate nobody vouches for.</summary>
internal sealed class UntrustedCertificateException(string fingerprint) : System.Security.Authentication.AuthenticationException($"The certificate {fingerprint} is not trusted.")
{
    /// <summary>SHA-256 in hexadecimal.</summary>
    public string Fingerprint { get; } = fingerprint;
}

/// <summary>A password that was given cannot be read any more: the keys of the data folder are others.</summary>
internal sealed class SecretLostException() : System.Security.Authentication.AuthenticationException("The password must be set anew.");

/// <summary>SMTP that goes on when some of several addresses are refused, and remembers which.</summary>
internal sealed class LetterSmtp : SmtpClient
{
    private readonly List<string> _refused = [];

    /// <summary>Sends; what comes back names the addresses that were refused while others were taken, null when none was.</summary>
    /// <exception cref="SmtpCommandException">None was taken, or the letter was not.</exception>
    public async Task<string?> SendLetterAsync(MimeKit.MimeMessage message, MimeKit.MailboxAddress sender, CancellationToken stop)
    {
        _refused.Clear();
        await SendAsync(message, sender, [.. message.GetRecipients(onlyUnique: true)], stop);
        return _refused.Count == 0 ? null : string.Join("; ", _refused);
    }

    protected override void OnRecipientNotAccepted(MimeKit.MimeMessage message, MimeKit.MailboxAddress mailbox, SmtpResponse response)
    {
        // Later it may be taken: then all of it is tried later, the ones that were taken get it once by its Message-ID.
        if ((int)response.StatusCode < 500 || message.GetRecipients().Count == 1)
        {
            base.OnRecipientNotAccepted(message, mailbox, response);
        }

        _refused.Add($"{mailbox.Address}: {(int)response.StatusCode} {response.Response}");
    }

    protected override void OnNoRecipientsAccepted(MimeKit.MimeMessage message)
        => throw new SmtpCommandException(SmtpErrorCode.RecipientNotAccepted, SmtpStatusCode.MailboxUnavailable, string.Join("; ", _refused));
}
