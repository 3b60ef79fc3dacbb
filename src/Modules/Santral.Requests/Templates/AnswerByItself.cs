using Microsoft.EntityFrameworkCore;
using Santral.Requests.Data;
using Santral.Requests.Domain;

namespace Santral.Requests.Templates;

/// <summary>
/// The answer who writes through the web gets at once (P-15): the automatic template that fits best, in his language. Nothing where
/// none fits. Letters by mail are answered where mail is sent and received, which knows what must never be answered by itself.
/// </summary>
internal sealed class AnswerByItself(RequestsDb db, FillTemplates fill, TemplateScope scope)
{
    public static bool Answers(Channel? channel) => channel == Channel.Web;

    public Task<string?> OnAsync(Request request, CancellationToken stop)
        => OnAsync(request, request.Unit, request.CustomerId, scope.CategoriesOf(request), stop);

    /// <param name="request">Which the contact was about; null for a contact without one.</param>
    public Task<string?> OnAsync(Request? request, string unit, CustomerId? customer, CancellationToken stop)
        => OnAsync(request, unit, customer, request is null ? [] : scope.CategoriesOf(request), stop);

    private async Task<string?> OnAsync(Request? request, string unit, CustomerId? customer, IReadOnlyCollection<DefinitionId> categories, CancellationToken stop)
    {
        var templates = await db.NoteTemplates.AsNoTracking().Where(t => t.IsActive && t.Kind == TemplateKind.Automatic).ToListAsync(stop);
        var best = templates
            .Where(t => t.Fits(unit, categories))
            .OrderByDescending(t => t.CategoryId is not null).ThenByDescending(t => t.Unit is not null).ThenBy(t => t.Order).ThenBy(t => t.Id.Value)
            .FirstOrDefault();
        if (best is null)
        {
            return null;
        }

        // A gap is for people who read before they send; here nobody does.
        var filling = await fill.OfAsync(request, unit, customer, stop) with { Gap = (_, _) => "" };
        return filling.Fill(best).Text.Trim() is { Length: > 0 } text ? text : null;
    }
}
