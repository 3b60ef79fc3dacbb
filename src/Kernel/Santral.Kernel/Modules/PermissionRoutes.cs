using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;

namespace Santral.Kernel;

/// <summary>Rights are enforced here, at the route, never in a screen only.</summary>
public static class PermissionRoutes
{
    /// <summary>The claim that carries one permission of the signed-in user or API key.</summary>
    public const string Claim = "permission";

    public static TBuilder RequirePermission<TBuilder>(this TBuilder route, string permission)
        where TBuilder : IEndpointConventionBuilder
        => route.RequireAuthorization(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireClaim(Claim, permission).Build());
}
