using Santral.Contracts.Identity;
using Santral.Requests.Domain;

namespace Santral.Requests.Features;

/// <summary>
/// Which requests a person sees: those of the units he works for, those he opened, has in hand or watches. A permission
/// opens all units, for people who work for the whole organisation. The system sees everything.
/// </summary>
internal sealed class Sight(IKnowTeams teams, IOrganisation organisation, ICurrentUser user)
{
    public bool SeesAll { get; } = user.Id is null || user.Has(RequestsPermissions.AllUnits);

    /// <summary>Units of the person's teams, his first team's first.</summary>
    public IReadOnlyList<string> Own { get; } = user.Id is { } agent ? [.. teams.Of(agent).Select(t => t.Unit).Distinct()] : [];

    public IReadOnlyList<string> Units => SeesAll ? [.. organisation.Units.Select(u => u.Code)] : Own;

    public IQueryable<Request> Of(IQueryable<Request> requests)
    {
        if (SeesAll)
        {
            return requests;
        }

        var me = user.Id;
        var units = Own;
        return requests.Where(r => units.Contains(r.Unit) || r.OwnerId == me || r.OpenedBy == me || r.Watchers.Any(w => w.UserId == me));
    }

    public bool Sees(string unit) => SeesAll || Own.Contains(unit);

    /// <summary>Somebody else's sight, without what he owns or watches.</summary>
    public static bool SeesUnit(Person person, string unit, IKnowTeams teams)
        => person.Permissions.Contains(RequestsPermissions.Read)
            && (person.Permissions.Contains(RequestsPermissions.AllUnits) || teams.Of(person.Id).Any(t => t.Unit == unit));
}
