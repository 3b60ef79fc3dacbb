using Microsoft.Extensions.Logging;
using Santral.Contracts.Billing;
using Santral.Contracts.Calls;
using Santral.Contracts.Customers;
using Santral.Contracts.Queues;
using Santral.Ivr.Domain;
using Santral.Ivr.Verbs;

namespace Santral.Ivr.Flows;

/// <summary>One call on its way through one flow: what its verbs may use.</summary>
/// <param name="entered">Told of every block the call comes to.</param>
internal sealed class FlowRun(
    ICallLine line, Flow flow, IQueueCalls queues, IAskModules modules, TimeProvider clock, ILogger log, CancellationToken hungUp, Action<string, Verb>? entered = null)
{
    /// <summary>A phone left off the hook does not walk through menus for ever.</summary>
    private const int MostNodes = 200;

    public ICallLine Line { get; } = line;

    public IQueueCalls Queues { get; } = queues;

    public CancellationToken HungUp { get; } = hungUp;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Digits kept for this call only; never logged.</summary>
    public Dictionary<string, string> Collected { get; } = [];

    /// <summary>Wrong pairs in a row over all visits of the verification menu: leaving and coming back must not begin anew (I-21).</summary>
    public WrongPairs Wrong { get; private init; } = new();

    /// <summary>The same call in the same flow, for a way of its own that ends by <paramref name="stop"/>: beside a conversation.</summary>
    public FlowRun Aside(CancellationToken stop) => new(Line, flow, Queues, modules, clock, log, stop) { Wrong = Wrong };

    /// <summary>The flow's first block of a kind; null when it has none.</summary>
    public TVerb? FirstOf<TVerb>()
        where TVerb : Verb
        => flow.Nodes.Values.OfType<TVerb>().FirstOrDefault();

    public async Task RunAsync()
    {
        var at = flow.Start;
        var silent = 0;
        for (var count = 0; at is not null; count++)
        {
            if (count == MostNodes)
            {
                await Line.HangUpAsync(CallEndReason.NoInput);
                return;
            }

            if (!flow.Nodes.TryGetValue(at, out var verb))
            {
                throw new BrokenFlowException($"Flow {flow.Code} has no node {at}.");
            }

            silent = verb.WaitsForCaller ? 0 : silent + 1;
            if (silent > flow.Nodes.Count)
            {
                throw new BrokenFlowException($"Flow {flow.Code} turns in a circle at {at}.");
            }

            HungUp.ThrowIfCancellationRequested();
            entered?.Invoke(at, verb);
            at = await verb.RunAsync(this);
        }
    }

    public Task PlayAsync(IEnumerable<string> prompts, bool interruptible)
        => PlayAsync([.. prompts.Select(p => new PromptPart.Named(p))], interruptible);

    public async Task PlayAsync(IReadOnlyList<PromptPart> parts, bool stopOnKey)
    {
        if (parts.Count > 0)
        {
            await Line.PlayAsync([.. parts.Select(p => p is PromptPart.Named named ? named with { Words = flow.WordsOf(named.Key) } : p)], stopOnKey, HungUp);
        }
    }

    public Task<(VerificationResult Result, CustomerSummary? Customer)> VerifyAsync(string number, string password)
        => modules.VerifyAsync(number, password, Line.CallingNumber, HungUp);

    public Task<InvoiceSummary?> InvoiceAsync(CustomerId customer) => modules.InvoiceAsync(customer, HungUp);

    public TeamSummary? TeamOf(string code) => modules.Team(code);

    /// <summary>Something the flow asked of another module failed; the call goes on.</summary>
    public void Failed(Exception e, string verb) => log.LogError(e, "{Verb} failed in call {Call}.", verb, Line.Id);
}

/// <summary>Wrong pairs in a row of one call, whoever sent the caller into the menu.</summary>
internal sealed class WrongPairs
{
    public int Count { get; set; }
}

/// <summary>A flow that cannot go on: the caller is taken over by the default team's queue.</summary>
internal sealed class BrokenFlowException(string message) : Exception(message);
