using Santral.Calls.Live;
using Santral.Contracts.Calls;

namespace Santral.Calls.Features;

/// <summary>Technical Support resolves only what the decision table lets it (I-23); where nothing was found, and in other teams, the agent decides.</summary>
internal sealed class DecideTechnical(DeskCalls desks) : IDecideTechnical
{
    public bool MayResolve(UserId agent, CallId call)
        => desks.Of(agent) is not { Finding: { } finding } shown || shown.CallId != call
            || shown.Team.Code != CallLine.Teams.TechnicalSupport || finding.Next == TechnicalNext.InformAndClose;
}
