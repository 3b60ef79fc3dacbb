using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Definitions.Data;

namespace Santral.Definitions.Features;

/// <summary>A row is no longer offered, or offered again; records that have it keep it. What is below a closed row is not offered either.</summary>
public static class SwitchRow
{
    /// <param name="Version">Of the row as it was read.</param>
    public sealed record Request(int Version);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var row = routes.MapGroup("/definitions/rows/{id}").RequirePermission(DefinitionsPermissions.Settings).WithTags("definitions");
        row.MapPost("/deactivate", DeactivateAsync).WithName("DeactivateDefinitionRow").WithSummary("Offers a row no longer.");
        row.MapPost("/activate", ActivateAsync).WithName("ActivateDefinitionRow").WithSummary("Offers a row again.");
    }

    internal static Task<Results<Ok<RowView>, ProblemHttpResult>> DeactivateAsync(
        DefinitionId id, Request request, WriteTable tables, ITexts texts, ICurrentUser user, CancellationToken stop)
        => SwitchAsync(id, request, false, tables, texts, user, stop);

    internal static Task<Results<Ok<RowView>, ProblemHttpResult>> ActivateAsync(
        DefinitionId id, Request request, WriteTable tables, ITexts texts, ICurrentUser user, CancellationToken stop)
        => SwitchAsync(id, request, true, tables, texts, user, stop);

    private static async Task<Results<Ok<RowView>, ProblemHttpResult>> SwitchAsync(
        DefinitionId id, Request request, bool isActive, WriteTable tables, ITexts texts, ICurrentUser user, CancellationToken stop)
    {
        var written = await tables.OnRowAsync(
            id,
            request.Version,
            (rows, row) =>
            {
                rows.Offer(row, isActive);
                return Task.CompletedTask;
            },
            stop);
        return written.Answer(texts, user);
    }
}
