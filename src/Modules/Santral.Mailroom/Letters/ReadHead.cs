using System.Text;
using System.Text.RegularExpressions;
using MimeKit;
using MimeKit.Utils;
using Santral.Mailroom.Domain;

namespace Santral.Mailroom.Letters;

/// <summary>The headers of a mail as <see cref="LetterHead"/>. Each is read by itself: one that is nonsense spoils no other.</summary>
internal static partial class ReadHead
{
    private const int MostAddresses = 100;
    private const int LongestName = 200;

    private static readonly string[] Deliveries = ["delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "x-delivered-to"];

    public static LetterHead Of(HeaderList headers, MimeEntity? body, string? trustedServer)
    {
        var from = AddressesOf(headers, "From").FirstOrDefault() ?? AddressesOf(headers, "Sender").FirstOrDefault() ?? new LetterAddress("", "");
        var type = body?.ContentType;
        return new LetterHead
        {
            MessageId = IdsOf(headers["Message-Id"]) is [var id, ..] ? id : null,
            InReplyTo = IdsOf(headers["In-Reply-To"]) is [var answered, ..] ? answered : null,
            References = LetterIds.Bounded(IdsOf(headers["References"])),
            From = from,
            AnswerTo = AddressesOf(headers, "Reply-To").FirstOrDefault(a => Addresses.IsAddress(a.Address)) ?? from,
            ReturnPath = headers["Return-Path"] is { } path ? Bare(path) : null,
            To = AddressesOf(headers, "To"),
            Cc = AddressesOf(headers, "Cc"),
            DeliveredTo = [.. headers.Where(h => Deliveries.Contains(h.Field.ToLowerInvariant())).Select(h => Bare(h.Value)).Where(a => a.Length > 0).Distinct().Take(MostAddresses)],
            Subject = Typed.Line(SubjectOf(headers)) ?? "",
            Date = DateUtils.TryParse(headers["Date"] ?? "", out var date) ? date.ToUniversalTime() : null,
            AutoSubmitted = headers["Auto-Submitted"],
            Precedence = headers["Precedence"],
            ContentType = type is null ? "" : type.MimeType.ToLowerInvariant(),
            ReportType = type?.IsMimeType("multipart", "report") == true ? type.Parameters["report-type"]?.ToLowerInvariant() : null,
            Names = headers.Select(h => h.Field.ToLowerInvariant()).Take(500).ToHashSet(),
            Suppresses = headers["X-Auto-Response-Suppress"],
            OwnMark = Guid.TryParse(headers[WriteLetter.Mark], out var own) ? own : null,
            IsSenderProven = trustedServer is null ? null : ProvenBy(headers, trustedServer),
        };
    }

    private static string? SubjectOf(HeaderList headers)
        => headers.FirstOrDefault(h => h.Id == HeaderId.Subject) is { } header ? Header.Unfold(Rfc2047.DecodeText(ReadLetter.Options, Padded(header.RawValue))) : null;

    /// <summary>Encoded words that lost the signs at their end get them back (RFC 2047 §4.1): readers drop their last letter otherwise.</summary>
    private static byte[] Padded(byte[] raw)
    {
        var text = Encoding.Latin1.GetString(raw);
        var padded = Unpadded().Replace(text, m => $"{m.Groups["head"].Value}{m.Groups["word"].Value.PadRight((m.Groups["word"].Value.Length + 3) / 4 * 4, '=')}?=");
        return padded.Length == text.Length ? raw : Encoding.Latin1.GetBytes(padded);
    }

    private static List<LetterAddress> AddressesOf(HeaderList headers, string field)
    {
        var found = new List<LetterAddress>();
        foreach (var header in headers.Where(h => h.Field.Equals(field, StringComparison.OrdinalIgnoreCase)))
        {
            if (InternetAddressList.TryParse(Padded(header.RawValue), out var list))
            {
                found.AddRange(list.Mailboxes.Take(MostAddresses - found.Count).Select(Of));
            }
            else if (AnyAddress().Match(header.Value) is { Success: true } match)
            {
                found.Add(new LetterAddress(match.Value, ""));
            }
        }

        return found;
    }

    private static LetterAddress Of(MailboxAddress address) => new(Short(Typed.Line(address.Address) ?? "", 320), Short(Typed.Line(address.Name) ?? "", LongestName));

    private static string Short(string text, int longest) => text.Length <= longest ? text : text[..longest];

    private static string Bare(string value)
    {
        var match = AnyAddress().Match(value);
        return match.Success ? match.Value : "";
    }

    /// <summary>Also ids without brackets, with gaps inside, or several in one line.</summary>
    private static List<string> IdsOf(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return [];
        }

        var bracketed = BracketedId().Matches(value).Select(m => LetterIds.Plain(m.Value)).Where(id => id.Length > 0).Take(500).ToList();
        return bracketed.Count > 0 ? bracketed : [.. value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(w => w.Contains('@', StringComparison.Ordinal)).Select(LetterIds.Plain).Take(500)];
    }

    /// <summary>DMARC's verdict, else SPF and DKIM, of the first header of the believed server (RFC 8601 §2.2): it stands above what a stranger wrote.</summary>
    private static bool? ProvenBy(HeaderList headers, string server)
    {
        var verdict = headers.Where(h => h.Field.Equals("Authentication-Results", StringComparison.OrdinalIgnoreCase))
            .Select(h => h.Value.Trim()).FirstOrDefault(v => v.Split(';', ' ')[0].Equals(server, StringComparison.OrdinalIgnoreCase));
        if (verdict is null)
        {
            return null;
        }

        var results = Verdict().Matches(verdict).GroupBy(m => m.Groups["how"].Value.ToLowerInvariant())
            .ToDictionary(g => g.Key, g => g.Any(m => m.Groups["result"].Value.Equals("pass", StringComparison.OrdinalIgnoreCase)));
        return results.TryGetValue("dmarc", out var dmarc) ? dmarc : results.Count == 0 ? null : results.Values.Any(passed => passed);
    }

    [GeneratedRegex(@"[^\s<>@,;:""()]{1,64}@[^\s<>@,;:""()]{1,255}")]
    private static partial Regex AnyAddress();

    [GeneratedRegex(@"(?<head>=\?[^?\s]{1,60}\?[bB]\?)(?<word>[A-Za-z0-9+/]{1,400})\?=", RegexOptions.CultureInvariant)]
    private static partial Regex Unpadded();

    [GeneratedRegex(@"<[^<>]{1,2000}>")]
    private static partial Regex BracketedId();

    [GeneratedRegex(@"\b(?<how>dmarc|dkim|spf)\s*=\s*(?<result>[a-z]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Verdict();
}
