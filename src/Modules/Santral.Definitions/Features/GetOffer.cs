using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Santral.Contracts.Identity;
using Santral.Definitions.Data;

namespace Santral.Definitions.Features;

/// <summary>All that forms offer, in one answer from memory; a browser that has it already is told so.</summary>
public static class GetOffer
{
    /// <param name="Tables">By the table's code, parents before their children.</param>
    public sealed record Response(IReadOnlyDictionary<string, IReadOnlyList<Row>> Tables);

    /// <param name="Names">Never empty.</param>
    /// <param name="Unit">The only unit it is offered in.</param>
    /// <param name="Fields">Its extra fields and those of its parents, outermost first.</param>
    public sealed record Row(
        DefinitionId Id,
        DefinitionId? ParentId,
        int Level,
        string Code,
        Names Names,
        string? Unit,
        IReadOnlyDictionary<string, string> Values,
        IReadOnlyList<FormField> Fields);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var offer = routes.MapGroup("/definitions/offer").RequireAuthorization().WithTags("definitions");
        offer.MapGet("", Handle).WithName("GetDefinitionOffer").WithSummary("What forms offer in a business unit.");
        offer.MapGet("/uses", CountAsync).WithName("CountOfferUses").WithSummary("How often each row of a table is used, a few minutes old: most used first.");
    }

    internal static Results<Ok<Response>, StatusCodeHttpResult> Handle(
        string? unit, HttpContext http, DefinitionBook book, DeclaredTables tables, IOrganisation organisation)
    {
        if (unit is not null && organisation.Find(unit) is null)
        {
            throw new Refusal("definitions.unit_unknown", RefusalKind.Invalid, ("unit", unit));
        }

        var mark = new EntityTagHeaderValue($"\"{book.Mark}-{unit}\"");
        http.Response.Headers.CacheControl = "private, no-cache";
        http.Response.GetTypedHeaders().ETag = mark;
        return http.Request.GetTypedHeaders().IfNoneMatch.Any(m => m.Compare(mark, useStrongComparison: false))
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(new Response(tables.All.ToDictionary(t => t.Code, t => Offered(book.All(t.Code), unit))));
    }

    internal static async Task<Ok<IReadOnlyDictionary<DefinitionId, long>>> CountAsync(
        string table, RecentUseCounts uses, DeclaredTables tables, CancellationToken stop)
        => TypedResults.Ok(await uses.CountAsync(tables.FindOrRefuse(table).Code, stop));

    private static IReadOnlyList<Row> Offered(IReadOnlyList<Definition> rows, string? unit) =>
    [
        .. rows.Where(r => r.IsActive && (unit is null || r.Unit is null || r.Unit == unit))
            .Select(r => new Row(r.Id, r.ParentId, r.Level, r.Code, r.Names, r.Unit, r.Values, r.Fields)),
    ];
}
