using Microsoft.EntityFrameworkCore;
using Santral.Identity.Domain;

namespace Santral.Identity.Data;

/// <summary>People, roles, units, keys and the organisation.</summary>
internal sealed class NamePeople(IdentityDb db, People people, ICurrentUser user) : INameRecords
{
    public async Task NameAsync(RecordNames names, CancellationToken stop)
    {
        foreach (var id in names.UnnamedAs<UserId>())
        {
            if (people.Find(id) is { } person)
            {
                names.Name(id.Value, person.DisplayName, user.Has(IdentityPermissions.Users) ? "/users" : null);
            }
        }

        var settings = user.Has(IdentityPermissions.Settings);
        var roles = names.UnnamedAs<RoleId>();
        foreach (var role in await db.Roles.AsNoTracking().Where(r => roles.Contains(r.Id)).ToListAsync(stop))
        {
            names.Name(role.Id.Value, role.Names.In(names.Language), settings ? "/users/roles" : null);
        }

        var units = names.UnnamedAs<UnitId>();
        foreach (var unit in await db.Units.AsNoTracking().Where(u => units.Contains(u.Id)).ToListAsync(stop))
        {
            names.Name(unit.Id.Value, unit.Names.In(names.Language), settings ? "/users/organisation" : null);
        }

        var keys = names.UnnamedAs<ApiKeyId>();
        foreach (var key in await db.ApiKeys.AsNoTracking().Where(k => keys.Contains(k.Id)).ToListAsync(stop))
        {
            names.Name(key.Id.Value, key.Name);
        }

        var organisations = names.UnnamedAs<OrganisationId>();
        foreach (var organisation in await db.Organisations.AsNoTracking().Where(o => organisations.Contains(o.Id)).ToListAsync(stop))
        {
            names.Name(organisation.Id.Value, organisation.Name, settings ? "/users/organisation" : null);
        }
    }
}
