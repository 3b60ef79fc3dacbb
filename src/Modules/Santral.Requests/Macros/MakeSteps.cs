using Microsoft.EntityFrameworkCore;
using Santral.Requests.Data;
using Santral.Requests.Domain;
using Santral.Requests.Features;
using Santral.Requests.Templates;

namespace Santral.Requests.Macros;

/// <summary>
/// Makes a macro's steps on a request by the same rules as on its page: no step may do what the person could not do by hand.
/// Nothing is stored here, so that a refused step leaves nothing behind.
/// </summary>
internal sealed class MakeSteps(
    RequestsDb db,
    BulkSteps steps,
    CheckDescription describe,
    StageCatalog stages,
    FillTemplates fill,
    IKnowDefinitions definitions,
    ITexts texts,
    ICurrentUser user,
    TimeProvider clock)
{
    public async Task OnAsync(Request request, Macro macro, CancellationToken stop)
    {
        if (macro.Unit is { } only && only != request.Unit)
        {
            throw new Refusal("requests.macro_other_unit", RefusalKind.State);
        }

        foreach (var step in macro.Steps)
        {
            try
            {
                await MakeAsync(request, step, stop);
            }
            catch (Refusal refusal)
            {
                throw new Refusal(
                    "requests.macro_refused",
                    refusal.Kind,
                    ("macro", macro.Names.In(user.Language)),
                    ("step", texts.Get(user.Language, $"macros.step.{Code(step.Kind)}")),
                    ("code", refusal.Code),
                    ("why", texts.Get(user.Language, $"refusal.{refusal.Code}", refusal.Args)));
            }
        }
    }

    private static string Code(MacroStepKind kind) => char.ToLowerInvariant(kind.ToString()[0]) + kind.ToString()[1..];

    private async Task MakeAsync(Request request, MacroStep step, CancellationToken stop)
    {
        switch (step.Kind)
        {
            case MacroStepKind.Category:
                await CategoriseAsync(request, step.DefinitionId, stop);
                break;
            case MacroStepKind.Note:
                await WriteNoteAsync(request, step, stop);
                break;
            default:
                var act = ActOf(step);
                steps.RefuseWithoutRight(act.Kind);
                await steps.DoAsync(request, act, stop);
                break;
        }
    }

    private ChangeMany.Act ActOf(MacroStep step) => step.Kind switch
    {
        MacroStepKind.Priority => new ChangeMany.Act(BulkKind.Priority, PriorityId: step.DefinitionId),
        MacroStepKind.AddTags => new ChangeMany.Act(BulkKind.Tags, AddTags: step.Tags),
        MacroStepKind.RemoveTags => new ChangeMany.Act(BulkKind.Tags, RemoveTags: step.Tags),
        MacroStepKind.Team => new ChangeMany.Act(BulkKind.Team, TeamId: step.TeamId),
        MacroStepKind.Owner => new ChangeMany.Act(BulkKind.Owner, UserId: step.ToMe ? user.IdOrRefuse() : step.UserId),
        _ => new ChangeMany.Act(BulkKind.Stage, Stage: step.Stage, Comment: step.Comment),
    };

    private async Task CategoriseAsync(Request request, DefinitionId? category, CancellationToken stop)
    {
        var asked = (category is { } id ? definitions.Find(id)?.Fields : null)?.Select(f => f.Code).ToHashSet() ?? [];
        var answers = StoredAnswers.Read(request.Answers).Where(a => asked.Contains(a.Key)).ToDictionary(a => a.Key, string? (a) => a.Value);
        var description = await describe.ReadAsync(
            request,
            new DescribeRequest.Request(
                request.Version, request.Kind, request.Subject, request.Text, category, answers, request.PriorityId, request.ContactMethodId,
                request.CustomerId, request.SubscriptionId, request.Product, request.Answer, request.Work, request.Place, request.WantedOn),
            stop);
        request.Describe(description, stages.Of(request.Unit), user.Id, clock.GetUtcNow());
    }

    private async Task WriteNoteAsync(Request request, MacroStep step, CancellationToken stop)
    {
        var template = await db.NoteTemplates.AsNoTracking().SingleOrDefaultAsync(t => t.Id == step.TemplateId && t.IsActive, stop)
            ?? throw new Refusal("requests.template_unknown", RefusalKind.Unknown);
        var filled = (await fill.OfAsync(request, stop)).Fill(template);
        // Nobody reads it before it is written, so a place without a value must not be.
        if (filled.Missing.Count > 0)
        {
            throw new Refusal("requests.template_values_missing", RefusalKind.State, ("missing", string.Join(", ", filled.Missing.Select(m => texts.Get(user.Language, $"templates.variable.{m}")))));
        }

        db.Notes.Add(Note.Write(request, filled.Text, step.CustomerSees || template.Kind == TemplateKind.Answer, user.Id, clock.GetUtcNow()));
    }
}
