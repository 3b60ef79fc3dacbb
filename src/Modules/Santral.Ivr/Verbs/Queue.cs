using Santral.Contracts.Calls;
using Santral.Contracts.Customers;
using Santral.Contracts.Queues;
using Santral.Ivr.Flows;

namespace Santral.Ivr.Verbs;

/// <summary>Puts the caller into a team's queue until an agent has spoken with him.</summary>
/// <param name="ForCustomers">
/// Set where service is for customers only: an unidentified caller is told so and queued as unverified (I-05, D2).
/// </param>
/// <param name="Priority">Head start in seconds.</param>
/// <param name="Skills">What the agent must know: `sv:2 billing`.</param>
/// <param name="NotServed">Where a caller goes who could not be served; null hangs up.</param>
public sealed record Queue(
    string Team, IReadOnlyList<string>? Before = null, string? ForCustomers = null, string? NotServed = null, int Priority = 0, string? Skills = null) : Verb
{
    public override IEnumerable<Exit> Exits => ExitsOf(("notServed", NotServed));

    public override IEnumerable<string> Prompts => [.. Before ?? [], .. PromptsOf(ForCustomers)];

    public override IEnumerable<string> Teams => [Team];

    public override IEnumerable<Mistake> Mistakes =>
    [
        .. Contracts.Queues.Skills.TryRead(Skills, out _) ? [] : new[] { new Mistake("skills_unreadable", Skills) },
        .. Priority is < 0 or > 3600 ? new[] { new Mistake("limits_wrong", null) } : [],
    ];

    public override IEnumerable<Mistake> Doubts => NotServed is null ? [new Mistake("ends_silently", "notServed")] : [];

    public override bool WaitsForCaller => true;

    internal override async Task<string?> RunAsync(FlowRun run)
    {
        var unverified = ForCustomers is not null && run.Line.Caller.Class == CallerClass.Unidentified;
        await run.PlayAsync([.. PromptsOf(unverified ? ForCustomers : null), .. Before ?? []], interruptible: false);
        var outcome = await run.Queues.ServeAsync(run.Line, new QueueRequest(Team, Priority, unverified, Skills), run.HungUp);
        if (outcome == QueueOutcome.Served)
        {
            await run.Line.HangUpAsync(CallEndReason.AgentHungUp);
            return null;
        }

        if (outcome == QueueOutcome.CalledBack)
        {
            await run.Line.HangUpAsync(CallEndReason.FlowEnded);
            return null;
        }

        if (NotServed is null)
        {
            await run.Line.HangUpAsync(CallEndReason.NoAgent);
        }

        return NotServed;
    }
}
