using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Requests.Data;
using Santral.Requests.Features;

namespace Santral.Requests.Templates;

/// <summary>Defining templates (W-D08): texts in three languages, where they are offered, and how they look on a real request.</summary>
public static class DefineTemplates
{
    private const int Most = 500;

    /// <param name="Version">Of the row that is changed; not asked for a new one.</param>
    public sealed record TemplateRequest(
        [property: Required] Names Names,
        [property: Required] Names Texts,
        TemplateKind Kind = TemplateKind.Note,
        [property: StringLength(40)] string? Unit = null,
        DefinitionId? CategoryId = null,
        [property: Range(0, 10000)] int Order = 100,
        bool IsActive = true,
        int Version = 0);

    public sealed record TemplateRow(
        NoteTemplateId Id, Names Names, Names Texts, TemplateKind Kind, string? Unit, DefinitionId? CategoryId, int Order, bool IsActive, int Uses, int Version);

    /// <param name="Number">Of a request that lends its values; the newest of the reader's when left out.</param>
    public sealed record PreviewRequest([property: Required] Names Texts, [property: StringLength(40)] string? Number = null);

    public sealed record Preview(string Number, FilledText? Tr, FilledText? Sv, FilledText? En);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var templates = routes.MapGroup("/note-templates").RequirePermission(RequestsPermissions.Settings).WithTags("requests");
        templates.MapGet("", ListAsync).WithName("ListTemplates").WithSummary("All templates.");
        templates.MapGet("/variables", () => TypedResults.Ok(TemplateText.Variables)).WithName("ListTemplateVariables").WithSummary("The places a text may have.");
        templates.MapPost("", CreateAsync).WithName("DefineTemplate").WithSummary("Defines a template.");
        templates.MapPut("/{id}", ChangeAsync).WithName("ChangeTemplate").WithSummary("Changes a template.");
        templates.MapDelete("/{id}", DeleteAsync).WithName("DeleteTemplate").WithSummary("Deletes a template; what was written with it stays.");
        templates.MapPost("/preview", PreviewAsync).WithName("PreviewTemplate").WithSummary("How texts would read on a real request, in each language.");
    }

    internal static async Task<Ok<List<TemplateRow>>> ListAsync(RequestsDb db, CancellationToken stop)
        => TypedResults.Ok((await db.NoteTemplates.AsNoTracking().ToListAsync(stop)).OrderBy(t => t.Order).ThenBy(t => t.Id.Value).Select(Of).ToList());

    internal static async Task<Created<TemplateRow>> CreateAsync(TemplateRequest body, RequestsDb db, TemplateScope scope, TimeProvider clock, CancellationToken stop)
    {
        scope.CheckOrRefuse(body.Unit, body.CategoryId);
        if (await db.NoteTemplates.CountAsync(stop) >= Most)
        {
            throw new Refusal("requests.templates_full", RefusalKind.State, ("max", Most));
        }

        var template = NoteTemplate.Define(Id.New<NoteTemplateId>(clock), WordingOf(body));
        db.NoteTemplates.Add(template);
        await db.SaveChangesAsync(stop);
        return TypedResults.Created($"/api/note-templates/{template.Id}", Of(template));
    }

    internal static async Task<Results<Ok<TemplateRow>, ProblemHttpResult>> ChangeAsync(
        NoteTemplateId id, TemplateRequest body, RequestsDb db, TemplateScope scope, ITexts texts, ICurrentUser user, CancellationToken stop)
    {
        scope.CheckOrRefuse(body.Unit, body.CategoryId);
        var template = await LoadAsync(db, id, stop);
        if (template.Version != body.Version)
        {
            return StaleSave.Problem(texts, user, Of(template));
        }

        template.Change(WordingOf(body));
        await db.SaveChangesAsync(stop);
        return TypedResults.Ok(Of(template));
    }

    internal static async Task<NoContent> DeleteAsync(NoteTemplateId id, RequestsDb db, CancellationToken stop)
    {
        var template = await LoadAsync(db, id, stop);
        if ((await db.Macros.AsNoTracking().ToListAsync(stop)).Exists(m => m.Steps.Any(s => s.TemplateId == id)))
        {
            throw new Refusal("requests.template_in_macro");
        }

        db.NoteTemplates.Remove(template);
        await db.SaveChangesAsync(stop);
        return TypedResults.NoContent();
    }

    internal static async Task<Ok<Preview>> PreviewAsync(PreviewRequest body, RequestsDb db, Sight sight, FillTemplates fill, CancellationToken stop)
    {
        foreach (var text in new[] { body.Texts.Tr, body.Texts.Sv, body.Texts.En })
        {
            TemplateText.Check(text ?? "");
        }

        var number = Typed.Line(body.Number);
        var requests = sight.Of(db.Requests.AsNoTracking());
        var request = await (number is null ? requests.OrderBy(r => r.CustomerId == null).ThenByDescending(r => r.NumberOrder) : requests.Where(r => r.Number == number)).FirstOrDefaultAsync(stop)
            ?? throw new Refusal("requests.unknown", RefusalKind.Unknown);
        var filling = await fill.OfAsync(request, stop);
        return TypedResults.Ok(new Preview(request.Number!, In("tr"), In("sv"), In("en")));

        FilledText? In(string language) => Typed.Lines(body.Texts.In(language)) is { Length: > 0 } text ? filling.Fill(language, text) : null;
    }

    internal static TemplateRow Of(NoteTemplate t) => new(t.Id, t.Names, t.Texts, t.Kind, t.Unit, t.CategoryId, t.Order, t.IsActive, t.Uses, t.Version);

    internal static async Task<NoteTemplate> LoadAsync(RequestsDb db, NoteTemplateId id, CancellationToken stop)
        => await db.NoteTemplates.SingleOrDefaultAsync(t => t.Id == id, stop) ?? throw new Refusal("requests.template_unknown", RefusalKind.Unknown);

    private static TemplateWording WordingOf(TemplateRequest body)
        => new(body.Names, body.Texts, body.Kind, body.Unit, body.CategoryId, body.Order, body.IsActive);
}
