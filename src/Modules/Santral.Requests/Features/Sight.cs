using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Requests.Data;
using Santral.Requests.Domain;

namespace Santral.Requests.Features;

/// <summary>
/// Which requests a person sees: those of the units he works for, those he opened, has in hand or watches. A permission
/// opens all units, for people who work for the whole organisation. The system sees everything.
/// </summary>
internal sealed class Sight(RequestsDb db, IKnowTeams teams, IOrganisation organisation, ICurrentUser user)
{
    private const int MostElsewhere = 100;

    private Task<IReadOnlyList<RequestId>?>? _elsewhere;

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

    /// <summary>
    /// The few requests of other units that concern the person. Asked for first, lists need only the unit of each request:
    /// a database finds no good way through a condition of four parts joined by "or".
    /// </summary>
    /// <returns>Null when they are many.</returns>
    public async Task<IReadOnlyList<RequestId>?> ElsewhereAsync(CancellationToken stop)
    {
        if (SeesAll)
        {
            return [];
        }

        return await (_elsewhere ??= ReadElsewhereAsync(stop));
    }

    private async Task<IReadOnlyList<RequestId>?> ReadElsewhereAsync(CancellationToken stop)
    {
        var (me, units) = (user.Id!.Value, Own);
        var elsewhere = await db.Requests.Where(r => r.OwnerId == me && !units.Contains(r.Unit)).Select(r => r.Id)
            .Concat(db.Requests.Where(r => r.OpenedBy == me && !units.Contains(r.Unit)).Select(r => r.Id))
            .Concat(db.Watchers.Where(w => w.UserId == me).Join(db.Requests, w => w.RequestId, r => r.Id, (w, r) => r).Where(r => !units.Contains(r.Unit)).Select(r => r.Id))
            .Take(MostElsewhere + 1)
            .ToListAsync(stop);
        return elsewhere.Count > MostElsewhere ? null : [.. elsewhere.Distinct()];
    }

    public bool Sees(string unit) => SeesAll || Own.Contains(unit);

    /// <summary>Somebody else's sight, without what he owns or watches.</summary>
    public static bool SeesUnit(Person person, string unit, IKnowTeams teams)
        => person.Permissions.Contains(RequestsPermissions.Read)
            && (person.Permissions.Contains(RequestsPermissions.AllUnits) || teams.Of(person.Id).Any(t => t.Unit == unit));
}
