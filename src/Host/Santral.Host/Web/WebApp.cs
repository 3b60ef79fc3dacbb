using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;

namespace Santral.Host.Web;

/// <summary>
/// Serves the built web app: hashed files compressed at build and kept for ever, `index.html` with a fresh nonce each time,
/// and a content security policy that allows nothing else.
/// </summary>
internal static class WebApp
{
    private static readonly FileExtensionContentTypeProvider ContentTypes = new();

    public static void UseSecurityHeaders(this IApplicationBuilder app)
        => app.Use((http, next) =>
        {
            var headers = http.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(self), microphone=(self)";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
            return next(http);
        });

    public static void UseWebApp(this WebApplication app, string folder)
    {
        var root = Path.GetFullPath(folder);
        app.Use(async (http, next) =>
        {
            if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
            {
                await next(http);
                return;
            }

            var path = Path.GetFullPath(Path.Combine(root, (http.Request.Path.Value ?? "/").TrimStart('/')));
            if (path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
                && !path.EndsWith("index.html", StringComparison.Ordinal) && ContentTypes.TryGetContentType(path, out var type) && File.Exists(path))
            {
                await SendFileAsync(http, path, type);
                return;
            }

            await next(http);
        });

    }

    /// <summary>
    /// What no route answers and a person reads is a page of the app. Not a route itself: as one it would make an unknown address
    /// a wrong method, or a wrong method on a known one an unknown address.
    /// </summary>
    public static void UsePages(this WebApplication app, string folder)
        => app.Use((http, next) => IsPage(http) ? SendIndexAsync(http, Path.Combine(Path.GetFullPath(folder), "index.html")) : next(http));

    private static bool IsPage(HttpContext http)
        => http.GetEndpoint() is null && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
            && !http.Request.Path.StartsWithSegments("/api") && !Path.GetFileName(http.Request.Path.Value ?? "").Contains('.', StringComparison.Ordinal);

    private static async Task SendFileAsync(HttpContext http, string path, string type)
    {
        var response = http.Response;
        response.ContentType = type;
        response.Headers.CacheControl = path.Contains($"{Path.DirectorySeparatorChar}assets{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            ? "public, max-age=31536000, immutable"
            : "no-cache";
        response.Headers.Vary = "Accept-Encoding";
        var accepted = http.Request.Headers.AcceptEncoding.ToString();
        foreach (var (encoding, extension) in new[] { ("br", ".br"), ("gzip", ".gz") })
        {
            if (accepted.Contains(encoding, StringComparison.Ordinal) && File.Exists(path + extension))
            {
                response.Headers.ContentEncoding = encoding;
                path += extension;
                break;
            }
        }

        await response.SendFileAsync(path, http.RequestAborted);
    }

    private static async Task SendIndexAsync(HttpContext http, string index)
    {
        if (!File.Exists(index))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentSecurityPolicy =
            $"default-src 'self'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data: blob:; "
            + "media-src 'self' blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; "
            + "form-action 'self'; frame-ancestors 'none'";
        var html = await File.ReadAllTextAsync(index, http.RequestAborted);
        await http.Response.WriteAsync(html.Replace("__NONCE__", nonce, StringComparison.Ordinal), http.RequestAborted);
    }
}
