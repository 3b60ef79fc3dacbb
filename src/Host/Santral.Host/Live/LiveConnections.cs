using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using Santral.Contracts.Identity;
using Santral.Identity;
using Santral.Identity.Access;

namespace Santral.Host.Live;

/// <summary>
/// The open live connections. One whose session has ended, or whose person was disabled, is cut as soon as people change;
/// and what a hub method saves is saved in the name of who called it.
/// </summary>
public sealed class LiveConnections(IKnowWhoIsIn sessions) : IHubFilter, IHearPeopleChange
{
    private readonly ConcurrentDictionary<string, HubCallerContext> _open = new();

    public void PeopleChanged() => _ = CutStrangersAsync();

    public ValueTask<object?> InvokeMethodAsync(
        HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        if (invocationContext.Context.User is { } user)
        {
            invocationContext.ServiceProvider.GetRequiredService<ActingUser>().Become(user);
        }

        return next(invocationContext);
    }

    public Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        if (context.Context.User?.Identity?.IsAuthenticated == true)
        {
            _open[context.Context.ConnectionId] = context.Context;
        }

        return next(context);
    }

    public Task OnDisconnectedAsync(HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        _open.TryRemove(context.Context.ConnectionId, out _);
        return next(context, exception);
    }

    private async Task CutStrangersAsync()
    {
        foreach (var connection in _open.Values)
        {
            if (!await sessions.IsStillInAsync(connection.User!))
            {
                connection.Abort();
            }
        }
    }
}
