using Santral.Contracts.Knowledge;
using Santral.Requests.Domain;

namespace Santral.Requests.Features;

/// <summary>Where the unit asks for it, nothing is resolved or closed before the knowledge base was asked (M-06).</summary>
internal sealed class CheckSearchDuty(IKnowArticles articles)
{
    public async Task RefuseAsync(Domain.Request request, StageKind next, CancellationToken stop)
    {
        if (next is StageKind.Resolved or StageKind.Closed && !request.IsOver && await articles.OwesSearchAsync(request.Id, request.Unit, stop))
        {
            throw new Refusal("knowledge.search_needed");
        }
    }
}
