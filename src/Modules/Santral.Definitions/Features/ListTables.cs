using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Definitions.Data;
using Santral.Definitions.Domain;

namespace Santral.Definitions.Features;

/// <summary>The tables there are, by group and order, with how many rows each offers.</summary>
public static class ListTables
{
    /// <param name="Group">Its heading is the text `definitions.group.(group)`.</param>
    /// <param name="RequirementRows">The prerequisite each level satisfies: `W-D05`, `W-D06`, `W-D07`.</param>
    /// <param name="Offered">How many rows are offered on each level.</param>
    /// <param name="MissingNames">Offered rows without a name in one of the languages.</param>
    public sealed record TableView(
        string Code,
        string Group,
        int Levels,
        IReadOnlyList<string> RequirementRows,
        IReadOnlyList<DefinitionColumn> Columns,
        bool CarriesFields,
        IReadOnlyList<int> Offered,
        int Total,
        int MissingNames);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/definitions/tables", HandleAsync)
        .RequireAuthorization().WithName("ListDefinitionTables").WithTags("definitions").WithSummary("The definition tables with their counts.");

    internal static async Task<Ok<IReadOnlyList<TableView>>> HandleAsync(ReadTables tables, CancellationToken stop)
        => TypedResults.Ok<IReadOnlyList<TableView>>([.. (await tables.AllAsync(stop)).Select(Of)]);

    internal static TableView Of(TableRows rows)
    {
        var offered = rows.InOrder.Where(rows.IsOffered).ToList();
        return new TableView(
            rows.Table.Code,
            rows.Table.Group,
            rows.Table.Levels,
            rows.Table.Rows,
            rows.Table.Columns,
            rows.Table.CarriesFields,
            [.. Enumerable.Range(1, rows.Table.Levels).Select(level => offered.Count(r => rows.LevelOf(r) == level))],
            rows.Count,
            offered.Count(r => RowNames.Missing(r.Names).Count > 0));
    }
}
