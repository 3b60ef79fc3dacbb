using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Definitions.Data;
using Santral.Definitions.Domain;

namespace Santral.Definitions.Features;

/// <summary>A table as a file for a spreadsheet, which can be imported again.</summary>
public static class ExportTable
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/definitions/tables/{table}/export", HandleAsync)
        .RequireAuthorization().WithName("ExportDefinitionTable").WithTags("definitions").WithSummary("The table as CSV.");

    internal static async Task<FileContentHttpResult> HandleAsync(string table, ReadTables tables, CancellationToken stop)
    {
        // Spreadsheets take a file without the mark for one in the local code page, and spoil ş, ğ, å.
        var file = Encoding.UTF8.Preamble.ToArray().Concat(Encoding.UTF8.GetBytes(TableCsv.Write(await tables.OneAsync(table, stop)))).ToArray();
        return TypedResults.File(file, "text/csv; charset=utf-8", $"{table}.csv");
    }
}
