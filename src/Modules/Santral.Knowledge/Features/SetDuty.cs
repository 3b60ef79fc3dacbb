using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Knowledge.Data;
using Santral.Knowledge.Domain;

namespace Santral.Knowledge.Features;

/// <summary>Whether a business unit asks for a search in the knowledge base before a request is closed (M-06, D6).</summary>
public static class SetDuty
{
    public sealed record Request(bool IsRequired);

    public sealed record Row(string Unit, Names Names, bool IsRequired);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var duties = routes.MapGroup("/knowledge/duties").WithTags("knowledge");
        duties.MapGet("", ListAsync).RequirePermission(KnowledgePermissions.Read).WithName("ListDuties").WithSummary("Each business unit and whether it asks for a search.");
        duties.MapPut("/{unit}", SetAsync).RequirePermission(KnowledgePermissions.Write).WithName("SetDuty").WithSummary("Asks a unit for a search before closing, or not.");
    }

    internal static async Task<Ok<IReadOnlyList<Row>>> ListAsync(KnowledgeDb db, IOrganisation organisation, CancellationToken stop)
    {
        var required = await db.Duties.Where(d => d.IsRequired).Select(d => d.Unit).ToListAsync(stop);
        return TypedResults.Ok<IReadOnlyList<Row>>([.. organisation.Units.Select(u => new Row(u.Code, u.Names, required.Contains(u.Code)))]);
    }

    internal static async Task<Ok<IReadOnlyList<Row>>> SetAsync(string unit, Request body, KnowledgeDb db, IOrganisation organisation, CancellationToken stop)
    {
        if (organisation.Find(unit) is null)
        {
            throw new Refusal("knowledge.unit_unknown", RefusalKind.Invalid);
        }

        var duty = await db.Duties.SingleOrDefaultAsync(d => d.Unit == unit, stop);
        if (duty is null)
        {
            duty = new UnitDuty(unit);
            db.Duties.Add(duty);
        }

        duty.Require(body.IsRequired);
        await db.SaveChangesAsync(stop);
        return await ListAsync(db, organisation, stop);
    }
}
