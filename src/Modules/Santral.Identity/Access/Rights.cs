using Santral.Identity.Data;
using Santral.Identity.Domain;

namespace Santral.Identity.Access;

/// <summary>Nobody gives, takes or unlocks what he does not hold himself; and somebody can always administer.</summary>
internal static class Rights
{
    /// <summary>Roles that come or go must lie within the acting person's own rights.</summary>
    public static void CheckMayChangeRoles(ICurrentUser actor, IEnumerable<Role> roles, PermissionCatalog catalog)
        => CheckWithin(actor, roles.SelectMany(catalog.Of));

    /// <summary>A password or second factor of somebody with more rights is out of reach: it would be a way to become him.</summary>
    public static void CheckMayUnlock(ICurrentUser actor, KnownPerson? person)
        => CheckWithin(actor, person?.Person.Permissions ?? Enumerable.Empty<string>());

    public static void CheckWithin(ICurrentUser actor, IEnumerable<string> permissions)
    {
        if (permissions.FirstOrDefault(p => !actor.Has(p)) is { } beyond)
        {
            throw new Refusal("identity.beyond_own_rights", RefusalKind.Forbidden, ("permission", beyond));
        }
    }

    public static void CheckAdminRemains(User changed, People people)
    {
        var isAdmin = changed.IsActive && changed.Roles.Contains(Role.Admin);
        if (!isAdmin && !people.KnowAll().Any(p => p.Person.Id != changed.Id && p.Person.IsActive && p.Roles.Contains(Role.Admin)))
        {
            throw new Refusal("identity.last_admin");
        }
    }
}
