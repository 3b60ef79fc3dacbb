using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Identity.Data;
using Santral.Identity.Domain;

namespace Santral.Identity.Features;

/// <summary>The organisation and its business units.</summary>
internal static class ShowOrganisation
{
    public sealed record Response(string Name, string Language, string TimeZone, bool IsDemo, int Version, IReadOnlyList<UnitRow> Units);

    public sealed record UnitRow(string Code, Names Names, string RequestSeries, string Language, string Region, string TimeZone, int Version);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/organisation", HandleAsync)
        .RequireAuthorization().WithName("ShowOrganisation").WithTags("identity").WithSummary("The organisation and its business units");

    internal static async Task<Ok<Response>> HandleAsync(IdentityDb db, CancellationToken stop) => TypedResults.Ok(await ReadAsync(db, stop));

    internal static async Task<Response> ReadAsync(IdentityDb db, CancellationToken stop)
    {
        var organisation = await db.Organisations.AsNoTracking().SingleAsync(stop);
        var units = await db.Units.AsNoTracking().OrderBy(u => u.Order).ThenBy(u => u.Code).ToListAsync(stop);
        return new Response(
            organisation.Name, organisation.Language, organisation.TimeZone, organisation.IsDemo, organisation.Version, units.ConvertAll(Of));
    }

    internal static UnitRow Of(Unit unit)
        => new(unit.Code, unit.Names, unit.RequestSeries, unit.Language, unit.Region, unit.TimeZone, unit.Version);
}
