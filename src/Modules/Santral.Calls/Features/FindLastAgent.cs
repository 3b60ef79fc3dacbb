using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Santral.Calls.Data;
using Santral.Contracts.Calls;
using Santral.Contracts.Queues;

namespace Santral.Calls.Features;

/// <summary>The last agent of a caller for the queues; in a scope of its own, because callers are served outside of any request.</summary>
internal sealed class FindLastAgent(IServiceScopeFactory scopes) : IFindLastAgent
{
    public async Task<UserId?> OfAsync(PhoneNumber number, TeamId team, DateTimeOffset since, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CallsDb>();
        return await db.Calls.AsNoTracking()
            .Where(c => c.CallingNumber == number.Value && c.ArrivedAt > since && c.Team == team && c.Agent != null)
            .OrderByDescending(c => c.ArrivedAt)
            .Select(c => c.Agent)
            .FirstOrDefaultAsync(stop);
    }
}
