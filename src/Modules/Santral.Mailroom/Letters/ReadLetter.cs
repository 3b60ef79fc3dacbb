using System.Text;
using MimeKit;
using MimeKit.Text;
using MimeKit.Tnef;
using Santral.Mailroom.Domain;

namespace Santral.Mailroom.Letters;

/// <summary>Bytes of a mail to what the mailroom knows of it (RFC 5322, 2045 … 2049). It never refuses: the worst mail is a letter with its words as they are.</summary>
internal static class ReadLetter
{
    private const int Deepest = 60;
    private const int MostParts = 1000;
    private const int MostAddresses = 100;

    public static readonly ParserOptions Options = Lenient();

    /// <param name="trustedServer">Name of the server whose verdict on the sender is believed.</param>
    public static LetterContent Read(byte[] original, string? trustedServer = null)
    {
        try
        {
            var message = Load(original);
            return Of(message, original, trustedServer);
        }
        catch (Exception error) when (error is FormatException or ArgumentException or IOException or InvalidOperationException or NotSupportedException or IndexOutOfRangeException or NullReferenceException or OverflowException)
        {
            // Bytes that no reader makes a letter of are still somebody's words.
            return Unreadable(original);
        }
    }

    public static MimeMessage Load(byte[] original)
    {
        // Lines of an old Macintosh, where every reader sees one line only.
        var isCarriageReturns = original.AsSpan().IndexOf((byte)'\r') >= 0 && original.AsSpan().IndexOf((byte)'\n') < 0;
        using var stream = new MemoryStream(isCarriageReturns ? [.. original.Select(b => b == '\r' ? (byte)'\n' : b)] : original, writable: false);
        return MimeMessage.Load(Options, stream);
    }

    /// <summary>The parts of a letter in their order, the letters inside it as one part each; what winmail.dat hides is unfolded.</summary>
    public static IReadOnlyList<MimeEntity> PartsOf(MimeMessage message)
    {
        var parts = new List<MimeEntity>();
        Collect(message.Body, parts, 0);
        return parts;
    }

    /// <summary>The files of a letter, as <see cref="FoundAttachment.Index"/> counts them.</summary>
    public static IReadOnlyList<MimeEntity> FilesOf(MimeMessage message)
    {
        var parts = PartsOf(message);
        var shown = ShownOf(parts);
        return [.. parts.Where(p => p is not Multipart && !shown.Contains(p))];
    }

    public static TextPart? HtmlOf(MimeMessage message) => PartsOf(message).OfType<TextPart>().FirstOrDefault(p => p.IsHtml && !p.IsAttachment);

    private static LetterContent Of(MimeMessage message, byte[] original, string? trustedServer)
    {
        var head = ReadHead.Of(message.Headers, message.Body, trustedServer);
        var parts = PartsOf(message);
        var text = TextOf(parts, out var html);
        if (text.Length == 0 && html is null && IsShapeless(message))
        {
            text = WordsIn(BodyOf(original));
        }

        var files = FilesOf(message).Select(FoundOf).ToList();
        return new LetterContent(head, text, html is not null, files, ReadReport.Of(message), Fingerprint.Of(head, parts, original));
    }

    /// <summary>A letter whose body is said to be something it cannot be: parts without a line between them, a type that is none.</summary>
    private static bool IsShapeless(MimeMessage message) => message.Body switch
    {
        null => true,
        Multipart multipart => multipart.Count == 0,
        MimePart { IsAttachment: false, FileName: null } part => part.Headers["Content-Type"] is { } type && !type.Contains('/', StringComparison.Ordinal),
        _ => false,
    };

    private static void Collect(MimeEntity? entity, List<MimeEntity> parts, int depth)
    {
        if (entity is null || depth > Deepest || parts.Count >= MostParts)
        {
            return;
        }

        switch (entity)
        {
            case Multipart multipart:
                foreach (var child in multipart)
                {
                    Collect(child, parts, depth + 1);
                }

                break;
            case TnefPart tnef:
                CollectTnef(tnef, parts);
                break;
            default:
                parts.Add(entity);
                break;
        }
    }

    private static void CollectTnef(TnefPart tnef, List<MimeEntity> parts)
    {
        try
        {
            var inside = tnef.ExtractAttachments().Take(MostParts - parts.Count).ToList();
            parts.AddRange(inside);
            if (inside.Count == 0)
            {
                parts.Add(tnef);
            }
        }
        catch (Exception error) when (error is FormatException or ArgumentException or IOException or InvalidOperationException or NotSupportedException or EndOfStreamException)
        {
            parts.Add(tnef);
        }
    }

    /// <summary>The text that is read, not a file: the first plain and the first formatted part without a name, and plain ones that follow them.</summary>
    private static HashSet<MimeEntity> ShownOf(IReadOnlyList<MimeEntity> parts)
    {
        var texts = parts.OfType<TextPart>().Where(p => !p.IsAttachment && string.IsNullOrEmpty(p.FileName)).ToList();
        var shown = texts.Where(p => p.IsPlain || p.IsFlowed).Cast<MimeEntity>().Concat(texts.Where(p => p.IsHtml).Take(1)).ToHashSet();
        if (shown.Count == 0 && parts.OfType<TextPart>().FirstOrDefault(p => p.IsPlain) is { } only && parts.Count == 1)
        {
            shown.Add(only);
        }

        return shown;
    }

