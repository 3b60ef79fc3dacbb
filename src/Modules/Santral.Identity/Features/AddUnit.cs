using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Identity.Data;
using Santral.Identity.Domain;

namespace Santral.Identity.Features;

/// <summary>The organisation gets another business unit, with its own words, numbers and language.</summary>
internal static class AddUnit
{
    public sealed record Request(
        [property: Required, MaxLength(40)] string Code,
        [property: Required] Names Names,
        [property: Required, MaxLength(6)] string RequestSeries,
        [property: Required, RegularExpression(Languages.Pattern)] string Language,
        [property: Required, MaxLength(2)] string Region,
        [property: Required, MaxLength(60)] string TimeZone);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/organisation/units", HandleAsync)
        .RequirePermission(IdentityPermissions.Settings).WithName("AddUnit").WithTags("identity").WithSummary("Add a business unit");

    internal static async Task<Created<ShowOrganisation.UnitRow>> HandleAsync(
        Request request, OrganisationInMemory memory, DemoLoader loader, IdentityDb db, Turns turns, TimeProvider clock, CancellationToken stop)
    {
        using var turn = await turns.TakeAsync("units", stop);
        if (await db.Units.AnyAsync(u => u.Code == request.Code, stop))
        {
            throw new Refusal("identity.unit_code_taken", RefusalKind.State, ("unit", request.Code));
        }

        var last = await db.Units.MaxAsync(u => (int?)u.Order, stop) ?? 0;
        var unit = Unit.Found(
            Id.New<UnitId>(clock), request.Code, request.Names, request.RequestSeries, request.Language, request.Region, request.TimeZone, last + 1);
        db.Units.Add(unit);
        await db.SaveChangesAsync(stop);
        await memory.ReadAsync();
        // Each module gives the new unit what a unit starts with.
        await loader.PrepareAsync(stop);
        return TypedResults.Created($"/api/organisation/units/{unit.Code}", ShowOrganisation.Of(unit));
    }
}
