using System.Text.RegularExpressions;
using MimeKit;
using Santral.Mailroom.Domain;

namespace Santral.Mailroom.Letters;

/// <summary>
/// What a server tells of one of our letters (RFC 3464, RFC 6522). Servers that write bounces in their own way (qmail, old Exchange) are
/// believed when the letter they return names one of our Message-IDs. And what a reader's program tells: that it was opened (RFC 8098).
/// </summary>
internal static partial class ReadReport
{
    private const int LongestWhy = 400;

    /// <summary>Null where the letter is no report.</summary>
    public static DeliveryReport? Of(MimeMessage message)
    {
        var parts = ReadLetter.PartsOf(message);
        if (parts.OfType<MessageDeliveryStatus>().FirstOrDefault() is { } status)
        {
            var told = GroupsOf(status).Select(g => (Group: g, Action: ActionOf(g))).Where(t => t.Action is not null).ToList();
            var (group, action) = told.Find(t => t.Action == "failed") is { Action: not null } failed ? failed : told.FirstOrDefault();
            return action is null ? null : new DeliveryReport(ReturnedId(parts), action, RecipientOf(group), WhyOf(group));
        }

        if (parts.OfType<MessageDispositionNotification>().FirstOrDefault() is { } receipt)
        {
            return OfReceipt(receipt);
        }

        var from = Addresses.Key(message.From.Mailboxes.FirstOrDefault()?.Address ?? "");
        var isDaemon = from.StartsWith("mailer-daemon@", StringComparison.Ordinal) || from.StartsWith("postmaster@", StringComparison.Ordinal);
        return isDaemon && ReturnedId(parts) is { } id ? new DeliveryReport(id, "failed", "", Typed.Line(message.Subject) ?? "") : null;
    }

    /// <summary>What became of a letter in the program of who got it: `displayed`, `deleted`, `dispatched`, `processed` (RFC 8098 §3.2.6).</summary>
    private static DeliveryReport? OfReceipt(MessageDispositionNotification receipt)
    {
        try
        {
            var fields = receipt.Fields;
            var action = fields["Disposition"]?.Split(';', 2)[^1].Split('/', ',')[0].Trim().ToLowerInvariant();
            return fields["Original-Message-ID"] is { } id && !string.IsNullOrEmpty(action)
                ? new DeliveryReport(LetterIds.Plain(id), action, RecipientOf(fields), "")
                : null;
        }
        catch (Exception error) when (error is FormatException or IOException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>One group for each recipient; the first one is about the server, and some servers leave the blank lines between them out.</summary>
    private static List<HeaderList> GroupsOf(MessageDeliveryStatus status)
    {
        try
        {
            return [.. status.StatusGroups.SelectMany(Split).Where(g => g.Contains("Action") || g.Contains("Final-Recipient")).Take(100)];
        }
        catch (Exception error) when (error is FormatException or IOException or InvalidOperationException or ArgumentException)
        {
            return [];
        }
    }

    private static List<HeaderList> Split(HeaderList group)
    {
        var groups = new List<HeaderList> { new() };
        foreach (var field in group.Take(1000))
        {
            var isNext = (field.Field.Equals("Final-Recipient", StringComparison.OrdinalIgnoreCase) && groups[^1].Contains("Final-Recipient"))
                || (field.Field.Equals("Original-Recipient", StringComparison.OrdinalIgnoreCase) && groups[^1].Contains("Final-Recipient"));
            if (isNext)
            {
                groups.Add([]);
            }

            groups[^1].Add(field.Clone());
        }

        return groups;
    }

    private static string? ActionOf(HeaderList group)
    {
        var said = group["Action"]?.Split('(', ';')[0].Trim().ToLowerInvariant();
        return said is { Length: > 0 } ? said : group["Status"]?.Trim() switch
        {
            ['5', ..] => "failed",
            ['4', ..] => "delayed",
            ['2', ..] => "delivered",
            _ => null,
        };
    }

    private static string RecipientOf(HeaderList group)
        => (group["Original-Recipient"] ?? group["Final-Recipient"])?.Split(';')[^1].Trim() is { Length: <= 320 } address ? address : "";

    private static string WhyOf(HeaderList group)
    {
        var why = string.Join(' ', new[] { group["Status"], group["Diagnostic-Code"]?.Split(';', 2)[^1] }.OfType<string>().Select(s => Typed.Line(s) ?? "").Where(s => s.Length > 0));
        return why.Length <= LongestWhy ? why : why[..LongestWhy];
    }

    /// <summary>The Message-ID of the letter that is returned, whole, as headers only, or as text.</summary>
    private static string? ReturnedId(IReadOnlyList<MimeEntity> parts)
    {
        foreach (var part in parts)
        {
            var id = part switch
            {
                MessagePart { Message: { } returned } => returned.MessageId,
                TextPart text when text.ContentType.IsMimeType("text", "rfc822-headers") => FoundIn(text),
                _ => null,
            };
            if (!string.IsNullOrEmpty(id))
            {
                return LetterIds.Plain(id);
            }
        }

        return parts.OfType<TextPart>().Where(p => p.IsPlain).Select(FoundIn).OfType<string>().Select(LetterIds.Plain).FirstOrDefault();
    }

    private static string? FoundIn(TextPart part) => MessageId().Match(LetterCharset.TextOf(part)) is { Success: true } match ? match.Groups["id"].Value : null;

    [GeneratedRegex(@"^\s*Message-ID:\s*<(?<id>[^<>\s]{3,900})>", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex MessageId();
}
