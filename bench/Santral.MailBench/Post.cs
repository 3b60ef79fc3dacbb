using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Santral.MailBench;

/// <summary>A customer's server: one SMTP connection.</summary>
internal sealed class Post(int port) : IDisposable
{
    private readonly SmtpClient _smtp = new();

    /// <summary>Comes back when Postfix has it.</summary>
    public async Task SendAsync(string to, string subject, string from)
    {
        if (!_smtp.IsConnected)
        {
            await _smtp.ConnectAsync("127.0.0.1", port, SecureSocketOptions.None);
        }

        using var message = new MimeMessage { Subject = subject, Body = new TextPart("plain") { Text = "Merhaba,\r\nmodemin ışığı yanmıyor.\r\n" } };
        message.From.Add(new MailboxAddress("", from));
        message.To.Add(new MailboxAddress("", to));
        await _smtp.SendAsync(message);
    }

    public void Dispose() => _smtp.Dispose();
}

/// <summary>Dovecot's folders on the disk: letters that lie there without having been sent.</summary>
internal sealed class Maildirs(string folder)
{
    private int _count;

    /// <summary>Letters that were read before.</summary>
    public void FillRead(string address, int count)
    {
        var inbox = Make(address);
        for (var n = 0; n < count; n++)
        {
            File.WriteAllText(Path.Combine(inbox, "cur", $"1600000000.M{n}P1.bench:2,S"), Letter(address, $"Eski {n}", "eski@ornek.example", n));
        }

        Give(address);
    }

    public void Put(string address, string subject, string from)
    {
        var inbox = Make(address);
        var name = $"1700000000.M{++_count}P2.bench";
        var file = Path.Combine(inbox, "tmp", name);
        File.WriteAllText(file, Letter(address, subject, from, 1_000_000 + _count));
        File.SetUnixFileMode(file, (UnixFileMode)0b110_110_110);
        File.Move(file, Path.Combine(inbox, "new", name));
    }

    private string Make(string address)
    {
        var inbox = Path.Combine(folder, "mail", address.Split('@')[1], address.Split('@')[0], "Maildir");
        foreach (var part in new[] { "cur", "new", "tmp" })
        {
            Directory.CreateDirectory(Path.Combine(inbox, part));
        }

        return inbox;
    }

    /// <summary>To the user Dovecot reads them as.</summary>
    private void Give(string address)
    {
        using var chown = System.Diagnostics.Process.Start("chown", ["-R", "mail:mail", Path.Combine(folder, "mail", address.Split('@')[1])]);
        chown.WaitForExit();
    }

    private static string Letter(string to, string subject, string from, int n)
        => $"From: {from}\r\nTo: {to}\r\nSubject: {subject}\r\nDate: Mon, 30 Nov 2026 10:00:00 +0300\r\nMessage-ID: <bench{n}@ornek.example>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nMerhaba {n}\r\n";
}
