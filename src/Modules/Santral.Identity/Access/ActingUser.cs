using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Santral.Identity.Data;

namespace Santral.Identity.Access;

/// <summary>
/// Who acts in this scope: the request's person; nobody while signing in; the system in jobs, reactions and calls.
/// A hub's calls have no request of their own: the hub filter says <see cref="Become"/>.
/// </summary>
public sealed class ActingUser(IHttpContextAccessor http, People people) : ICurrentUser
{
    private ClaimsPrincipal? _became;
    private bool _isSystem;

    public UserId? Id => Principals.UserOf(Principal);

    public string Name => Principal is not { } principal ? "system" : principal.Identity?.Name ?? "anonymous";

    public string Language => Id is { } id && people.Find(id) is { } person ? person.Language : "en";

    private ClaimsPrincipal? Principal => _isSystem ? null : _became ?? http.HttpContext?.User;

    public bool Has(string permission) => Principal is not { } principal || principal.HasClaim(PermissionRoutes.Claim, permission);

    public void Become(ClaimsPrincipal principal) => _became = principal;

    /// <summary>For set-up, which a request asks for and the system does.</summary>
    public void BecomeSystem() => _isSystem = true;
}
