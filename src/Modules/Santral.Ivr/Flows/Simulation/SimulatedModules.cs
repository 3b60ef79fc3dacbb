using Santral.Contracts.Billing;
using Santral.Contracts.Calls;
using Santral.Contracts.Customers;
using Santral.Contracts.Queues;

namespace Santral.Ivr.Flows.Simulation;

/// <summary>What a played caller can do besides pressing keys.</summary>
internal static class SimulatedScript
{
    public const string Silence = "silence";
    public const string HangUp = "hangUp";
    public const string Keys = "0123456789*#";

    public static IReadOnlyDictionary<string, QueueOutcome> Outcomes { get; } = new Dictionary<string, QueueOutcome>
    {
        ["served"] = QueueOutcome.Served,
        ["timedOut"] = QueueOutcome.TimedOut,
        ["noAgents"] = QueueOutcome.NoAgents,
    };
}

/// <summary>Opening hours as the walk wants them; who waits is served when the script says so.</summary>
internal sealed class SimulatedQueues(SimulatedLine line, bool open) : IQueueCalls
{
    public Task<QueueOutcome> ServeAsync(ICallLine _, QueueRequest request, CancellationToken hungUp) => Task.FromResult(line.Wait(request.TeamCode));

    public bool IsOpen(string teamCode) => open;
}

/// <summary>Made-up customers: a walk asks nobody's password and reads nobody's invoice.</summary>
internal sealed class SimulatedModules(SimulatedCaller caller, SimulatedClock clock) : IAskModules
{
    public const string Number = "1000";
    public const string Password = "1234";

    public static CustomerSummary Individual { get; } = new(new CustomerId(new Guid(1, 0, 0, new byte[8])), "1", "", CustomerKind.Individual, "tr");

    public static CustomerSummary Account { get; } = new(new CustomerId(new Guid(2, 0, 0, new byte[8])), Number, "", CustomerKind.Corporate, "tr");

    public Task<(VerificationResult Result, CustomerSummary? Customer)> VerifyAsync(string number, string password, PhoneNumber? from, CancellationToken stop)
        => Task.FromResult<(VerificationResult, CustomerSummary?)>(
            caller == SimulatedCaller.Corporate && number == Number && password == Password ? (VerificationResult.Verified, Account) : (VerificationResult.Wrong, null));

    public TeamSummary? Team(string code) => new(default, code, new Names(code, code, code), "");

    public Task<InvoiceSummary?> InvoiceAsync(CustomerId customer, CancellationToken stop)
    {
        var today = DateOnly.FromDateTime(clock.Start.UtcDateTime);
        var total = new Money(34990, "TRY");
        return Task.FromResult<InvoiceSummary?>(new InvoiceSummary("SF-1042", today.AddDays(-10), total, total, today.AddDays(12), IsPaid: false));
    }
}

/// <summary>Time that passes by what is said and waited for.</summary>
internal sealed class SimulatedClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public DateTimeOffset Start { get; } = start;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan by) => _now += by;
}
