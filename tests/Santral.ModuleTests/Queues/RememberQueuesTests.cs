using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Calls;
using Santral.Contracts.Queues;
using Santral.ModuleTests.Harness;
using Santral.Queues.Data;
using Santral.Queues.Domain;
using Santral.Queues.Jobs;
using Santral.Queues.Live;

namespace Santral.ModuleTests.Queues;

/// <summary>What a restart must not lose: the same log, read by a fresh actor.</summary>
public sealed class RememberQueuesTests(Installation installation) : IClassFixture<Installation>
{
    [Fact]
    public async Task Presence_and_todays_figures_come_back()
    {
        await installation.TakeACallAsync("expert1", "advanced_support");
        var agent = await installation.AsAsync("expert1");
        await agent.SetPresenceAsync("away", "meeting").BodyAsync();
        await using var restarted = await RestartedAsync();

        var picture = restarted.Pictures.Of(installation.Person("expert1"))!;
        (picture.Presence, picture.Reason, picture.Activity).ShouldBe((PresenceState.Away, "meeting", AgentActivity.Idle));
        restarted.Day.Of(installation.Person("expert1")).Answered.ShouldBe(1);
        var team = restarted.Teams.FindByCode("advanced_support")!;
        restarted.Day.ServiceLevel(team.Id).ShouldBe(100);
    }

    [Fact]
    public async Task Who_waited_when_the_process_died_gets_his_place_back()
    {
        var number = PhoneNumber.Parse("+905325550011", null);
        var team = installation.Services.GetRequiredService<IKnowTeams>().FindByCode("technical_support")!;
        var place = TimeProvider.System.GetUtcNow().AddMinutes(-4);
        await using (var scope = installation.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<QueuesDb>();
            db.Add(new WaitRow { Id = Guid.CreateVersion7(place), CallId = Id.New<CallId>(TimeProvider.System), TeamId = team.Id, CallingNumber = number, PlaceAt = place, JoinedAt = place });
            await db.SaveChangesAsync(QueueCalls.Stop);
        }

        await using var restarted = await RestartedAsync();
        var ticket = restarted.Queues.Join(Id.New<CallId>(TimeProvider.System), number, team.Id, new QueuePlace(0));
        await restarted.Queues.DoAsync(new QueueInput.Tick());

        ticket.PlaceAt.ShouldBe(place, TimeSpan.FromMilliseconds(1));
    }

    private async Task<Restarted> RestartedAsync()
    {
        await installation.Services.GetRequiredService<QueueLog>().FlushAsync(QueueCalls.Stop);
        var restarted = new Restarted(installation.Services);
        await using var scope = installation.Services.CreateAsyncScope();
        await new RememberQueues(
            scope.ServiceProvider.GetRequiredService<QueuesDb>(), restarted.Teams, restarted.Queues, restarted.Day, TimeProvider.System)
            .PrepareAsync(QueueCalls.Stop);
        return restarted;
    }

    /// <summary>The queues of the next process, on the tables of this one.</summary>
    private sealed class Restarted : IAsyncDisposable
    {
        private readonly ServiceProvider _services;

        public Restarted(IServiceProvider installation)
        {
            _services = new ServiceCollection()
                .AddLogging()
                .AddMetrics()
                .AddSingleton(TimeProvider.System)
                .AddSingleton(installation.GetRequiredService<IServiceScopeFactory>())
                .AddSingleton<TeamBook>().AddSingleton<QueuePictures>().AddSingleton<QueueDay>().AddSingleton<DeskReader>().AddSingleton<DeskNews>()
                .AddSingleton(installation.GetRequiredService<QueueLog>())
                .AddSingleton<IHearQueues, QueueNotes>()
                .AddSingleton<QueueSet>()
                .BuildServiceProvider();
        }

        public TeamBook Teams => _services.GetRequiredService<TeamBook>();

        public QueuePictures Pictures => _services.GetRequiredService<QueuePictures>();

        public QueueDay Day => _services.GetRequiredService<QueueDay>();

        public QueueSet Queues => _services.GetRequiredService<QueueSet>();

        public ValueTask DisposeAsync() => _services.DisposeAsync();
    }
}
