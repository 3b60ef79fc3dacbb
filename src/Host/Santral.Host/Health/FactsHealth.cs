using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Santral.Host.Health;

/// <summary>Every module's tables answer, and no fact is parked.</summary>
internal sealed class FactsHealth(IServiceScopeFactory scopes, IEnumerable<ModuleDatabase> databases) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var parked = new Dictionary<string, object>();
        foreach (var database in databases)
        {
            var db = (ModuleDb)scope.ServiceProvider.GetRequiredService(database.Context);
            var count = await db.Outbox.CountAsync(r => r.DoneAt == null && r.ParkedAt != null, cancellationToken);
            if (count > 0)
            {
                parked[db.Module] = count;
            }
        }

        return parked.Count == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded("Facts are parked after five failures", data: parked);
    }
}
