using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Santral.Mailroom.Data;
using Santral.Mailroom.Domain;
using Santral.Mailroom.Servers;

namespace Santral.Mailroom.Jobs;

/// <summary>Keeps one loop for each mailbox that is not paused, and reads by the rules what an earlier run stored and did not get to.</summary>
internal sealed partial class ReceiveJob(
    IServiceScopeFactory scopes, ServerConnections connections, MailroomBell bell, TimeProvider clock, ILogger<ReceiveJob> log) : BackgroundService
{
    private static readonly TimeSpan LookAnyway = TimeSpan.FromSeconds(60);

    private readonly Dictionary<MailboxId, Running> _running = [];

    /// <summary>Letters that were stored and not yet read by the rules.</summary>
    public async Task RouteLeftAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var left = await scope.ServiceProvider.GetRequiredService<MailroomDb>().Received.Where(l => l.Fate == LetterFate.New)
            .OrderBy(l => l.ReceivedAt).Select(l => new { l.Id, l.ReceivedAt }).Take(500).ToListAsync(stop);
        // What came just now is in the hands of its loop.
        foreach (var letter in left.Where(l => l.ReceivedAt < clock.GetUtcNow().AddSeconds(-20) || _running.Count == 0))
        {
            try
            {
                await using var routing = scopes.CreateAsyncScope();
                await routing.ServiceProvider.GetRequiredService<RouteLetter>().RouteAsync(letter.Id, stop);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                RouteFailed(log, error, letter.Id);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var rung = bell.HearMailboxes();
            try
            {
                await RouteLeftAsync(stoppingToken);
                await FollowAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                FollowFailed(log, error);
            }

            using var sleep = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            await Task.WhenAny(rung, Task.Delay(LookAnyway, clock, sleep.Token));
            await sleep.CancelAsync();
        }

        foreach (var running in _running.Values)
        {
            await running.EndAsync();
        }
    }

    /// <summary>Loops as the mailboxes stand now: a changed one begins anew.</summary>
    private async Task FollowAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var wanted = await scope.ServiceProvider.GetRequiredService<MailroomDb>().Mailboxes.AsNoTracking().Where(m => !m.IsPaused)
            .Select(m => new { m.Id, m.Version }).ToDictionaryAsync(m => m.Id, m => m.Version, stop);
        foreach (var (id, running) in _running.Where(r => !wanted.TryGetValue(r.Key, out var version) || version != r.Value.Version || r.Value.Task.IsCompleted).ToList())
        {
            _running.Remove(id);
            await running.EndAsync();
        }

        foreach (var (id, version) in wanted.Where(w => !_running.ContainsKey(w.Key)))
        {
            var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
            var loop = new MailboxLoop(id, scopes, connections, clock, log);
            _running[id] = new Running(version, end, Task.Run(() => loop.RunAsync(end.Token), CancellationToken.None));
        }
    }

    private sealed record Running(int Version, CancellationTokenSource End, Task Task)
    {
        public async Task EndAsync()
        {
            await End.CancelAsync();
            await Task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            End.Dispose();
        }
    }

    [LoggerMessage(LogLevel.Error, "Letter {Letter} could not be read by the rules; it is tried again")]
    private static partial void RouteFailed(ILogger log, Exception error, Guid letter);

    [LoggerMessage(LogLevel.Error, "Mailboxes could not be followed; it is tried again")]
    private static partial void FollowFailed(ILogger log, Exception error);
}
