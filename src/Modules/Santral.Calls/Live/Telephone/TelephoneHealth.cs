using Microsoft.Extensions.Diagnostics.HealthChecks;
using Santral.Contracts.Calls;

namespace Santral.Calls.Live.Telephone;

/// <summary>Ready when SIP listens; degraded while call records cannot be written.</summary>
internal sealed class TelephoneHealth(ICallsEndpoints endpoints, CallJournal journal) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        => Task.FromResult(
            endpoints.Sip.Count == 0 ? HealthCheckResult.Unhealthy("SIP does not listen")
            : journal.IsFull ? HealthCheckResult.Degraded("Call records cannot be written")
            : HealthCheckResult.Healthy());
}
