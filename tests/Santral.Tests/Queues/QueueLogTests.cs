using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Santral.Contracts.Calls;
using Santral.Queues.Data;
using Santral.Queues.Domain;
using Santral.Queues.Live;

namespace Santral.Tests.Queues;

/// <summary>The log that is written behind the caller's back, on a database of its own.</summary>
public sealed class QueueLogTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly TestFolder _folder = new();
    private readonly ServiceProvider _services;
    private readonly QueueLog _log;

    public QueueLogTests()
    {
        _services = new ServiceCollection().AddMetrics().AddSingleton<TimeProvider>(_clock)
            .AddSingleton<OutboxBell>().AddSingleton<WriteGate>().AddScoped<DbSession>().AddSingleton<ICurrentUser, SystemUser>()
            .AddDbContext<QueuesDb>(o => o.UseSqlite($"Data Source={Path.Combine(_folder.Path, "queues.db")};Pooling=False;Default Timeout=30"))
            .BuildServiceProvider();
        using var scope = _services.CreateScope();
        scope.ServiceProvider.GetRequiredService<QueuesDb>().Database.EnsureCreated();
        _log = new QueueLog(_services.GetRequiredService<IServiceScopeFactory>(), _clock, _services.GetRequiredService<IMeterFactory>(), NullLogger<QueueLog>.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        _log.Dispose();
        await _services.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_row_that_is_refused_costs_itself_only()
    {
        var first = Talk();
        _log.Add(first);
        _log.Change<TalkRow>(first.Id, _ => throw new DbUpdateException("refused"));
        _log.Add(Talk());

        await WrittenAsync();

        (await CountAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task A_row_whose_first_save_lost_its_answer_is_there_once_and_does_not_hold_up_the_others()
    {
        var saved = Talk();
        await using (var scope = _services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<QueuesDb>();
            db.Add(saved);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        _log.Add(saved);
        _log.Add(Talk());

        await WrittenAsync();

        (await CountAsync()).ShouldBe(2);
    }

    private TalkRow Talk() => new()
    {
        Id = Guid.CreateVersion7(_clock.GetUtcNow()), CallId = Id.New<CallId>(_clock), Agent = QueueBench.Ann, TeamId = Board.Team("sales"),
        AnsweredAt = _clock.GetUtcNow(), EndedAt = _clock.GetUtcNow(), TalkedFor = TimeSpan.FromSeconds(5),
    };

    private async Task WrittenAsync()
    {
        var flushed = _log.FlushAsync(TestContext.Current.CancellationToken);
        await _log.StartAsync(TestContext.Current.CancellationToken);
        while (!flushed.IsCompleted)
        {
            // Not more than the pauses between its tries.
            _clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        await _log.StopAsync(TestContext.Current.CancellationToken);
    }

    private async Task<int> CountAsync()
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<QueuesDb>().Talks.CountAsync(TestContext.Current.CancellationToken);
    }
}
