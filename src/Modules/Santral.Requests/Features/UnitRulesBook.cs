using Microsoft.EntityFrameworkCore;
using Santral.Requests.Data;
using Santral.Requests.Domain;

namespace Santral.Requests.Features;

/// <summary>The switches of each unit.</summary>
internal sealed class UnitRulesBook(RequestsDb db)
{
    public async Task<UnitRules> OfAsync(string unit, CancellationToken stop)
        => await db.Rules.AsNoTracking().SingleOrDefaultAsync(r => r.Unit == unit, stop) ?? new UnitRules(Guid.Empty, unit);
}
