using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Requests.Data;
using Santral.Requests.Domain;
using Santral.Requests.Features;
using Santral.Requests.Templates;

namespace Santral.Requests.Macros;

/// <summary>Reads a macro against what exists: a step that could never be made is refused when it is written, not when somebody is in a hurry.</summary>
internal sealed class CheckMacro(
    RequestsDb db, IOrganisation organisation, StageCatalog stages, TemplateScope scope, IKnowDefinitions definitions, IKnowPeople people, IKnowTeams teams)
{
    public async Task<MacroPlan> ReadAsync(DefineMacros.MacroRequest body, CancellationToken stop)
    {
        scope.CheckOrRefuse(body.Unit, null);
        List<MacroStep> steps = [];
        foreach (var step in body.Steps)
        {
            steps.Add(await ReadAsync(step, body.Unit, stop));
        }

        return new MacroPlan(body.Names, body.Unit, steps, body.Then, body.Key?.ToLowerInvariant(), body.Order, body.IsActive);
    }

    /// <summary>Only the part that belongs to the kind is kept.</summary>
    private async Task<MacroStep> ReadAsync(MacroStep step, string? unit, CancellationToken stop)
    {
        switch (step.Kind)
        {
            case MacroStepKind.Category:
                return new MacroStep(step.Kind, DefinitionId: Chosen(step.DefinitionId, DefinitionTables.RequestCategories, unit));
            case MacroStepKind.Priority:
                return new MacroStep(step.Kind, DefinitionId: Chosen(step.DefinitionId, DefinitionTables.Priorities, unit));
            case MacroStepKind.AddTags or MacroStepKind.RemoveTags:
                var tags = TagRequest.TagsOf(step.Tags);
                return tags.Count > 0 ? new MacroStep(step.Kind, Tags: [.. tags]) : throw Incomplete(step);
            case MacroStepKind.Team:
                return step.TeamId is { } team && teams.Find(team) is { } found && (unit is null || found.Unit == unit)
                    ? new MacroStep(step.Kind, TeamId: team)
                    : throw Incomplete(step);
            case MacroStepKind.Owner:
                people.RefuseWhoMayNotWork(step.ToMe ? null : step.UserId);
                return step.ToMe || step.UserId is not null ? new MacroStep(step.Kind, UserId: step.ToMe ? null : step.UserId, ToMe: step.ToMe) : throw Incomplete(step);
            case MacroStepKind.Note:
                return await db.NoteTemplates.AnyAsync(t => t.Id == step.TemplateId && t.Kind != TemplateKind.Mail, stop)
                    ? new MacroStep(step.Kind, TemplateId: step.TemplateId, CustomerSees: step.CustomerSees)
                    : throw new Refusal("requests.template_unknown", RefusalKind.Unknown);
            default:
                var comment = Typed.Lines(step.Comment);
                return comment.Length <= Request.LongestComment && await IsStageAsync(step.Stage, unit, stop)
                    ? new MacroStep(step.Kind, Stage: step.Stage, Comment: comment.Length == 0 ? null : comment)
                    : throw new Refusal("requests.stage_unknown", RefusalKind.Invalid);
        }
    }

    private DefinitionId Chosen(DefinitionId? id, string table, string? unit)
        => definitions.ChooseOrRefuse(id, table, unit)?.Id ?? throw new Refusal("requests.macro_step_incomplete", RefusalKind.Invalid);

    private async Task<bool> IsStageAsync(string? code, string? unit, CancellationToken stop)
    {
        foreach (var one in organisation.Units.Where(u => unit is null || u.Code == unit))
        {
            if (stages.Of(one.Code).Find(code ?? "") is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static Refusal Incomplete(MacroStep step) => new("requests.macro_step_incomplete", RefusalKind.Invalid, ("kind", step.Kind));
}
