using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Identity.Domain;

namespace Santral.Identity.Features.Audit;

/// <summary>Who did what in the whole product, newest first, in the reader's words.</summary>
internal static class ReadAudit
{
    private const int PageSize = 50;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/audit", HandleAsync)
        .RequirePermission(IdentityPermissions.Audit).WithName("ReadAudit").WithTags("identity").WithSummary("The audit trail of all modules");

    /// <param name="before">`next` of the page before.</param>
    internal static async Task<Ok<Page<AuditLine>>> HandleAsync(
        [AsParameters] AuditQuestion question, AllTrails trails, AuditWords words, CancellationToken stop, [MaxLength(100)] string? before = null)
    {
        var page = await trails.ReadAsync(question, Place(before), PageSize + 1, stop);
        var shown = page.Take(PageSize).ToList();
        var next = page.Count > PageSize ? Cursor.Write(shown[^1].Row.Id.ToString()) : null;
        return TypedResults.Ok(new Page<AuditLine>(await words.OfAsync(shown, stop), next, null));
    }

    private static Guid? Place(string? before) => Cursor.Read(before, 1) is not [var id] ? null
        : Guid.TryParse(id, out var place) ? place
        : throw new Refusal("request.cursor_invalid", RefusalKind.Invalid);
}
