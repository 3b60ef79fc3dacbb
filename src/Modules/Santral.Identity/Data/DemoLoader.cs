using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Santral.Identity.Access;
using Santral.Identity.Data;

namespace Santral.Identity;

/// <summary>
/// Prepares an installation at its start and loads the demo: all of it, or nothing. The organisation counts as set up only
/// when every module has put its part in place; what an interrupted try left behind is cleared by the next one.
/// </summary>
public sealed class DemoLoader(IServiceScopeFactory scopes, OrganisationInMemory organisation, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Runs every module's <see cref="IPrepare"/> in order; at each start and after a set-up.</summary>
    public Task PrepareAsync(CancellationToken stop) => RunAsync<IPrepare>(p => p.Order, (p, s) => p.PrepareAsync(s), stop);

    /// <summary>For the start: an installation that is set up stays as it is.</summary>
    public async Task LoadIfEmptyAsync(CancellationToken stop)
    {
        if (!organisation.IsSetUp)
        {
            await LoadAsync(stop);
        }
    }

    /// <summary>Refused when anything is set up.</summary>
    public Task LoadAsync(CancellationToken stop) => SetUpAsync(
        async () =>
        {
            await RunAsync<ISeedDemo>(s => s.Order, (s, t) => s.SeedAsync(t), stop);
            await using var scope = SystemScope();
            var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
            (await db.Organisations.SingleAsync(stop)).FinishSetUp(clock.GetUtcNow());
            await db.SaveChangesAsync(stop);
        },
        stop);

    /// <summary>One set-up at a time, on an empty installation; a failed one leaves it empty.</summary>
    internal async Task SetUpAsync(Func<Task> work, CancellationToken stop)
    {
        await _turn.WaitAsync(stop);
        try
        {
            if (organisation.IsSetUp)
            {
                throw new Refusal("identity.already_set_up");
            }

            await ClearLeftoversAsync();
            try
            {
                await work();
            }
            catch
            {
                await ClearLeftoversAsync();
                throw;
            }

            await PrepareAsync(CancellationToken.None);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task ClearLeftoversAsync()
    {
        await using var scope = SystemScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        if (!await db.Organisations.AnyAsync(o => o.SetUpAt == null))
        {
            return;
        }

        await EmptyTables.ClearAsync(scope.ServiceProvider, CancellationToken.None);
        await PrepareAsync(CancellationToken.None);
    }

    private async Task RunAsync<TStep>(Func<TStep, int> order, Func<TStep, CancellationToken, Task> run, CancellationToken stop)
        where TStep : notnull
    {
        List<Type> steps;
        await using (var scope = SystemScope())
        {
            steps = [.. scope.ServiceProvider.GetServices<TStep>().OrderBy(order).Select(s => s.GetType())];
        }

        foreach (var step in steps)
        {
            // Each step has a scope of its own, as a request has.
            await using var scope = SystemScope();
            await run(scope.ServiceProvider.GetServices<TStep>().First(s => s.GetType() == step), stop);
        }
    }

    private AsyncServiceScope SystemScope()
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActingUser>().BecomeSystem();
        return scope;
    }
}
