using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Identity.Data;
using Santral.Identity.Domain;

namespace Santral.Identity.Features;

/// <summary>Changes a business unit; its code stays, and numbers already given keep their prefix.</summary>
internal static class ChangeUnit
{
    public sealed record Request(
        [property: Required] int? Version,
        [property: Required] Names Names,
        [property: Required, MaxLength(6)] string RequestSeries,
        [property: Required, RegularExpression(Languages.Pattern)] string Language,
        [property: Required, MaxLength(2)] string Region,
        [property: Required, MaxLength(60)] string TimeZone);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPut("/organisation/units/{code}", HandleAsync)
        .RequirePermission(IdentityPermissions.Settings).WithName("ChangeUnit").WithTags("identity").WithSummary("Change a business unit");

    internal static async Task<Ok<ShowOrganisation.UnitRow>> HandleAsync(
        string code, Request request, OrganisationInMemory memory, IdentityDb db, CancellationToken stop)
    {
        var unit = await db.Units.FirstOrDefaultAsync(u => u.Code == code, stop)
            ?? throw new Refusal("identity.unit_unknown", RefusalKind.Unknown, ("unit", code));
        db.Entry(unit).Property(u => u.Version).OriginalValue = request.Version!.Value;
        unit.Describe(request.Names, request.RequestSeries, request.Language, request.Region, request.TimeZone);
        await db.SaveChangesAsync(stop);
        await memory.ReadAsync();
        return TypedResults.Ok(ShowOrganisation.Of(unit));
    }
}
