using System.Security.Cryptography;
using System.Text;
using MimeKit;
using Santral.Mailroom.Domain;

namespace Santral.Mailroom.Letters;

/// <summary>
/// What makes two arrivals the same letter. Lines of servers above it do not count, and where it has a Message-ID neither does what a program
/// writes anew when it sends or passes on the same letter: the instant, the lines between the parts, the coding of bytes. The id alone is not enough:
/// broken programs give all their letters the same one, and no letter is lost for that (RFC 5322 §3.6.4).
/// </summary>
internal static class Fingerprint
{
    /// <returns>SHA-256, in hexadecimal.</returns>
    public static string Of(LetterHead head, IReadOnlyList<MimeEntity> parts, byte[] original)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var instant = head.MessageId is null ? head.Date : null;
        Say(hash, $"{head.MessageId}\n{head.From.Address}\n{instant:O}\n{head.Subject}");
        if (head.MessageId is null || parts.Count == 0)
        {
            hash.AppendData(ReadLetter.BodyOf(original));
        }
        else
        {
            foreach (var part in parts)
            {
                Add(hash, part);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Add(IncrementalHash hash, MimeEntity part)
    {
        Say(hash, $"{part.ContentType.MimeType.ToLowerInvariant()}\n{part.ContentType.Name}");
        using var reading = new ReadingStream(hash.AppendData);
        switch (part)
        {
            case TextPart text:
                Say(hash, Typed.Lines(LetterCharset.TextOf(text)));
                break;
            case MimePart { Content: { } content }:
                content.DecodeTo(reading);
                break;
            case MessagePart { Message: { } message }:
                message.WriteTo(reading);
                break;
        }
    }

    private static void Say(IncrementalHash hash, string line) => hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
}
