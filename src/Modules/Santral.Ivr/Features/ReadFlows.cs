using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Queues;
using Santral.Ivr.Data;
using Santral.Ivr.Domain;
using Santral.Ivr.Prompts;

namespace Santral.Ivr.Features;

/// <summary>The flows that callers meet, with what is wrong with them.</summary>
public static class ReadFlows
{
    public sealed record Row(FlowId Id, string Code, Names Names, string Unit, IReadOnlyList<string> Numbers, int Revision, DateTimeOffset PublishedAt, int Errors, int Warnings);

    public sealed record Node(string Name, string Verb, IReadOnlyList<Way> Ways, IReadOnlyList<string> Prompts, IReadOnlyList<string> Teams);

    /// <param name="On">What leads there: `next`, a key, a caller class.</param>
    public sealed record Way(string On, string To);

    public sealed record Response(
        FlowId Id,
        string Code,
        Names Names,
        string Unit,
        IReadOnlyList<string> Numbers,
        int Revision,
        DateTimeOffset PublishedAt,
        string Start,
        string DefaultTeam,
        IReadOnlyList<Node> Nodes,
        IReadOnlyList<FlowProblem> Problems);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var flows = routes.MapGroup("/ivr/flows").RequirePermission(IvrPermissions.Edit).WithTags("ivr");
        flows.MapGet("", ListAsync).WithName("ListFlows").WithSummary("The newest revision of every flow.");
        flows.MapGet("/{id}", HandleAsync).WithName("ReadFlow").WithSummary("One revision of a flow: its nodes, where they lead, and what is wrong.");
    }

    internal static async Task<Ok<IReadOnlyList<Row>>> ListAsync(IvrDb db, IKnowTeams teams, PromptLibrary prompts, CancellationToken stop)
    {
        var revisions = await db.Flows.AsNoTracking().OrderBy(f => f.Code).ThenByDescending(f => f.Revision).ToListAsync(stop);
        return TypedResults.Ok<IReadOnlyList<Row>>([.. revisions.DistinctBy(r => r.Code).Select(r => RowOf(r, teams, prompts))]);
    }

    internal static async Task<Ok<Response>> HandleAsync(FlowId id, IvrDb db, IKnowTeams teams, PromptLibrary prompts, CancellationToken stop)
    {
        var revision = await db.Flows.AsNoTracking().FirstOrDefaultAsync(f => f.Id == id, stop)
            ?? throw new Refusal("ivr.flow_unknown", RefusalKind.Unknown);
        var flow = Flow.Read(revision.Document, out var problem)
            ?? throw new Refusal("ivr.flow_unreadable", RefusalKind.State, ("problem", problem));
        return TypedResults.Ok(new Response(
            revision.Id,
            flow.Code,
            flow.Names,
            flow.Unit,
            flow.Numbers,
            revision.Revision,
            revision.PublishedAt,
            flow.Start,
            flow.DefaultTeam,
            [.. flow.Nodes.Select(n => new Node(n.Key, VerbName(n.Value.GetType()), [.. n.Value.Exits.Select(e => new Way(e.On, e.To))], [.. n.Value.Prompts], [.. n.Value.Teams]))],
            ProblemsOf(flow, teams, prompts)));
    }

    private static Row RowOf(FlowRevision revision, IKnowTeams teams, PromptLibrary prompts)
    {
        var flow = Flow.Read(revision.Document, out _);
        if (flow is null)
        {
            // A document of another version of the product: listed, so that somebody sees why its callers go to a default team.
            return new Row(revision.Id, revision.Code, new Names(revision.Code, revision.Code, revision.Code), "", [], revision.Revision, revision.PublishedAt, 1, 0);
        }

        var problems = ProblemsOf(flow, teams, prompts);
        return new Row(
            revision.Id,
            flow.Code,
            flow.Names,
            flow.Unit,
            flow.Numbers,
            revision.Revision,
            revision.PublishedAt,
            problems.Count(p => p.Weight == ProblemWeight.Error),
            problems.Count(p => p.Weight == ProblemWeight.Warning));
    }

    private static IReadOnlyList<FlowProblem> ProblemsOf(Flow flow, IKnowTeams teams, PromptLibrary prompts)
        => FlowCheck.Problems(flow, teams.All.Select(t => t.Code).ToHashSet(), prompts.Has);

    private static string VerbName(Type verb) => char.ToLowerInvariant(verb.Name[0]) + verb.Name[1..];
}
