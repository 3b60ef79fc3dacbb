using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Santral.Identity.Access;

/// <summary>The two ways to show who one is: a browser's session and a program's key.</summary>
public static class IdentitySchemes
{
    /// <summary>Chooses between the two by the request.</summary>
    public const string Any = "santral";

    public const string Session = "session";

    public const string ApiKey = "api-key";

    /// <summary>Policy: a person signed in with a browser, not a program with a key.</summary>
    public const string BrowserSession = "browser-session";

    internal static void AddSchemes(IServiceCollection services)
    {
        services.AddAuthentication(Any)
            .AddPolicyScheme(Any, null, scheme => scheme.ForwardDefaultSelector = http => HasBearer(http.Request) ? ApiKey : Session)
            .AddScheme<AuthenticationSchemeOptions, SessionAuthentication>(Session, null)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKey, null);
        services.AddAuthorization(policies => policies.AddPolicy(BrowserSession, policy => policy.RequireAuthenticatedUser().RequireClaim(Principals.SessionClaim)));
    }

    /// <summary>For a person's own account: a program with a key may not change the locks of the house.</summary>
    internal static TBuilder RequireSession<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder
        => route.RequireAuthorization(BrowserSession);

    internal static bool HasBearer(HttpRequest request) => BearerOf(request) is not null;

    internal static string? BearerOf(HttpRequest request)
    {
        const string Scheme = "Bearer ";
        var value = request.Headers.Authorization.ToString();
        return value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? value[Scheme.Length..].Trim() : null;
    }
}
