using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Queues;
using Santral.Ivr.Domain;
using Santral.Ivr.Prompts;

namespace Santral.Ivr.Data;

/// <summary>Finds a flow with its draft, its revisions and what is wrong with it, for those who draw it; callers are served by the flow library.</summary>
internal sealed class FlowDesk(IvrDb db, IKnowTeams teams, PromptLibrary prompts)
{
    public async Task<FlowRevision> NewestAsync(string code, CancellationToken stop)
        => await db.Flows.AsNoTracking().Where(f => f.Code == code).OrderByDescending(f => f.Revision).FirstOrDefaultAsync(stop)
            ?? throw new Refusal("ivr.flow_unknown", RefusalKind.Unknown);

    public async Task<FlowRevision> RevisionAsync(string code, int revision, CancellationToken stop)
        => await db.Flows.AsNoTracking().FirstOrDefaultAsync(f => f.Code == code && f.Revision == revision, stop)
            ?? throw new Refusal("ivr.version_unknown", RefusalKind.Unknown);

    public Task<FlowDraft?> DraftAsync(string code, CancellationToken stop) => db.Drafts.SingleOrDefaultAsync(d => d.Code == code, stop);

    public IReadOnlyList<FlowProblem> ProblemsOf(Flow flow) => FlowCheck.Problems(flow, teams.All.Select(t => t.Code).ToHashSet(), prompts.Has);

    /// <summary>A document of another version of the product is refused with the reason.</summary>
    public static Flow ReadOrRefuse(string document)
        => Flow.Read(document, out var problem) ?? throw new Refusal("ivr.flow_unreadable", RefusalKind.State, ("problem", problem));

    public void RefuseErrors(Flow flow)
    {
        var errors = ProblemsOf(flow).Count(p => p.Weight == ProblemWeight.Error);
        if (errors > 0)
        {
            throw new Refusal("ivr.has_errors", RefusalKind.Invalid, ("count", errors));
        }
    }
}
