using System.Collections.Frozen;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Calls;
using Santral.Contracts.Clocks;
using Santral.Contracts.Definitions;
using Santral.Contracts.Identity;
using Santral.Contracts.Processes;
using Santral.Contracts.Queues;
using Santral.Contracts.Search;
using Santral.Customers.Data;
using Santral.Identity.Access;
using Santral.Requests.Clocks;
using Santral.Requests.Data;
using Santral.Requests.Domain;
using Santral.Search.Data;
using Santral.Search.Jobs;

namespace Santral.LoadBench.Making;

/// <summary>How much is made, from which seed, up to when.</summary>
public sealed record Order(int Requests, int Seed, DateTimeOffset End)
{
    /// <summary>About 140 requests a day.</summary>
    public TimeSpan Span => TimeSpan.FromDays(Math.Clamp(Requests / 140, 40, 1000));
}

/// <summary>What was made.</summary>
/// <param name="Entries">Of the timelines, without the opening lines.</param>
public sealed record Made(int Requests, int Entries, int Customers, TimeSpan Took);

/// <summary>
/// Fills a product that holds the demo with agents, customers, requests and their search index. The same seed tells the same stories;
/// identities are new each time. Notices on desks are not made, and facts only of the last month: older ones the product forgets.
/// </summary>
public static class MakeAll
{
    private const int BatchSize = 500;
    private static readonly TimeSpan FactsKept = TimeSpan.FromDays(30);

    public static async Task<Made> RunAsync(IServiceProvider services, Order order, Action<string> say, CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        await using var scope = services.CreateAsyncScope();
        var inside = scope.ServiceProvider;
        inside.GetRequiredService<ActingUser>().BecomeSystem();
        await inside.GetRequiredService<MakeIndexAnew>().RunAsync(stop);

        var (chance, clock, acting) = (new Chance(order.Seed), new StoryClock(), new Acting());
        var agents = await MakeAgents.RunAsync(inside, new Chance(order.Seed), stop);
        var begin = order.End - order.Span;
        var session = new DbSession(clock, acting, new OutboxBell(), inside.GetRequiredService<WriteGate>());
        bool IsWritten(object row) => row is not OutboxRow fact || fact.RaisedAt > order.End - FactsKept;

        var customers = order.Requests / 5;
        List<MadeCustomer> turkish, swedish;
        await using (var save = new BulkSave<CustomersDb>(inside, session))
        {
            var make = new MakeCustomers(save, clock, chance);
            await make.RunAsync(customers, begin.AddDays(-200), order.Span, IsWritten, stop);
            (turkish, swedish) = (make.Turkish, make.Swedish);
        }

        say($"{customers:N0} customers after {watch.Elapsed.TotalSeconds:N0} s");
        await using var requests = new BulkSave<RequestsDb>(
            inside, session, new ClockKeeper(inside.GetRequiredService<IKnowClocks>(), new ClockBell(), clock));
        var units = UnitsOf(inside, agents, turkish, swedish);
        var tell = new MakeRequests(
            requests.Db, inside.GetRequiredService<IKnowProcesses>(), inside.GetRequiredService<IKnowActors>(),
            new Choices(inside.GetRequiredService<IKnowDefinitions>()), acting, clock, chance, order.End);
        while (tell.Requests < order.Requests)
        {
            await requests.InBatchAsync(
                async () =>
                {
                    for (var until = Math.Min(tell.Requests + BatchSize, order.Requests); tell.Requests < until;)
                    {
                        var at = begin + (order.Span * ((tell.Requests + 0.5) / order.Requests));
                        await tell.TellAsync(chance.Weighted(units), at, stop);
                    }
                },
                IsWritten,
                stop);
            if (tell.Requests / 50_000 != (tell.Requests - BatchSize) / 50_000)
            {
                say($"{tell.Requests:N0} requests after {watch.Elapsed.TotalSeconds:N0} s");
            }
        }

        await MarkDeliveredAsync(requests.Db, order.End, stop);
        await MarkDeliveredAsync(inside.GetRequiredService<CustomersDb>(), order.End, stop);
        say($"{tell.Requests:N0} requests with {tell.Entries:N0} entries after {watch.Elapsed.TotalSeconds:N0} s");
        await new MakeIndex(inside.GetRequiredService<SearchDb>(), inside.GetServices<IProvideFindable>()).RunAsync(order.End, stop);
        await SettleAsync(inside.GetRequiredService<SearchDb>(), stop);
        say($"the search index after {watch.Elapsed.TotalSeconds:N0} s");
        return new Made(tell.Requests, tell.Entries, customers, watch.Elapsed);
    }

    private static (MadeUnit Unit, int Weight)[] UnitsOf(IServiceProvider services, IReadOnlyList<Person> agents, List<MadeCustomer> turkish, List<MadeCustomer> swedish)
    {
        var (organisation, teams) = (services.GetRequiredService<IOrganisation>(), services.GetRequiredService<IKnowTeams>());
        var definitions = services.GetRequiredService<IKnowDefinitions>();
        return [(Of("internet"), 50), (Of("appliance"), 30), (Of("municipal"), 20)];

        MadeUnit Of(string code) => new(
            organisation.Find(code)!,
            [.. agents.Where(a => teams.Of(a.Id).Any(t => t.Unit == code))],
            [.. teams.All.Where(t => t.Unit == code)],
            Matters.Of(code),
            [.. definitions.All(DefinitionTables.RequestCategories).Where(c => c.Unit == code && c.IsActive).Select(c => c.Id)],
            code == "municipal" ? swedish : turkish);
    }

    /// <summary>The index is made beside; what facts of the last month would cause has been caused.</summary>
    private static Task MarkDeliveredAsync(ModuleDb db, DateTimeOffset end, CancellationToken stop)
        => db.InTransactionAsync(() => db.Outbox.Where(o => o.DoneAt == null && o.RaisedAt <= end).ExecuteUpdateAsync(o => o.SetProperty(r => r.DoneAt, r => r.RaisedAt), stop), stop);

    /// <summary>What PostgreSQL does by itself while a database grows slowly.</summary>
    private static async Task SettleAsync(ModuleDb db, CancellationToken stop)
    {
        if (!db.IsSqlite)
        {
            await db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE", stop);
        }
    }

}
