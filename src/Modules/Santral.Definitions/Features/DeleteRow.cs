using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Definitions.Data;

namespace Santral.Definitions.Features;

/// <summary>An unused row is deleted; a used one is refused, because records still name it: it can be deactivated.</summary>
public static class DeleteRow
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapDelete("/definitions/rows/{id}", HandleAsync)
        .RequirePermission(DefinitionsPermissions.Settings).WithName("DeleteDefinitionRow").WithTags("definitions").WithSummary("Deletes an unused row.");

    /// <param name="version">Of the row as it was read.</param>
    internal static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        DefinitionId id, int version, WriteTable tables, UseCounts uses, ITexts texts, ICurrentUser user, CancellationToken stop)
    {
        var written = await tables.OnRowAsync(
            id,
            version,
            async (rows, row) => rows.Delete(row, (await uses.CountAsync(row.Table, [row.Id], stop)).GetValueOrDefault(row.Id)),
            stop);
        return written.IsStale ? StaleSave.Problem(texts, user, RowView.Of(written.Table, written.Row)) : TypedResults.NoContent();
    }
}
