using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Santral.Contracts.Live;
using Santral.Contracts.Queues;

namespace Santral.Queues.Live;

/// <summary>
/// Tells screens what changed: a desk at once, the teams' figures at most twice a second, newest wins. The timer tells nothing
/// once the product stops: a wallboard is drawn with services, and those are marked ended before this one is.
/// </summary>
public sealed class DeskNews : IHearDeskChange, IHostedService, IDisposable
{
    public const string DeskTopic = "desk";
    public const string TeamsTopic = "teams";

    internal static readonly TimeSpan TeamsEvery = TimeSpan.FromMilliseconds(500);

    private readonly DeskReader _desks;
    private readonly IServiceProvider _services;
    private readonly TimeProvider _clock;
    private readonly ITimer _timer;
    private readonly Lock _gate = new();
    private readonly Lock _telling = new();
    private ILiveNews? _news;
    private Wallboards? _wallboards;
    private bool _pending;
    private long _lastTold;
    private bool _told;
    private bool _ended;

    public DeskNews(DeskReader desks, IServiceProvider services, TimeProvider clock)
    {
        _desks = desks;
        _services = services;
        _clock = clock;
        _timer = clock.CreateTimer(_ => TellTeams(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    // Asked late: the hub that carries the news is made after the modules.
    private ILiveNews? News => _news ??= _services.GetService<ILiveNews>();

    public void DeskChanged(UserId agent)
    {
        // Calls and queues tell from two threads: taken and numbered in one go, the newer picture has the higher version.
        lock (_telling)
        {
            News?.ToUser(agent, DeskTopic, _desks.Live(agent));
        }
    }

    public void TeamsChanged()
    {
        _ = News;
        _wallboards ??= _services.GetService<Wallboards>();
        lock (_gate)
        {
            if (_pending)
            {
                return;
            }

            _pending = true;
            var since = _told ? _clock.GetElapsedTime(_lastTold) : TeamsEvery;
            _timer.Change(since >= TeamsEvery ? TimeSpan.Zero : TeamsEvery - since, Timeout.InfiniteTimeSpan);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken)
    {
        End();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        End();
        _timer.Dispose();
    }

    private void End()
    {
        lock (_telling)
        {
            _ended = true;
        }
    }

    private void TellTeams()
    {
        lock (_gate)
        {
            _pending = false;
            _told = true;
            _lastTold = _clock.GetTimestamp();
        }

        lock (_telling)
        {
            if (!_ended)
            {
                _news?.ToAll(TeamsTopic, _desks.AllTeams());
                if (_news is not null)
                {
                    _wallboards?.Tell(_news);
                }
            }
        }
    }
}
