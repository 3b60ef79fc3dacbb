using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Definitions.Data;

namespace Santral.Definitions.Features;

/// <summary>An operator puts a row in another place, with everything below it.</summary>
public static class MoveRow
{
    /// <param name="Version">Of the row as it was read.</param>
    /// <param name="ParentId">Empty for the first level.</param>
    /// <param name="Before">The sibling it shall stand before; at the end when empty.</param>
    public sealed record Request(int Version, DefinitionId? ParentId, DefinitionId? Before);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/definitions/rows/{id}/move", HandleAsync)
        .RequirePermission(DefinitionsPermissions.Settings).WithName("MoveDefinitionRow").WithTags("definitions").WithSummary("Moves a row.");

    internal static async Task<Results<Ok<RowView>, ProblemHttpResult>> HandleAsync(
        DefinitionId id, Request request, WriteTable tables, ITexts texts, ICurrentUser user, CancellationToken stop)
    {
        var written = await tables.OnRowAsync(
            id,
            request.Version,
            (rows, row) =>
            {
                rows.Move(row, request.ParentId, request.Before);
                return Task.CompletedTask;
            },
            stop);
        return written.Answer(texts, user);
    }
}
