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
public sealed partial class LiveConnections(IKnowWhoIsIn sessions, ILogger<LiveConnections> log) : IHubFilter, IHearPeopleChange
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
        foreach (var session in _open.Values.GroupBy(c => (Principals.UserOf(c.User), Principals.SessionOf(c.User))))
        {
            try
            {
                if (await sessions.IsStillInAsync(session.First().User!))
                {
                    continue;
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // It cannot be told just now; the next change of people asks again.
                LookFailed(log, failure);
                continue;
            }

            foreach (var connection in session)
            {
                connection.Abort();
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Whether a live connection's session still holds could not be asked")]
    private static partial void LookFailed(ILogger log, Exception failure);
}
