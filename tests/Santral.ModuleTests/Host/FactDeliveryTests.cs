using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Requests;
using Santral.Host.Facts;
using Santral.ModuleTests.Identity;
using Santral.Requests.Data;

namespace Santral.ModuleTests.Host;

/// <summary>A fact whose reaction fails waits, is parked in the end, and is never lost.</summary>
public sealed class FactDeliveryTests(FactDeliveryTests.Stubborn installation) : IClassFixture<FactDeliveryTests.Stubborn>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_failing_reaction_is_tried_later_parked_and_tried_again_each_hour()
    {
        var agent = await installation.AsAsync("agent1");
        await installation.DeliverFactsAsync();
        (installation.Moody.Fails, installation.Moody.Heard) = (true, 0);
        await agent.PostAsJsonAsync("/api/requests", new { }, Stop);
        await installation.DeliverFactsAsync();
        installation.Moody.Tries.ShouldBe(1);

        await agent.PostAsJsonAsync("/api/requests", new { }, Stop);
        await installation.DeliverFactsAsync();
        installation.Moody.Tries.ShouldBe(1, "the module waits, whatever rings");

        foreach (var (wait, tries) in ((double, int)[])[(1, 2), (10, 3), (60, 4), (300, 5)])
        {
            installation.Clock.Advance(TimeSpan.FromSeconds(wait));
            await installation.DeliverFactsAsync();
            installation.Moody.Tries.ShouldBeGreaterThanOrEqualTo(tries);
        }

        (await ParkedAsync()).ShouldBe(1);
        installation.Moody.Fails = false;
        await installation.Services.GetRequiredService<FactKeeping>().KeepAsync(Stop);
        installation.Clock.Advance(TimeSpan.FromMinutes(6));
        await installation.DeliverFactsAsync();

        (await ParkedAsync()).ShouldBe(0);
        installation.Moody.Heard.ShouldBe(2);
    }

    [Fact]
    public async Task What_was_delivered_a_month_ago_is_forgotten()
    {
        await (await installation.AsAsync("agent2")).PostAsJsonAsync("/api/requests", new { }, Stop);
        await installation.DeliverFactsAsync();
        installation.Clock.Advance(TimeSpan.FromDays(31));

        await installation.Services.GetRequiredService<FactKeeping>().KeepAsync(Stop);

        await using var scope = installation.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RequestsDb>();
        var before = installation.Clock.GetUtcNow() - TimeSpan.FromDays(30);
        (await db.Outbox.CountAsync(r => r.DoneAt < before, Stop)).ShouldBe(0);
        (await db.Inbox.CountAsync(r => r.DoneAt < before, Stop)).ShouldBe(0);
    }

    private async Task<int> ParkedAsync()
    {
        await using var scope = installation.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RequestsDb>().Outbox.CountAsync(r => r.DoneAt == null && r.ParkedAt != null, Stop);
    }

    public sealed class Stubborn : ClockedInstallation
    {
        public Mood Moody { get; } = new();

        protected override void Replace(IServiceCollection services)
        {
            base.Replace(services);
            services.AddSingleton(Moody);
            services.AddReaction<RequestOpened, Reacts, RequestsDb>();

            // The test delivers by itself: what the background would have tried meanwhile cannot be told.
            services.Remove(services.Single(s => s.ServiceType == typeof(Microsoft.Extensions.Hosting.IHostedService) && s.ImplementationFactory?.Method.ReturnType == typeof(FactDispatcher)));
        }
    }

    public sealed class Mood
    {
        public bool Fails { get; set; }

        public int Tries { get; set; }

        public int Heard { get; set; }
    }

    private sealed class Reacts(Mood mood) : IReactTo<RequestOpened>
    {
        public Task ReactAsync(RequestOpened fact, CancellationToken stop)
        {
            if (mood.Fails)
            {
                mood.Tries++;
                throw new InvalidOperationException("not in the mood");
            }

            mood.Heard++;
            return Task.CompletedTask;
        }
    }
}
