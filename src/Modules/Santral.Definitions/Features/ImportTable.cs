using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Definitions.Data;
using Santral.Definitions.Domain;

namespace Santral.Definitions.Features;

/// <summary>An operator brings rows from a file: first a preview, line by line, then all of it or nothing.</summary>
public static class ImportTable
{
    private const int LongestFile = 2 * 1024 * 1024;

    public sealed record Response(bool IsSaved, int Added, int Changed, int Unchanged, int Refused, IReadOnlyList<Line> Lines);

    /// <param name="Why">What is wrong with it, in the reader's language.</param>
    /// <param name="Refusal">The code of the same.</param>
    public sealed record Line(int Number, ImportAct Act, string Code, Names Names, string? Refusal, string? Why);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var table = routes.MapGroup("/definitions/tables/{table}/import").RequirePermission(DefinitionsPermissions.Settings).WithTags("definitions");
        table.MapPost("/preview", PreviewAsync).Accepts<string>("text/csv").WithName("PreviewDefinitionImport").WithSummary("What a file would change.");
        table.MapPost("", HandleAsync).Accepts<string>("text/csv").WithName("ImportDefinitions").WithSummary("Imports a file, all of it or nothing.");
    }

    internal static async Task<Ok<Response>> PreviewAsync(
        string table, HttpRequest request, ReadTables tables, ITexts texts, ICurrentUser user, CancellationToken stop)
    {
        var lines = new TableImport(await tables.OneAsync(table, stop), await TextOfAsync(request, stop)).Run();
        return TypedResults.Ok(Of(lines, false, texts, user));
    }

    internal static async Task<Ok<Response>> HandleAsync(
        string table, HttpRequest request, WriteTable tables, ITexts texts, ICurrentUser user, CancellationToken stop)
    {
        var text = await TextOfAsync(request, stop);
        IReadOnlyList<ImportedLine> lines = [];
        await tables.RunAsync(
            table,
            rows =>
            {
                lines = new TableImport(rows, text).Run();
                RefuseBadLines(lines);
                return Task.FromResult(lines.Any(l => l.Act is ImportAct.Added or ImportAct.Changed));
            },
            stop);
        return TypedResults.Ok(Of(lines, true, texts, user));
    }

    private static void RefuseBadLines(IReadOnlyList<ImportedLine> lines)
    {
        if (lines.FirstOrDefault(l => l.Act == ImportAct.Refused) is { } first)
        {
            throw new Refusal(
                "definitions.import_refused", RefusalKind.Invalid, ("count", lines.Count(l => l.Act == ImportAct.Refused)), ("line", first.Line));
        }
    }

    private static async Task<string> TextOfAsync(HttpRequest request, CancellationToken stop)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await request.Body.ReadAsync(buffer, stop) is > 0 and var count)
        {
            if (bytes.Length + count > LongestFile)
            {
                throw new Refusal("definitions.csv_too_large", RefusalKind.Invalid, ("megabytes", LongestFile / 1024 / 1024));
            }

            bytes.Write(buffer, 0, count);
        }

        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
        }
        catch (DecoderFallbackException)
        {
            throw new Refusal("definitions.csv_not_utf8", RefusalKind.Invalid);
        }
    }

    private static Response Of(IReadOnlyList<ImportedLine> lines, bool isSaved, ITexts texts, ICurrentUser user) => new(
        isSaved,
        lines.Count(l => l.Act == ImportAct.Added),
        lines.Count(l => l.Act == ImportAct.Changed),
        lines.Count(l => l.Act == ImportAct.Unchanged),
        lines.Count(l => l.Act == ImportAct.Refused),
        [.. lines.Select(l => new Line(
            l.Line, l.Act, l.Code, l.Names, l.Why?.Code, l.Why is null ? null : texts.Get(user.Language, $"refusal.{l.Why.Code}", l.Why.Args)))]);
}
