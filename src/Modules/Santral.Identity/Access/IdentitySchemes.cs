using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Santral.Identity.Domain;

namespace Santral.Identity.Access;

/// <summary>The two ways to show who one is, and the pieces the host puts into its pipeline.</summary>
public static class IdentitySchemes
{
    /// <summary>Chooses between the two by the request.</summary>
    public const string Any = "santral";

    public const string Session = "session";

    public const string ApiKey = "api-key";

    /// <summary>Authentication, the check of the header that no foreign page can send, and authorization, in that order.</summary>
    public static IApplicationBuilder UseIdentity(this IApplicationBuilder app)
    {
        app.UseAuthentication();
        app.UseMiddleware<HeaderCheck>();
        return app.UseAuthorization();
    }

    internal static void AddSchemes(IServiceCollection services)
    {
        services.AddAuthentication(Any)
            .AddPolicyScheme(Any, null, scheme => scheme.ForwardDefaultSelector = http => HasBearer(http.Request) ? ApiKey : Session)
            .AddScheme<AuthenticationSchemeOptions, SessionAuthentication>(Session, null)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKey, null);
        services.AddAuthorization();
    }

    /// <summary>For a person's own account: a program with a key may not change the locks of the house.</summary>
    internal static TBuilder RequireSession<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder
        => route.RequireAuthorization(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireClaim(Principals.SessionClaim).Build());

    internal static bool HasBearer(HttpRequest request) => BearerOf(request) is not null;

    internal static string? BearerOf(HttpRequest request)
    {
        const string Scheme = "Bearer ";
        var value = request.Headers.Authorization.ToString();
        return value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? value[Scheme.Length..].Trim() : null;
    }
}

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
