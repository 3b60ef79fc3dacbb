using Microsoft.EntityFrameworkCore;
using Santral.Identity.Data;
using Santral.Identity.Domain;

namespace Santral.Identity.Access;

/// <summary>Roles by their codes.</summary>
internal sealed class RoleBook(IdentityDb db, PermissionCatalog catalog)
{
    public PermissionCatalog Catalog { get; } = catalog;

    public async Task<List<Role>> FindAllAsync(IEnumerable<string> codes, CancellationToken stop)
    {
        string[] wanted = [.. codes.Distinct()];
        var found = await db.Roles.Where(r => wanted.Contains(r.Code)).ToListAsync(stop);
        return wanted.FirstOrDefault(code => found.All(r => r.Code != code)) is { } unknown
            ? throw new Refusal("identity.role_unknown", RefusalKind.Invalid, ("role", unknown))
            : found;
    }

    public async Task<Role> FindAsync(string code, CancellationToken stop)
        => await db.Roles.FirstOrDefaultAsync(r => r.Code == code, stop)
            ?? throw new Refusal("identity.role_unknown", RefusalKind.Unknown, ("role", code));
}
