using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using MimeKit.Text;
using Santral.Contracts.Mailroom;
using Santral.Mailroom.Domain;
using Santral.Mailroom.Jobs;
using Santral.Mailroom.Letters;
using Santral.Mailroom.Servers;

namespace Santral.Mailroom.Data;

/// <summary>Letters to colleagues: no part of any customer's correspondence, so they are kept by who asked for them and not among the letters.</summary>
internal sealed class MailColleagues(MailroomDb db, ServerConnections connections) : IMailColleagues
{
    public async Task<ColleagueMail> SendAsync(LetterToColleague letter, CancellationToken stop)
    {
        var mailboxes = await db.Mailboxes.AsNoTracking().Where(m => m.Medium == LetterMedium.Mail && !m.IsPaused).OrderBy(m => m.Name).ThenBy(m => m.Id).ToListAsync(stop);
        if ((mailboxes.Find(m => m.Unit == letter.Unit) ?? mailboxes.FirstOrDefault()) is not { } mailbox)
        {
            return new ColleagueMail(ColleagueMailEnd.NoMailbox);
        }

        try
        {
            using var smtp = await connections.SmtpAsync(mailbox, stop);
            using var message = Of(letter, mailbox);
            using var both = connections.Within(TimeSpan.FromMinutes(1), stop, out var timer);
            using (timer)
            {
                var trouble = await smtp.SendLetterAsync(message, new MailboxAddress("", mailbox.Address), both.Token);
                await smtp.DisconnectAsync(quit: true, both.Token);
                return trouble is null ? new ColleagueMail(ColleagueMailEnd.Sent) : Of(ColleagueMailEnd.Refused, new Trouble(MailProblem.Refused, trouble));
            }
        }
        catch (Exception error) when (MailTrouble.IsExpected(error) || (error is OperationCanceledException && !stop.IsCancellationRequested))
        {
            var trouble = MailTrouble.Of(error, mailbox.Smtp.At);
            return Of(MailTrouble.IsFinal(error) ? ColleagueMailEnd.Refused : ColleagueMailEnd.Failed, trouble);
        }
    }

    private static ColleagueMail Of(ColleagueMailEnd end, Trouble trouble) => new(end, JsonNamingPolicy.CamelCase.ConvertName(trouble.Problem.ToString()), trouble.Said);

    private static MimeMessage Of(LetterToColleague letter, Mailbox mailbox)
    {
        var host = mailbox.Address[(mailbox.Address.LastIndexOf('@') + 1)..];
        var message = new MimeMessage { MessageId = $"{letter.Id:N}@{host}", Subject = letter.Subject, Date = letter.At };
        message.From.Add(new MailboxAddress(mailbox.Name, mailbox.Address));
        message.To.Add(new MailboxAddress(letter.Name, letter.Address));

        // RFC 3834 §5: written by itself, and no robot is to answer it.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        message.Headers.Add(WriteLetter.Mark, letter.Id.ToString("N"));
        message.Body = new TextPart(TextFormat.Plain) { Text = letter.Text };
        return message;
    }
}
