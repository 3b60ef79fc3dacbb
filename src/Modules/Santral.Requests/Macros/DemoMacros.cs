using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Requests.Data;
using Santral.Requests.Domain;
using Santral.Requests.Templates;

namespace Santral.Requests.Macros;

/// <summary>The demo's macros, one or two for each unit; made of its own templates, teams and stages.</summary>
internal sealed class DemoMacros(
    RequestsDb db, StageCatalog stages, IOrganisation organisation, IKnowDefinitions definitions, IKnowTeams teams, TimeProvider clock) : ISeedDemo
{
    public int Order => 26;

    public async Task SeedAsync(CancellationToken stop)
    {
        if (await db.Macros.AnyAsync(stop))
        {
            return;
        }

        var templates = await db.NoteTemplates.AsNoTracking().ToListAsync(stop);
        var notReached = templates.First(t => t.Names.En == "Called, no answer").Id;
        var lineTest = templates.First(t => t.Names.En == "Line test done").Id;
        var contractor = templates.First(t => t.Names.En == "Passed to the contractor").Id;
        var visit = templates.First(t => t.Names.En == "Service visit").Id;
        var high = definitions.FindByCode(DefinitionTables.Priorities, "high")?.Id;

        Add(new Names("Ulaşılamadı, sıradaki", "Inget svar, nästa", "No answer, next"), null, "f8", MacroThen.Next,
            new MacroStep(MacroStepKind.Owner, ToMe: true), new MacroStep(MacroStepKind.Note, TemplateId: notReached));
        await AddForAsync("internet", new Names("Hat testi, ileri desteğe", "Linjetest, till avancerad support", "Line test, to advanced support"), "f9", lineTest, "advanced_support", StageKind.InProgress, high);
        await AddForAsync("appliance", new Names("Servise ver, müşteriyi bilgilendir", "Till service, informera kunden", "To service, inform the customer"), "f9", visit, "authorised_service", StageKind.InProgress, null);
        await AddForAsync("municipal", new Names("Yükleniciye ilet", "Skicka till entreprenören", "Pass to the contractor"), "f9", contractor, null, StageKind.Waiting, null);
        await db.SaveChangesAsync(stop);

        async Task AddForAsync(string unit, Names names, string key, NoteTemplateId template, string? team, StageKind kind, DefinitionId? priority)
        {
            if (organisation.Find(unit) is null)
            {
                return;
            }

            List<MacroStep> steps = [new(MacroStepKind.Note, TemplateId: template)];
            if (priority is not null)
            {
                steps.Add(new MacroStep(MacroStepKind.Priority, DefinitionId: priority));
            }

            if (team is not null && teams.FindByCode(team) is { } found)
            {
                steps.Add(new MacroStep(MacroStepKind.Team, TeamId: found.Id));
            }

            if (stages.Of(unit).All.FirstOrDefault(s => s.Kind == kind) is { } stage)
            {
                steps.Add(new MacroStep(MacroStepKind.Stage, Stage: stage.Code));
            }

            Add(names, unit, key, MacroThen.Stay, [.. steps]);
        }
    }

    private void Add(Names names, string? unit, string key, MacroThen then, params MacroStep[] steps)
        => db.Macros.Add(Macro.Define(Id.New<MacroId>(clock), null, new MacroPlan(names, unit, steps, then, key, db.Macros.Local.Count * 10, true)));
}
