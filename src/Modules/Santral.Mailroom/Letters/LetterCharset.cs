using System.Text;
using MimeKit;

namespace Santral.Mailroom.Letters;

/// <summary>
/// The letters of a part. What says one charset and is another is common: strict UTF-8 is tried first wherever a byte above ASCII
/// stands, then what the part says, then the Windows code pages of our languages.
/// </summary>
internal static class LetterCharset
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Larger texts are shown to this length; the original is whole.</summary>
    private const int Longest = 4 * 1024 * 1024;

    public static string TextOf(TextPart part)
    {
        if (part.Content is null)
        {
            return "";
        }

        using var bytes = new MemoryStream();
        part.Content.DecodeTo(bytes);
        var length = (int)Math.Min(bytes.Length, Longest);
        return Decode(bytes.GetBuffer().AsSpan(0, length).ToArray(), part.ContentType.Charset);
    }

    public static string Decode(byte[] bytes, string? charset)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, ..])
        {
            bytes = bytes[3..];
        }

        var said = charset?.Trim().Trim('"').ToLowerInvariant();
        if (said?.StartsWith("utf-16", StringComparison.Ordinal) == true || said?.StartsWith("utf-32", StringComparison.Ordinal) == true || said?.StartsWith("iso-2022", StringComparison.Ordinal) == true)
        {
            return (Find(said)?.GetString(bytes) ?? Encoding.Latin1.GetString(bytes)).TrimStart('\uFEFF');
        }

        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return (Find(said) ?? Find("windows-1254")!).GetString(bytes);
        }
    }

    // What calls itself Latin 1 or 5 is in truth the Windows page around it (WHATWG Encoding §4.2).
    private static Encoding? Find(string? charset)
    {
        var name = charset switch
        {
            null or "" or "utf-8" or "utf8" or "us-ascii" or "ascii" or "unknown-8bit" or "default" => "windows-1254",
            "iso-8859-1" or "latin1" => "windows-1252",
            "iso-8859-9" or "latin5" => "windows-1254",
            _ => charset,
        };
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
