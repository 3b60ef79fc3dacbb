using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Definitions.Data;
using Santral.Definitions.Domain;

namespace Santral.Definitions.Features;

/// <summary>An operator adds a row; it is offered at once.</summary>
public static class AddRow
{
    /// <param name="Level">What it is meant to be: below the first level a parent is needed.</param>
    /// <param name="Code">Made from the name when empty; it never changes later.</param>
    /// <param name="Before">The sibling it shall stand before; at the end when empty.</param>
    public sealed record Request(
        Names? Names,
        DefinitionId? ParentId,
        [Range(1, 9)] int? Level,
        [StringLength(200)] string? Code,
        [StringLength(40)] string? Unit,
        IReadOnlyDictionary<string, string?>? Values,
        IReadOnlyList<FieldDraft?>? Fields,
        DefinitionId? Before);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/definitions/tables/{table}/rows", HandleAsync)
        .RequirePermission(DefinitionsPermissions.Settings).WithName("AddDefinitionRow").WithTags("definitions").WithSummary("Adds a row to a table.");

    internal static async Task<Created<RowView>> HandleAsync(string table, Request request, WriteTable tables, CancellationToken stop)
    {
        DefinitionRow? added = null;
        TableRows? all = null;
        await tables.RunAsync(
            table,
            rows =>
            {
                RefuseMissingParent(request);
                all = rows;
                added = rows.Add(
                    request.ParentId,
                    request.Code,
                    RowRequest.ContentOf(rows.Table, request.Names, request.Unit, request.Values, request.Fields),
                    request.Before);
                return Task.FromResult(true);
            },
            stop);
        return TypedResults.Created($"/api/definitions/rows/{added!.Id}", RowView.Of(all!, added));
    }

    private static void RefuseMissingParent(Request request)
    {
        if (request is { Level: > 1, ParentId: null })
        {
            throw new Refusal("definitions.parent_needed", RefusalKind.Invalid);
        }
    }
}
