using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Contracts.Identity;
using Santral.Identity.Data;
using Santral.Identity.Domain;

namespace Santral.Identity.Features.Audit;

/// <summary>The filtered trail as a file for spreadsheets, one line for each changed field; that it was taken out stands in the trail itself.</summary>
internal static class ExportAudit
{
    private const int Most = 20_000;
    private const int Batch = 500;

    private static readonly string[] Columns = ["at", "who", "module", "what", "record", "act", "field", "from", "to"];

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/audit/export", HandleAsync)
        .RequirePermission(IdentityPermissions.Audit)
        .WithName("ExportAudit")
        .WithTags("identity")
        .Produces(StatusCodes.Status200OK, contentType: "text/csv")
        .WithSummary("The filtered audit trail as CSV.");

    internal static async Task<PushStreamHttpResult> HandleAsync(
        [AsParameters] AuditQuestion question, AllTrails trails, AuditWords words, AuditTexts texts, IdentityDb db, TimeProvider clock, CancellationToken stop)
    {
        var count = await trails.CountAsync(question, Most + 1, stop);
        if (count > Most)
        {
            throw new Refusal("identity.audit_too_long", RefusalKind.Invalid, ("max", Most));
        }

        var now = clock.GetUtcNow();
        db.WriteAct("AuditTrail", Guid.CreateVersion7(now), "exported", new { filter = question, count });
        await db.SaveChangesAsync(stop);

        // What is written meanwhile belongs to the next file, this act too.
        var asked = question with { Until = question.Until is { } until && until < now ? until : now };
        return TypedResults.Stream(WriteAsync, "text/csv; charset=utf-8", $"audit-{now.ToString("yyyyMMdd-HHmm", CultureInfo.InvariantCulture)}.csv");

        async Task WriteAsync(Stream stream)
        {
            await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
            await writer.WriteLineAsync(Csv.Line(Columns.Select(c => texts.Common($"identity.audit_column.{c}"))));
            Guid? before = null;
            do
            {
                var page = await trails.ReadAsync(asked, before, Batch, stop);
                foreach (var line in await words.OfAsync(page, stop))
                {
                    foreach (var values in ValuesOf(line, texts))
                    {
                        await writer.WriteLineAsync(Csv.Line(values));
                    }
                }

                before = page.Count == Batch ? page[^1].Row.Id : null;
            }
            while (before is not null);
        }
    }

    private static IEnumerable<string?[]> ValuesOf(AuditLine line, AuditTexts texts)
    {
        string?[] begin = [line.At.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture), line.UserName, line.ModuleName, line.EntityName, line.Subject, line.ActName];
        return line.Changes.Count == 0
            ? [[.. begin, null, null, null]]
            : line.Changes.Select(c => (string?[])[.. begin, c.Name, .. c.Came is null ? Values(c, texts) : [string.Join(", ", c.Went ?? []), string.Join(", ", c.Came)]]);
    }

    private static string?[] Values(AuditChange change, AuditTexts texts)
        => change.IsSecret ? [null, texts.Common("identity.audit_secret")] : [change.From, change.To];
}
