using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;

namespace Santral.Kernel;

/// <summary>Rights are enforced here, at the route, never in a screen only.</summary>
public static class PermissionRoutes
{
    /// <summary>The claim that carries one permission of the signed-in user or API key.</summary>
    public const string Claim = "permission";

    /// <summary>The claim of a person who signed in with a browser; an API key does not carry it.</summary>
    public const string SessionClaim = "session";

    public static TBuilder RequirePermission<TBuilder>(this TBuilder route, string permission)
        where TBuilder : IEndpointConventionBuilder
        => route.RequireAuthorization(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireClaim(Claim, permission).Build());

    /// <summary>What is a person's own desk (notices, drafts) is no business of the programs that act for him.</summary>
    public static TBuilder RequirePerson<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder
        => route.RequireAuthorization(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireClaim(SessionClaim).Build());
}
