using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Santral.Calls.Data;
using Santral.Calls.Live.Telephone;
using Santral.Sip.Transports;

namespace Santral.Calls.Live.Outside;

/// <summary>The trunks as they run now; a changed one begins anew, calls over it go on.</summary>
internal sealed partial class TrunkBook : BackgroundService
{
    private static readonly TimeSpan LookAnyway = TimeSpan.FromSeconds(60);

    private readonly IServiceScopeFactory _scopes;
    private readonly Lazy<SipTelephone> _telephone;
    private readonly TrunkSecrets _secrets;
    private readonly TimeProvider _clock;
    private readonly ILogger<TrunkBook> _log;
    private readonly DnsResolver _resolver = new();
    private readonly Lock _gate = new();
    private TaskCompletionSource _rung = New();
    private volatile IReadOnlyList<TrunkLine> _lines = [];

    public TrunkBook(IServiceScopeFactory scopes, IServiceProvider services, TrunkSecrets secrets, CallsMeter meter, TimeProvider clock, ILogger<TrunkBook> log)
    {
        (_scopes, _secrets, _clock, _log) = (scopes, secrets, clock, log);

        // Asked late: the telephone asks the trunks who may call.
        _telephone = new(services.GetRequiredService<SipTelephone>);
        meter.Watch("santral.trunks.up", () => _lines.Count(l => l.Health.Standing == TrunkStanding.Up));
        meter.Watch("santral.trunks.down", () => _lines.Count(l => l.Health.Standing is TrunkStanding.Down or TrunkStanding.NotRegistered));
    }

    /// <summary>In the order of fail-over.</summary>
    public IReadOnlyList<TrunkLine> Lines => _lines;

    /// <summary>
    /// Those that a call may go out over: the ones that are there, in their order; when none is, all of them, because a trunk that answers no OPTIONS may still take calls.
    /// </summary>
    public IReadOnlyList<TrunkLine> ForCallsOut
    {
        get
        {
            var usable = _lines.Where(l => l.Trunk is { CallsOut: true, IsPaused: false }).ToList();
            var there = usable.Where(l => l.Health.TakesCalls).ToList();
            return there.Count > 0 ? there : usable;
        }
    }

    public bool Has(IPAddress source)
    {
        foreach (var line in _lines)
        {
            if (line.Has(source))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The definitions changed.</summary>
    public void Ring()
    {
        lock (_gate)
        {
            _rung.TrySetResult();
            _rung = New();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            Task rung;
            lock (_gate)
            {
                rung = _rung.Task;
            }

            try
            {
                await FollowAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                FollowFailed(_log, error);
            }

            using var sleep = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            await Task.WhenAny(rung, Task.Delay(LookAnyway, _clock, sleep.Token));
            await sleep.CancelAsync();
        }

        var last = _lines;
        _lines = [];
        await Task.WhenAll(last.Select(l => l.DisposeAsync().AsTask()));
    }

    private async Task FollowAsync(CancellationToken stop)
    {
        if (_telephone.Value.Agent is not { } sip)
        {
            return;
        }

        await using var scope = _scopes.CreateAsyncScope();
        var wanted = await scope.ServiceProvider.GetRequiredService<CallsDb>().Trunks.AsNoTracking().OrderBy(t => t.Order).ThenBy(t => t.Name).ToListAsync(stop);
        var before = _lines;
        var kept = before.Where(l => wanted.Exists(w => w.Id == l.Trunk.Id && w.Version == l.Trunk.Version)).ToDictionary(l => l.Trunk.Id);
        var now = new List<TrunkLine>();
        foreach (var trunk in wanted)
        {
            if (kept.TryGetValue(trunk.Id, out var running))
            {
                now.Add(running);
                continue;
            }

            var line = new TrunkLine(trunk, _secrets.Open(trunk.Secret), sip, _resolver, _clock, _log);
            now.Add(line);
        }

        // A registration taken back after the new one was made would take that one too: the old go first.
        _lines = now;
        await Task.WhenAll(before.Except(now).Select(l => l.DisposeAsync().AsTask()));
        foreach (var fresh in now.Except(before))
        {
            fresh.Start();
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    [LoggerMessage(LogLevel.Error, "Trunks could not be followed; it is tried again")]
    private static partial void FollowFailed(ILogger log, Exception error);
}
