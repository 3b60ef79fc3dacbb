using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Requests.Data;
using Santral.Requests.Features;

namespace Santral.Requests.Templates;

/// <summary>The templates a person may take on a request, already filled in (W-D08).</summary>
public static class UseTemplates
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/requests/{id}/templates", HandleAsync)
            .RequirePermission(RequestsPermissions.Write).WithName("ListRequestTemplates").WithTags("requests")
            .WithSummary("The templates offered on a request, filled in in the customer's language, the most used first.");
        routes.MapPost("/note-templates/{id}/uses", UsedAsync)
            .RequirePermission(RequestsPermissions.Write).WithName("UseTemplate").WithTags("requests")
            .WithSummary("Counts that a template was taken.");
    }

    internal static async Task<Ok<List<MergedTemplate>>> HandleAsync(
        RequestId id, ReadRequest read, RequestsDb db, FillTemplates fill, TemplateScope scope, ICurrentUser user, CancellationToken stop)
    {
        var request = await read.LoadAsync(id, stop);
        var filling = await fill.OfAsync(request, stop);
        var categories = scope.CategoriesOf(request);
        var templates = await db.NoteTemplates.AsNoTracking().Where(t => t.IsActive && t.Kind != TemplateKind.Automatic).ToListAsync(stop);
        return TypedResults.Ok(templates
            .Where(t => t.Fits(request.Unit, categories))
            .OrderByDescending(t => t.Uses).ThenBy(t => t.Order).ThenBy(t => t.Id.Value)
            .Select(t =>
            {
                var (language, text, missing) = filling.Fill(t);
                return new MergedTemplate(t.Id, t.Names.In(user.Language), t.Kind, text, language, missing, t.Uses);
            })
            .ToList());
    }

    internal static async Task<NoContent> UsedAsync(NoteTemplateId id, RequestsDb db, CancellationToken stop)
    {
        var counted = 0;
        await db.InTransactionAsync(
            async () => counted = await db.NoteTemplates.Where(t => t.Id == id).ExecuteUpdateAsync(set => set.SetProperty(t => t.Uses, t => t.Uses + 1), stop),
            stop);
        return counted == 1 ? TypedResults.NoContent() : throw new Refusal("requests.template_unknown", RefusalKind.Unknown);
    }
}

/// <param name="Name">In the reader's language.</param>
/// <param name="Language">Of the text.</param>
/// <param name="Missing">Variables nothing is known for.</param>
public sealed record MergedTemplate(
    NoteTemplateId Id, string Name, TemplateKind Kind, string Text, string Language, IReadOnlyList<string> Missing, int Uses);
