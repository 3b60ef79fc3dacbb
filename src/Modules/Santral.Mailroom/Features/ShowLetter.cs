using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using MimeKit;
using Santral.Mailroom.Letters;

namespace Santral.Mailroom.Features;

/// <summary>
/// The formatted form of a letter as a page for a frame without scripts and without origin, under a policy of its own: nothing of it
/// runs, and nothing is fetched from elsewhere until the reader asks for pictures (H-09).
/// </summary>
public static class ShowLetter
{
    /// <summary>Of pictures inside the letter; what is more stays a file to be saved.</summary>
    private const long MostPictures = 8L * 1024 * 1024;

    private static readonly string[] Pictures = ["image/png", "image/jpeg", "image/gif", "image/webp"];

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/mail/letters/{id}/page", HandleAsync)
        .RequirePermission(MailroomPermissions.Read)
        .WithName("ShowLetter")
        .WithTags("mailroom")
        .WithSummary("The formatted letter as a page to be shown in a frame; with `pictures=true` also what lies elsewhere.");

    internal static async Task<ContentHttpResult> HandleAsync(Guid id, bool? pictures, LetterSight sight, HttpContext http, CancellationToken stop)
    {
        var withRemote = pictures == true;
        var safe = await PageAsync(id, withRemote, sight, stop) ?? throw new Refusal("mailroom.no_page", RefusalKind.Unknown);
        var from = withRemote ? "data: https: http:" : "data:";
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = $"default-src 'none'; img-src {from}; style-src 'unsafe-inline'; sandbox allow-popups allow-popups-to-escape-sandbox; frame-ancestors 'self'; form-action 'none'; base-uri 'none'";
        headers.XFrameOptions = "SAMEORIGIN";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "private, no-store";
        headers["X-Blocked"] = $"{safe.Blocked}";
        return TypedResults.Text(safe.Page, "text/html; charset=utf-8");
    }

    private static async Task<SafeHtml?> PageAsync(Guid id, bool withRemote, LetterSight sight, CancellationToken stop)
    {
        if (await sight.OwnHtmlAsync(id, stop) is { } own)
        {
            return SafeLetterHtml.Of(own, _ => null, withRemote);
        }

        using var message = await sight.MessageAsync(id, stop);
        return SafeLetterHtml.Of(message, new InsidePictures(message).Find, withRemote);
    }

    /// <summary>Pictures the text calls by a Content-ID, put into the page itself: the frame has no origin and could fetch none.</summary>
    private sealed class InsidePictures(MimeMessage message)
    {
        private readonly IReadOnlyList<MimePart> _parts = [.. ReadLetter.PartsOf(message).OfType<MimePart>()];
        private long _spent;

        public string? Find(string contentId)
        {
            if (_parts.FirstOrDefault(p => p.ContentId == contentId.Trim('<', '>')) is not { Content: { } content } part
                || !Pictures.Contains(part.ContentType.MimeType.ToLowerInvariant()))
            {
                return null;
            }

            using var bytes = new MemoryStream();
            content.DecodeTo(bytes);
            _spent += bytes.Length;
            return _spent > MostPictures ? null : $"data:{part.ContentType.MimeType.ToLowerInvariant()};base64,{Convert.ToBase64String(bytes.GetBuffer(), 0, (int)bytes.Length)}";
        }
    }
}
