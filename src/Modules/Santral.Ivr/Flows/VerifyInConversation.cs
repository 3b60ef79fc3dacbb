using Santral.Contracts.Calls;
using Santral.Ivr.Verbs;

namespace Santral.Ivr.Flows;

/// <summary>The verification menu for a caller whom an agent sent there: the flow's own block, or the product's where the flow has none.</summary>
internal sealed class VerifyInConversation(FlowRun main) : IVerifyCaller
{
    /// <summary>Where the block leads to in the flow does not matter: the caller goes back to his agent (I-19).</summary>
    public Task RunAsync(CancellationToken stop) => (main.FirstOf<Verify>() ?? Verify.Plain).RunAsync(main.Aside(stop));
}
