using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Definitions.Data;
using Santral.Definitions.Domain;

namespace Santral.Definitions.Features;

/// <summary>An operator changes what a row says; its code stays.</summary>
public static class ChangeRow
{
    /// <param name="Version">Of the row as it was read.</param>
    public sealed record Request(
        int Version,
        Names? Names,
        [StringLength(40)] string? Unit,
        IReadOnlyDictionary<string, string?>? Values,
        IReadOnlyList<FieldDraft?>? Fields);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPut("/definitions/rows/{id}", HandleAsync)
        .RequirePermission(DefinitionsPermissions.Settings).WithName("ChangeDefinitionRow").WithTags("definitions").WithSummary("Changes a row.");

    internal static async Task<Results<Ok<RowView>, ProblemHttpResult>> HandleAsync(
        DefinitionId id, Request request, WriteTable tables, ITexts texts, ICurrentUser user, CancellationToken stop)
    {
        var written = await tables.OnRowAsync(
            id,
            request.Version,
            (rows, row) =>
            {
                rows.Change(row, RowRequest.ContentOf(rows.Table, request.Names, request.Unit, request.Values, request.Fields));
                return Task.CompletedTask;
            },
            stop);
        return written.Answer(texts, user);
    }
}
