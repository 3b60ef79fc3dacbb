using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Queues;
using Santral.Ivr.Data;
using Santral.Ivr.Domain;

namespace Santral.Ivr.Features;

/// <summary>The flows that callers meet, with what is wrong with them, and what a drawing may name.</summary>
public static class ReadFlows
{
    /// <param name="Errors">Of the draft where there is one: what keeps it from being published.</param>
    /// <param name="DraftAt">Null where nobody is drawing.</param>
    public sealed record Row(
        string Code, Names Names, string Unit, IReadOnlyList<string> Numbers, int Version, DateTimeOffset PublishedAt, string? PublishedBy, int Blocks, DateTimeOffset? DraftAt, string? DraftBy,
        int Errors, int Warnings);

    public sealed record Choices(IReadOnlyList<Team> Teams, IReadOnlyList<Words> Prompts);

    public sealed record Team(string Code, Names Names, string Unit);

    /// <summary>A prompt of the library.</summary>
    /// <param name="Recorded">Languages in which somebody has uploaded a recording.</param>
    public sealed record Words(string Key, Names Text, IReadOnlyList<string> Recorded);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var flows = routes.MapGroup("/ivr").RequirePermission(IvrPermissions.Read).WithTags("ivr");
        flows.MapGet("/flows", ListAsync).WithName("ListFlows").WithSummary("Every flow, with who is drawing it.");
        flows.MapGet("/flows/{code}", HandleAsync).WithName("ReadFlow").WithSummary("Published revision, draft and problems of one flow.");
        flows.MapGet("/choices", ChoicesAsync).WithName("ListFlowChoices").WithSummary("Teams and prompts that a flow may name.");
    }

    internal static async Task<Ok<IReadOnlyList<Row>>> ListAsync(IvrDb db, FlowDesk desk, ViewFlow view, CancellationToken stop)
    {
        var revisions = await db.Flows.AsNoTracking().OrderBy(f => f.Code).ThenByDescending(f => f.Revision).ToListAsync(stop);
        var drafts = await db.Drafts.AsNoTracking().ToDictionaryAsync(d => d.Code, stop);
        return TypedResults.Ok<IReadOnlyList<Row>>([.. revisions.DistinctBy(r => r.Code).Select(r => RowOf(r, drafts.GetValueOrDefault(r.Code), desk, view))]);
    }

    internal static async Task<Ok<FlowView>> HandleAsync([StringLength(60)] string code, ViewFlow view, CancellationToken stop)
        => TypedResults.Ok(await view.OfAsync(code, stop));

    internal static async Task<Ok<Choices>> ChoicesAsync(IvrDb db, IKnowTeams teams, CancellationToken stop)
    {
        var prompts = await db.Prompts.AsNoTracking().OrderBy(p => p.Key).ToListAsync(stop);
        return TypedResults.Ok(new Choices(
            [.. teams.All.Select(t => new Team(t.Code, t.Names, t.Unit))],
            [.. prompts.GroupBy(p => p.Key).Select(WordsOf)]));
    }

    private static Words WordsOf(IGrouping<string, Prompt> prompt)
    {
        var texts = prompt.ToDictionary(p => p.Language, p => p.Text);
        return new Words(
            prompt.Key,
            new Names(texts.GetValueOrDefault("tr", ""), texts.GetValueOrDefault("sv", ""), texts.GetValueOrDefault("en", "")),
            [.. prompt.Where(p => p.Source == PromptSource.Uploaded).Select(p => p.Language)]);
    }

    private static Row RowOf(FlowRevision revision, FlowDraft? draft, FlowDesk desk, ViewFlow view)
    {
        var published = Flow.Read(revision.Document, out _);
        var drawn = draft is null ? published : Flow.Read(draft.Document, out _);

        // A document of another version of the product is listed as well, so that somebody sees why its callers go to a default team.
        var problems = drawn is null ? [new FlowProblem("unreadable", ProblemWeight.Error, null, null)] : desk.ProblemsOf(drawn);
        return new Row(
            revision.Code,
            published?.Names ?? new Names(revision.Code, revision.Code, revision.Code),
            published?.Unit ?? "",
            published?.Numbers ?? [],
            revision.Revision,
            revision.PublishedAt,
            view.NameOf(revision.PublishedBy),
            published?.Nodes.Count ?? 0,
            draft?.ChangedAt,
            view.NameOf(draft?.ChangedBy),
            problems.Count(p => p.Weight == ProblemWeight.Error),
            problems.Count(p => p.Weight == ProblemWeight.Warning));
    }
}
