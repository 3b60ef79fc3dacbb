using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using MimeKit;
using MimeKit.Text;
using Santral.Mailroom.Domain;

namespace Santral.Mailroom.Letters;

/// <summary>A letter of ours as MIME: plain words and the same words formatted, and its files. Written anew for each try, always the same.</summary>
internal static partial class WriteLetter
{
    /// <summary>Our own mark on what we send: a letter that carries it came back to us.</summary>
    public const string Mark = "X-Santral-Letter";

    /// <param name="files">The bytes of the attachments, in their order.</param>
    public static MimeMessage Of(SentLetter letter, IReadOnlyList<byte[]> files)
    {
        var message = new MimeMessage { MessageId = letter.MessageId, Subject = letter.Subject, Date = letter.WrittenAt };
        message.From.Add(AddressOf(letter.From));
        message.To.AddRange(letter.To.Select(AddressOf));
        message.Cc.AddRange(letter.Cc.Select(AddressOf));
        if (letter.AnswerTo is { } answers)
        {
            message.ReplyTo.Add(new MailboxAddress(letter.From.Name, answers));
        }

        if (letter.InReplyTo is { } answered)
        {
            message.InReplyTo = answered;
            message.References.AddRange(letter.References.Append(answered).Distinct());
        }

        message.Headers.Add(Mark, letter.Id.ToString("N"));
        if (letter.IsAutomatic)
        {
            // RFC 3834 §5, and what Exchange and old robots look at.
            message.Headers.Add("Auto-Submitted", letter.IsNews ? "auto-generated" : "auto-replied");
            message.Headers.Add("X-Auto-Response-Suppress", letter.IsNews ? "OOF, AutoReply" : "All");
            if (!letter.IsNews)
            {
                message.Headers.Add("Precedence", "auto_reply");
            }
        }

        if (letter.AsksReceipt)
        {
            message.Headers.Add("Disposition-Notification-To", AddressOf(letter.From).ToString(encode: true));
        }

        message.Body = BodyOf(letter, files);
        return message;
    }

    private static MimeEntity BodyOf(SentLetter letter, IReadOnlyList<byte[]> files)
    {
        var alternative = new MultipartAlternative
        {
            new TextPart(TextFormat.Plain) { Text = letter.Text },
            new TextPart(TextFormat.Html) { Text = letter.Html is { } html ? Page(html) : Formatted(letter.Text) },
        };
        if (letter.Calendar is { } calendar)
        {
            var part = new TextPart("calendar") { Text = calendar };
            part.ContentType.Parameters.Add("method", calendar.Contains($"METHOD:{Calendars.CancelMethod}", StringComparison.Ordinal) ? Calendars.CancelMethod : Calendars.Method);
            alternative.Add(part);
        }

        if (letter.Attachments.Count == 0)
        {
            return alternative;
        }

        var mixed = new Multipart("mixed") { alternative };
        foreach (var (attachment, bytes) in letter.Attachments.OrderBy(a => a.Index).Zip(files))
        {
            if (attachment.ContentType == "message/rfc822" && Inside(bytes) is { } inside)
            {
                // RFC 2046 §5.2.1: a letter inside a letter is never encoded.
                mixed.Add(new MessagePart { Message = inside, ContentDisposition = new ContentDisposition(ContentDisposition.Attachment) { FileName = attachment.Name } });
                continue;
            }

            if (!ContentType.TryParse(attachment.ContentType, out var type) || type.IsMimeType("message", "*"))
            {
                type = new ContentType("application", "octet-stream");
            }

            var part = new MimePart(type)
            {
                Content = new MimeContent(new MemoryStream(bytes, writable: false)),
                ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
                ContentTransferEncoding = ContentEncoding.Base64,
                FileName = attachment.Name,
            };

            // Both ways of writing the name, for programs older than RFC 2231.
            foreach (var parameter in part.ContentType.Parameters.Where(p => p.Name == "name"))
            {
                parameter.EncodingMethod = ParameterEncodingMethod.Rfc2047;
            }

            foreach (var parameter in part.ContentDisposition.Parameters.Where(p => p.Name == "filename"))
            {
                parameter.EncodingMethod = ParameterEncodingMethod.Rfc2231;
            }

            mixed.Add(part);
        }

        return mixed;
    }

    private static MimeMessage? Inside(byte[] bytes)
    {
        try
        {
            return ReadLetter.Load(bytes);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string Page(string html) => $"<!doctype html><html><body style=\"font:15px/1.5 sans-serif\">{html}</body></html>";

    /// <summary>Paragraphs, lines and addresses of the web that can be followed; nothing else.</summary>
    internal static string Formatted(string text)
    {
        var html = new StringBuilder("<!doctype html><html><body style=\"font:15px/1.5 sans-serif\">");
        foreach (var paragraph in text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            html.Append("<p>").Append(string.Join("<br>\n", paragraph.Trim('\n').Split('\n').Select(Linked))).Append("</p>\n");
        }

        return html.Append("</body></html>").ToString();
    }

    private static string Linked(string line)
    {
        var html = new StringBuilder();
        var at = 0;
        foreach (Match match in WebAddress().Matches(line))
        {
            html.Append(WebUtility.HtmlEncode(line[at..match.Index])).Append("<a href=\"").Append(WebUtility.HtmlEncode(match.Value)).Append("\">")
                .Append(WebUtility.HtmlEncode(match.Value)).Append("</a>");
            at = match.Index + match.Length;
        }

        return html.Append(WebUtility.HtmlEncode(line[at..])).ToString();
    }

    private static MailboxAddress AddressOf(LetterAddress address) => new(address.Name, address.Address);

    [GeneratedRegex(@"https?://[^\s<>""']{1,500}[^\s<>""'.,;:!?)]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WebAddress();
}
