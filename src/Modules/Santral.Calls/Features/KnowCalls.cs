using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Santral.Calls.Data;
using Santral.Contracts.Calls;

namespace Santral.Calls.Features;

/// <summary>Calls by id: those on the line, whose record may still be on its way, and those written down.</summary>
internal sealed class KnowCalls(IServiceScopeFactory scopes, IDeskCalls desk, ICurrentUser user) : IKnowCalls
{
    public async Task<bool> ExistsAsync(CallId id, CancellationToken stop)
    {
        if (user.Id is { } agent && desk.Of(agent)?.CallId == id)
        {
            return true;
        }

        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CallsDb>().Calls.AnyAsync(c => c.Id == id, stop);
    }
}
