using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Santral.Contracts.Calls;
using Santral.Contracts.Queues;
using Santral.Queues.Data;
using Santral.Queues.Domain;
using Santral.Queues.Live;

namespace Santral.Tests.Queues;

/// <summary>
/// A day of chance through the real actor, its notes and its log on a database: what the wallboard shows from memory equals what is computed here from the rows, by other
/// means than the product's.
/// </summary>
public sealed class RandomDayTests : IAsyncDisposable
{
    private const int Steps = 1_500;

    private static readonly UserId[] Agents = [.. new[] { "ann", "bob", "cem", "dag" }.Select(Board.Agent)];
    private static readonly TeamId Sales = Board.Team("sales");
    private static readonly TeamId Support = Board.Team("support");

    private readonly QueueBench _bench = new();
    private readonly TestFolder _folder = new();
    private readonly ServiceProvider _services;
    private readonly QueueLog _log;
    private readonly QueueSet _queues;
    private readonly QueuePictures _pictures;
    private readonly List<QueueTicket> _inside = [];

    public RandomDayTests()
    {
        _services = new ServiceCollection().AddMetrics().AddSingleton<TimeProvider>(_bench.Clock)
            .AddSingleton<OutboxBell>().AddSingleton<WriteGate>().AddScoped<DbSession>().AddSingleton<ICurrentUser, SystemUser>()
            .AddDbContext<QueuesDb>(o => o.UseSqlite($"Data Source={Path.Combine(_folder.Path, "queues.db")};Pooling=False;Default Timeout=30"))
            .BuildServiceProvider();
        using var scope = _services.CreateScope();
        scope.ServiceProvider.GetRequiredService<QueuesDb>().Database.EnsureCreated();
        var meters = _services.GetRequiredService<IMeterFactory>();
        _log = new QueueLog(_services.GetRequiredService<IServiceScopeFactory>(), _bench.Clock, meters, NullLogger<QueueLog>.Instance);
        _pictures = new QueuePictures(_bench.Clock);
        _queues = new QueueSet(_bench.Clock, _pictures, new QueueNotes(_log, _bench.Day, _bench.News, _bench.Clock), meters, NullLogger<QueueSet>.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        await _queues.DisposeAsync();
        _log.Dispose();
        await _services.DisposeAsync();
        await _bench.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(7)]
    [InlineData(20261130)]
    public async Task The_wallboards_figures_equal_those_of_the_log(int seed)
    {
        _bench.Teams.Replace([Team(Sales, "sales", "ann", "bob", "cem"), Team(Support, "support", "cem", "dag")]);
        await DoAsync(new QueueInput.TeamsChanged(_bench.Teams.Rules));

        // Just after midnight in the teams' zone, so that the day holds everything.
        _bench.Clock.Advance(_bench.Teams.DayBegan(Sales, _bench.Clock.GetUtcNow()).AddDays(1).AddMinutes(1) - _bench.Clock.GetUtcNow());
        var chance = new Random(seed);
        for (var step = 0; step < Steps; step++)
        {
            _bench.Clock.Advance(TimeSpan.FromMilliseconds(chance.Next(1, 20_000)));
            await DoAsync(new QueueInput.Tick());
            await HappenAsync(chance);
        }

        await WrittenAsync();
        await ShouldEqualTheLogAsync(Sales);
        await ShouldEqualTheLogAsync(Support);
    }

    private Task DoAsync(QueueInput input) => _queues.DoAsync(input);

    private async Task HappenAsync(Random chance)
    {
        var agent = Agents[chance.Next(Agents.Length)];
        var picture = _pictures.Of(agent);
        switch (chance.Next(10))
        {
            case 0 or 1 or 2:
                _inside.Add(_queues.Join(Id.New<CallId>(_bench.Clock), null, chance.Next(3) == 0 ? Support : Sales, new QueuePlace(0)));
                break;
            case 3 when _inside.Count > 0:
                var gone = _inside[chance.Next(_inside.Count)];
                _inside.Remove(gone);
                _queues.Leave(gone);
                break;
            case 4 or 5 or 6 when picture is { Activity: AgentActivity.Offered, Call: { } call }:
                await DoAsync(new QueueInput.OfferEnded(call, agent, chance.Next(5) == 0 ? (OfferOutcome)chance.Next(4) : OfferOutcome.Answered, PhoneThere: true));
                break;
            case 7 when picture is { Activity: AgentActivity.Talking, Call: { } call }:
                await DoAsync(new QueueInput.TalkEnded(call, agent, ConversationEnd.CallerHungUp));
                break;
            case 8 when picture is { Activity: AgentActivity.WrapUp }:
                await DoAsync(new QueueInput.WrapUpFinished(agent));
                break;
            case 9 when picture is { Activity: AgentActivity.Idle }:
                // He calls somebody himself: written up, and no figure of the queue.
                var own = Id.New<CallId>(_bench.Clock);
                var since = _bench.Clock.GetUtcNow();
                await DoAsync(new QueueInput.AgentTaken(agent, own, Sales));
                await DoAsync(new QueueInput.AgentSpeaks(agent, own));
                _bench.Clock.Advance(TimeSpan.FromSeconds(chance.Next(5, 90)));
                await DoAsync(new QueueInput.OwnTalkEnded(agent, own, since));
                break;
            default:
                await DoAsync(new QueueInput.PresenceChosen(agent, chance.Next(6) == 0 ? PresenceState.Away : PresenceState.Available, null, PhoneThere: true));
                break;
        }

        await DoAsync(new QueueInput.Tick());
    }

    private async Task ShouldEqualTheLogAsync(TeamId team)
    {
        await using var scope = _services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<QueuesDb>();
        var stop = TestContext.Current.CancellationToken;
        var waits = await db.Waits.AsNoTracking().Where(w => w.TeamId == team).ToListAsync(stop);
        var talks = await db.Talks.AsNoTracking().Where(t => t.TeamId == team).ToListAsync(stop);
        var offers = await db.Offers.AsNoTracking().Where(o => o.TeamId == team).ToListAsync(stop);
        var shown = _bench.Day.Today(team);

        var answered = waits.Where(w => w.End == WaitEnd.Answered).Select(w => (long)w.WaitedFor.TotalSeconds).ToList();
        var left = waits.Where(w => w.End == WaitEnd.Abandoned).Select(w => (long)w.WaitedFor.TotalSeconds).ToList();
        var patient = left.Count(s => s > 5);
        waits.Count.ShouldBeGreaterThan(50);
        shown.Offered.ShouldBe(waits.Count);
        shown.Answered.ShouldBe(answered.Count);
        shown.AnsweredInTime.ShouldBe(answered.Count(s => s <= 20));
        shown.Abandoned.ShouldBe(patient);
        shown.ShortAbandoned.ShouldBe(left.Count - patient);
        shown.TimedOut.ShouldBe(waits.Count(w => w.End == WaitEnd.TimedOut));
        shown.NoAgents.ShouldBe(waits.Count(w => w.End == WaitEnd.NoAgents));
        shown.Waiting.ShouldBe(waits.Count(w => w.EndedAt is null));
        shown.Outcomes.ShouldBe(shown.Offered);
        shown.AnsweredWait.TotalSeconds.ShouldBe(answered.Sum());
        shown.Rings.ShouldBe(offers.Count(o => o.End != OfferEnd.CallerLeft));
        shown.RingsMissed.ShouldBe(offers.Count(o => o.End == OfferEnd.NoAnswer));

        var own = talks.Where(t => t.IsOwn).ToList();
        var theirs = talks.Where(t => t is { IsOwn: false, WrappedUpFor: not null }).ToList();
        shown.Handled.ShouldBe(theirs.Count);
        shown.Talked.TotalSeconds.ShouldBe(theirs.Sum(t => (long)t.TalkedFor.TotalSeconds));
        shown.WrappedUp.TotalSeconds.ShouldBe(theirs.Sum(t => (long)t.WrappedUpFor!.Value.TotalSeconds));
        if (team == Sales)
        {
            own.Count.ShouldBeGreaterThan(3, "the day had calls of the agents' own");
            own.ShouldAllBe(t => t.TalkedFor >= TimeSpan.FromSeconds(5));
        }
    }

    private async Task WrittenAsync()
    {
        var flushed = _log.FlushAsync(TestContext.Current.CancellationToken);
        await _log.StartAsync(TestContext.Current.CancellationToken);
        while (!flushed.IsCompleted)
        {
            // Not more than the pauses between its tries; the day's last figures stay as they are.
            _bench.Clock.Advance(TimeSpan.FromMilliseconds(1));
            await Task.Yield();
        }

        await _log.StopAsync(TestContext.Current.CancellationToken);
    }

    private static Team Team(TeamId id, string code, params string[] members)
    {
        var team = new Team(id, code, new Names(code, code, code), "internet", "Europe/Istanbul");
        team.Staff(members.Select(m => (Board.Agent(m), 0)));
        return team;
    }
}
