using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Net.Smtp;
using MimeKit;

namespace Santral.Testing;

/// <summary>Dovecot and Postfix on ports of this machine, in a folder of their own; every address has a mailbox and nothing can leave.</summary>
public sealed class MailServers : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("santral-mail-").FullName;

    public int Imap { get; private set; }

    public int Imaps { get; private set; }

    public int Smtp { get; private set; }

    public int Submission { get; private set; }

    /// <summary>SHA-256 of the certificate they show, as an operator believes it.</summary>
    public string Certificate
    {
        get
        {
            using var certificate = X509CertificateLoader.LoadCertificate(PemEncodedBytes());
            return Convert.ToHexStringLower(SHA256.HashData(certificate.RawData));
        }
    }

    public static async Task<MailServers> StartAsync()
    {
        var servers = new MailServers();
        var ports = FreePorts(5);
        (servers.Imap, servers.Imaps, servers.Smtp, servers.Submission) = (ports[0], ports[1], ports[3], ports[4]);
        await ScriptAsync(["start", servers._folder, .. ports.Select(p => $"{p}")]);
        return servers;
    }

    /// <summary>As any program on the internet would: over SMTP without a name.</summary>
    public async Task DeliverAsync(MimeMessage message, string to, string? sender = null)
    {
        using var smtp = new SmtpClient();
        await smtp.ConnectAsync("127.0.0.1", Smtp, MailKit.Security.SecureSocketOptions.None);
        await smtp.SendAsync(message, new MailboxAddress("", sender ?? message.From.Mailboxes.First().Address), [new MailboxAddress("", to)]);
        await smtp.DisconnectAsync(true);
    }

    /// <summary>Everything that lies in the inbox of an address, the oldest first.</summary>
    public async Task<IReadOnlyList<MimeMessage>> InboxAsync(string address)
    {
        using var imap = new ImapClient();
        await imap.ConnectAsync("127.0.0.1", Imap, MailKit.Security.SecureSocketOptions.None);
        await imap.AuthenticateAsync(address, "demo");
        await imap.Inbox!.OpenAsync(FolderAccess.ReadOnly);
        var letters = new List<MimeMessage>();
        for (var i = 0; i < imap.Inbox.Count; i++)
        {
            letters.Add(await imap.Inbox.GetMessageAsync(i));
        }

        await imap.DisconnectAsync(true);
        return letters;
    }

    /// <summary>The one letter that comes to an address; fails when none comes.</summary>
    public async Task<MimeMessage> OneAsync(string address)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(40));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var inbox = await InboxAsync(address);
        while (inbox.Count == 0 && await tick.WaitForNextTickAsync(patience.Token))
        {
            inbox = await InboxAsync(address);
        }

        return inbox.Single();
    }

    public async ValueTask DisposeAsync()
    {
        await ScriptAsync(["stop", _folder]);
        Directory.Delete(_folder, recursive: true);
    }

    private byte[] PemEncodedBytes()
    {
        var pem = File.ReadAllText(Path.Combine(_folder, "cert.pem"));
        var fields = PemEncoding.Find(pem);
        return Convert.FromBase64String(pem[fields.Base64Data]);
    }

    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(l => l.Start());
        var ports = listeners.Select(l => ((IPEndPoint)l.LocalEndpoint).Port).ToArray();
        listeners.ForEach(l => l.Dispose());
        return ports;
    }

    private static async Task ScriptAsync(string[] arguments, [CallerFilePath] string file = "")
    {
        var script = Path.GetFullPath(Path.Combine(file, "..", "..", "..", "tools", "mail.sh"));

        // The servers keep what they are given: with a pipe nobody would see the script's end.
        using var process = Process.Start(new ProcessStartInfo("/bin/bash", [script, .. arguments]))!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"mail.sh {arguments[0]} ended with {process.ExitCode}");
        }
    }
}
