using System.Globalization;
using System.Security.Claims;
using Santral.Identity.Data;
using Santral.Identity.Domain;

namespace Santral.Identity.Access;

/// <summary>The claims a request carries: who, by what, and each permission held at this moment.</summary>
public static class Principals
{
    public const string UserClaim = "sub";

    /// <summary>Present when a person signed in with a browser; absent for an API key.</summary>
    public const string SessionClaim = PermissionRoutes.SessionClaim;

    internal static ClaimsPrincipal Of(KnownPerson known, SessionId session)
        => Make(known, known.Person.Permissions, IdentitySchemes.Session, [new Claim(SessionClaim, session.ToString())]);

    internal static ClaimsPrincipal Of(KnownPerson known, CodeSet scopes)
        => Make(known, known.Person.Permissions.Where(scopes.Contains), IdentitySchemes.ApiKey, []);

    public static UserId? UserOf(ClaimsPrincipal? principal)
        => UserId.TryParse(principal?.FindFirst(UserClaim)?.Value, CultureInfo.InvariantCulture, out var id) ? id : null;

    public static SessionId? SessionOf(ClaimsPrincipal? principal)
        => SessionId.TryParse(principal?.FindFirst(SessionClaim)?.Value, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static ClaimsPrincipal Make(KnownPerson known, IEnumerable<string> permissions, string scheme, IEnumerable<Claim> more)
    {
        var identity = new ClaimsIdentity(more, scheme, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new Claim(UserClaim, known.Person.Id.ToString()));
        // SignalR addresses a person's connections by this claim.
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, known.Person.Id.ToString()));
        // Refusals are told in this language.
        identity.AddClaim(new Claim("language", known.Person.Language));
        identity.AddClaim(new Claim(ClaimTypes.Name, known.Person.UserName));
        identity.AddClaims(permissions.Select(p => new Claim(PermissionRoutes.Claim, p)));
        return new ClaimsPrincipal(identity);
    }
}