    private static string TextOf(IReadOnlyList<MimeEntity> parts, out TextPart? html)
    {
        var shown = ShownOf(parts).OfType<TextPart>().ToList();
        html = shown.Find(p => p.IsHtml);
        var plain = shown.Where(p => !p.IsHtml).ToList();
        var text = plain.Count > 0 ? string.Join("\n\n", plain.Select(WordsOf).Where(w => w.Length > 0)) : "";
        return text.Length == 0 && html is not null ? HtmlWords.Of(LetterCharset.TextOf(html)) : text;
    }

    private static string WordsOf(TextPart part)
    {
        var text = LetterCharset.TextOf(part);
        if (!part.IsFlowed)
        {
            return Typed.Lines(text);
        }

        // RFC 3676: lines that end with a space go on.
        var deleteSpace = part.ContentType.Parameters["delsp"]?.Trim().Equals("yes", StringComparison.OrdinalIgnoreCase) == true;
        return Typed.Lines(new FlowedToText { DeleteSpace = deleteSpace }.Convert(text));
    }

    private static FoundAttachment FoundOf(MimeEntity entity, int index)
    {
        var (name, length) = entity switch
        {
            MessagePart inner => ((inner.Message?.Subject is { Length: > 0 } subject ? subject : "message") + ".eml", LengthOf(to => inner.Message?.WriteTo(to))),
            MimePart part => (part.FileName ?? "", LengthOf(to => part.Content?.DecodeTo(to))),
            _ => ("", 0L),
        };
        return new FoundAttachment(
            index,
            NameOf(name, entity, index),
            Typed.Line(entity.ContentType.MimeType)?.ToLowerInvariant() is { Length: <= 100 } type ? type : "application/octet-stream",
            length,
            Typed.Line(entity.ContentId) is { Length: <= 200 } id ? id : null,
            entity.ContentId is { Length: > 0 } && entity.ContentType.IsMimeType("image", "*") && !entity.IsAttachment);
    }

    private static string NameOf(string name, MimeEntity entity, int index)
    {
        // Only the last part of a path, without signs that mean something to file systems or turn the reading direction.
        var clean = new string([.. (Typed.Line(Path.GetFileName(name.Replace('\\', '/'))) ?? "")
            .Where(c => !char.IsControl(c) && c is not ('<' or '>' or ':' or '"' or '|' or '?' or '*') && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format)]).Trim('.', ' ');
        if (clean.Length == 0)
        {
            // What servers report about a letter (message/delivery-status) is text that people can read.
            var ending = entity.ContentType.IsMimeType("message", "*") ? ".txt" : MimeTypes.TryGetExtension(entity.ContentType.MimeType, out var known) ? known : ".bin";
            clean = $"{index + 1}{ending}";
        }

        if (clean.Length <= ReceivedAttachment.LongestName)
        {
            return clean;
        }

        var kept = Path.GetExtension(clean) is { Length: <= 20 } last ? last : "";
        return clean[..(ReceivedAttachment.LongestName - kept.Length)] + kept;
    }

    private static long LengthOf(Action<Stream> write)
    {
        using var count = new ReadingStream(_ => { });
        write(count);
        return count.Length;
    }

    /// <summary>What stands below the head.</summary>
    internal static ReadOnlySpan<byte> BodyOf(byte[] original)
    {
        var (dos, unix) = (original.AsSpan().IndexOf("\r\n\r\n"u8), original.AsSpan().IndexOf("\n\n"u8));
        return (dos, unix) switch
        {
            ( < 0, < 0) => original,
            ( < 0, _) => original.AsSpan(unix + 2),
            (_, < 0) => original.AsSpan(dos + 4),
            _ => dos < unix ? original.AsSpan(dos + 4) : original.AsSpan(unix + 2),
        };
    }

    private static LetterContent Unreadable(byte[] original)
        => new(new LetterHead(), WordsIn(original), false, [], null, Fingerprint.Of(new LetterHead(), [], original));

    private static string WordsIn(ReadOnlySpan<byte> bytes) => Typed.Lines(LetterCharset.Decode(bytes[..Math.Min(bytes.Length, 64 * 1024)].ToArray(), null));

    private static ParserOptions Lenient()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return new ParserOptions
        {
            MaxMimeDepth = Deepest,
            AddressParserComplianceMode = RfcComplianceMode.Loose,
            Rfc2047ComplianceMode = RfcComplianceMode.Loose,
            ParameterComplianceMode = RfcComplianceMode.Loose,
            AllowAddressesWithoutDomain = true,
            AllowUnquotedCommasInAddresses = true,
            // After UTF-8, what raw bytes above ASCII in a header are: the Windows page of Turkish, which has the Swedish letters too.
            CharsetEncoding = CodePagesEncodingProvider.Instance.GetEncoding(1254)!,
            MaxAddressGroupDepth = 3,
        };
    }
}
