using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Requests.Data;
using Santral.Requests.Domain;

namespace Santral.Requests.Features;

/// <summary>The switches of each unit: who chooses the category (H-04), and whether one is needed before a request is solved.</summary>
public static class SetUnitRules
{
    public sealed record Request(int Version, bool OnlyAuthorisedCategorise, bool CategoryToResolve);

    /// <param name="Version">0 while nobody has set them.</param>
    public sealed record Response(string Unit, Names Names, bool OnlyAuthorisedCategorise, bool CategoryToResolve, int Version);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/requests/rules", ListAsync)
            .RequirePermission(RequestsPermissions.Settings)
            .WithName("ListUnitRules")
            .WithTags("requests")
            .WithSummary("The switches of every unit.");
        routes.MapPut("/requests/rules/{unit}", SetAsync)
            .RequirePermission(RequestsPermissions.Settings)
            .WithName("SetUnitRules")
            .WithTags("requests")
            .WithSummary("Sets the switches of a unit.");
    }

    internal static async Task<Ok<IReadOnlyList<Response>>> ListAsync(RequestsDb db, IOrganisation organisation, Sight sight, CancellationToken stop)
    {
        var rules = await db.Rules.AsNoTracking().ToDictionaryAsync(r => r.Unit, stop);
        return TypedResults.Ok<IReadOnlyList<Response>>(
            [.. organisation.Units.Where(u => sight.Sees(u.Code)).Select(u => Of(u, rules.GetValueOrDefault(u.Code) ?? new UnitRules(Guid.Empty, u.Code)))]);
    }

    internal static async Task<Ok<Response>> SetAsync(
        string unit, Request body, RequestsDb db, IOrganisation organisation, Sight sight, TimeProvider clock, CancellationToken stop)
    {
        var known = organisation.Find(unit) is { } found && sight.Sees(found.Code)
            ? found
            : throw new Refusal("requests.unit_unknown", RefusalKind.Unknown);
        var rules = await db.Rules.SingleOrDefaultAsync(r => r.Unit == known.Code, stop);
        if ((rules?.Version ?? 0) != body.Version)
        {
            throw new Refusal("record.changed_meanwhile", RefusalKind.Stale);
        }

        if (rules is null)
        {
            rules = new UnitRules(Guid.CreateVersion7(clock.GetUtcNow()), known.Code);
            db.Rules.Add(rules);
        }

        rules.Set(body.OnlyAuthorisedCategorise, body.CategoryToResolve);
        await db.SaveChangesAsync(stop);
        return TypedResults.Ok(Of(known, rules));
    }

    private static Response Of(BusinessUnit unit, UnitRules rules)
        => new(unit.Code, unit.Names, rules.OnlyAuthorisedCategorise, rules.CategoryToResolve, rules.Version);
}
