using Microsoft.Extensions.Diagnostics.HealthChecks;
using Santral.Calls.Live.Outside;
using Santral.Contracts.Calls;
using Santral.Media;

namespace Santral.Calls.Live.Telephone;

/// <summary>Ready when SIP listens and the media engine is there; degraded while call records cannot be written or a trunk is not there.</summary>
internal sealed class TelephoneHealth(ICallsEndpoints endpoints, IMediaEngine media, CallJournal journal, TrunkBook trunks) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        => Task.FromResult(
            endpoints.Sip.Count == 0 ? HealthCheckResult.Unhealthy("SIP does not listen")
            : !media.IsReady ? HealthCheckResult.Unhealthy("The media process is being started again")
            : journal.IsFull ? HealthCheckResult.Degraded("Call records cannot be written")
            : trunks.Lines.FirstOrDefault(l => l.Health.Standing is TrunkStanding.Down or TrunkStanding.NotRegistered) is { } line
                ? HealthCheckResult.Degraded($"Trunk {line.Trunk.Name} is {line.Health.Standing}")
            : HealthCheckResult.Healthy());
}
