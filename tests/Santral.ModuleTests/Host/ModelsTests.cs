using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Santral.ModuleTests.Host;

/// <summary>No model has gone on without a migration; the start does not ask, because asking builds every model twice.</summary>
[Collection(HostCollection.Name)]
public sealed class ModelsTests(Installation installation)
{
    [Fact]
    public async Task Every_context_is_what_its_last_migration_left()
    {
        await using var scope = installation.Services.CreateAsyncScope();
        var contexts = scope.ServiceProvider.GetServices<ModuleDatabase>().Select(d => (DbContext)scope.ServiceProvider.GetRequiredService(d.Context)).ToList();

        contexts.Count.ShouldBeGreaterThan(10);
        contexts.Where(c => c.Database.HasPendingModelChanges()).Select(c => c.GetType().Name).ShouldBeEmpty();
    }
}
