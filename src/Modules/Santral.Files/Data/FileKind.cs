using Microsoft.AspNetCore.StaticFiles;

namespace Santral.Files.Data;

/// <summary>What a file is, as far as its name and its first bytes say; what the sender claims is not asked.</summary>
/// <param name="IsRisky">A program or a script.</param>
internal sealed record FileKind(string ContentType, bool IsRisky)
{
    public const string Unknown = "application/octet-stream";

    /// <summary>How many bytes <see cref="Of"/> looks at.</summary>
    public const int LooksAt = 16;

    private static readonly FileExtensionContentTypeProvider Types = new();

    /// <summary>May be shown by a browser in the page: pictures of dots, which carry no script.</summary>
    public bool IsPicture => ContentType is "image/png" or "image/jpeg" or "image/gif" or "image/webp";

    public static FileKind Of(string name, ReadOnlySpan<byte> start)
    {
        var risky = RiskyFiles.ByName(name) || RiskyFiles.ByStart(start);
        var seen = Seen(start);
        if (seen is not null)
        {
            return new FileKind(seen, risky);
        }

        var named = Types.TryGetContentType(name, out var type) ? type : Unknown;

        // A picture or a PDF by name only is none.
        return new FileKind(risky || named.StartsWith("image/", StringComparison.Ordinal) || named == "application/pdf" ? Unknown : named, risky);
    }

    private static string? Seen(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            return "image/png";
        }

        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            return "image/jpeg";
        }

        if (start.StartsWith("GIF87a"u8) || start.StartsWith("GIF89a"u8))
        {
            return "image/gif";
        }

        if (start.Length >= 12 && start.StartsWith("RIFF"u8) && start[8..12].SequenceEqual("WEBP"u8))
        {
            return "image/webp";
        }

        return start.StartsWith("%PDF-"u8) ? "application/pdf" : null;
    }
}
