using MailKit;
using MailKit.Net.Imap;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Santral.Mailroom.Data;

namespace Santral.Mailroom.Servers;

/// <summary>The demo customers' own mail program: sends through the demo's SMTP server and reads their inboxes over IMAP.</summary>
internal sealed class DemoPost(DemoMailSystem system, TimeProvider clock)
{
    private const int Most = 20;

    public async Task SendAsync(string from, string name, string to, string subject, string text, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        using var message = new MimeMessage { Subject = subject, Date = now, MessageId = $"{Guid.CreateVersion7(now):N}@{Domain.Addresses.DomainOf(from)}", Body = new TextPart("plain") { Text = text } };
        message.From.Add(new MailboxAddress(name, from));
        message.To.Add(new MailboxAddress("", to));
        await AnswerAsync(message, from, to, stop);
        using var smtp = new SmtpClient();
        await smtp.ConnectAsync("127.0.0.1", system.SmtpPort, SecureSocketOptions.None, stop);
        await smtp.SendAsync(message, stop);
        await smtp.DisconnectAsync(quit: true, stop);
    }

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<MimeMessage>> InboxAsync(string address, CancellationToken stop)
    {
        using var imap = new ImapClient();
        await imap.ConnectAsync("127.0.0.1", system.ImapPort, SecureSocketOptions.None, stop);
        await imap.AuthenticateAsync(address, DemoMailSystem.Password, stop);
        var inbox = imap.Inbox!;
        await inbox.OpenAsync(FolderAccess.ReadOnly, stop);
        var letters = new List<MimeMessage>();
        for (var index = inbox.Count - 1; index >= 0 && letters.Count < Most; index--)
        {
            letters.Add(await inbox.GetMessageAsync(index, stop));
        }

        await imap.DisconnectAsync(quit: true, stop);
        return letters;
    }

    /// <summary>As a mail program does: what goes to an address that wrote with this subject answers that letter.</summary>
    private async Task AnswerAsync(MimeMessage message, string from, string to, CancellationToken stop)
    {
        var plain = Domain.Subjects.Plain(message.Subject ?? "");
        var answered = (await InboxAsync(from, stop)).FirstOrDefault(
            l => Domain.Subjects.Plain(l.Subject ?? "") == plain && l.From.Mailboxes.Any(m => m.Address == to));
        if (answered?.MessageId is { } id && message.Subject?.StartsWith("Re:", StringComparison.OrdinalIgnoreCase) == true)
        {
            message.InReplyTo = id;
            message.References.AddRange(answered.References);
            message.References.Add(id);
        }
    }
}
