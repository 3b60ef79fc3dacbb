using Microsoft.AspNetCore.Http;
using Santral.Identity.Domain;

namespace Santral.Identity.Access;

/// <summary>The cookie that carries a session's token: out of reach for scripts and for other sites' pages.</summary>
internal static class SessionCookie
{
    // The __Host- prefix makes browsers insist on Secure, on the path and on this very host (RFC 6265bis §4.1.3.2).
    private static string NameOn(HttpRequest request) => request.IsHttps ? "__Host-santral" : "santral";

    public static string? Read(HttpRequest request)
        => request.Cookies.TryGetValue(NameOn(request), out var token) && token is { Length: > 0 and <= 100 } ? token : null;

    public static void Write(HttpContext http, string token, bool keep)
    {
        var options = Options(http.Request);
        options.MaxAge = keep ? UserSession.KeptFor : null;
        http.Response.Cookies.Append(NameOn(http.Request), token, options);
    }

    public static void Remove(HttpContext http) => http.Response.Cookies.Delete(NameOn(http.Request), Options(http.Request));

    // Strict suffices: the app is one page that asks for everything, its live connection too, from the same site.
    private static CookieOptions Options(HttpRequest request) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = request.IsHttps,
        Path = "/",
        IsEssential = true,
    };
}
