using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Definitions.Data;

namespace Santral.Definitions.Features;

/// <summary>One table: all its rows, parents before their children, and how often each is used.</summary>
public static class ListRows
{
    public sealed record Response(ListTables.TableView Table, IReadOnlyList<RowView> Rows);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var tables = routes.MapGroup("/definitions/tables/{table}").RequireAuthorization().WithTags("definitions");
        tables.MapGet("", HandleAsync).WithName("ListDefinitionRows").WithSummary("All rows of a table, closed ones too.");
        tables.MapGet("/uses", CountAsync).WithName("CountDefinitionUses").WithSummary("How many records use each row.");
    }

    internal static async Task<Ok<Response>> HandleAsync(string table, ReadTables tables, CancellationToken stop)
    {
        var rows = await tables.OneAsync(table, stop);
        return TypedResults.Ok(new Response(ListTables.Of(rows), [.. rows.InOrder.Select(r => RowView.Of(rows, r))]));
    }

    internal static async Task<Ok<IReadOnlyDictionary<DefinitionId, long>>> CountAsync(
        string table, ReadTables tables, UseCounts uses, CancellationToken stop)
        => TypedResults.Ok(await uses.CountAsync(table, [.. (await tables.OneAsync(table, stop)).InOrder.Select(r => r.Id)], stop));
}
