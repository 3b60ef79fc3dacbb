using Microsoft.AspNetCore.Http;

namespace Santral.Identity.Access;

/// <summary>
/// A page of another site can make the browser send our cookie, but not this header (CORS would ask us first).
/// So each write without an API key must carry it.
/// </summary>
internal sealed class HeaderCheck(RequestDelegate next)
{
    public const string Header = "X-Requested-With";
    public const string Value = "santral";

    public Task InvokeAsync(HttpContext http)
    {
        var request = http.Request;
        var isSafe = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);
        if (!isSafe && request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            && !IdentitySchemes.HasBearer(request) && request.Headers[Header] != Value)
        {
            throw new Refusal("identity.header_missing", RefusalKind.Forbidden, ("header", Header));
        }

        return next(http);
    }
}
