using Microsoft.EntityFrameworkCore;
using Santral.Calls.Domain;
using Santral.Calls.Jobs;
using Santral.Contracts.Calls;
using Santral.Contracts.Customers;

namespace Santral.Tests.Calls;

/// <summary>Records are written behind the caller's back, survive a database that is away, and are closed after a crash.</summary>
public sealed class JournalTests
{
    [Fact]
    public async Task A_database_that_is_away_delays_records_and_loses_none()
    {
        await using var exchange = await Exchange.OpenAsync(withTables: false);
        var caller = exchange.Dial((_, _) => Task.CompletedTask);
        (await caller.EndedAsync()).ShouldBe(CallEndReason.FlowEnded, "the caller does not notice");

        exchange.CreateTables();
        while (!await exchange.InDatabaseAsync(db => db.Calls.AnyAsync(c => c.EndedAt != null)))
        {
            exchange.Clock.Advance(TimeSpan.FromSeconds(5));
            await Task.Yield();
        }

        (await exchange.RecordAsync(caller.Line.Id)).Record.EndReason.ShouldBe(CallEndReason.FlowEnded);
    }

    [Fact]
    public async Task Facts_of_a_call_are_stored_with_its_record()
    {
        await using var exchange = await Exchange.OpenAsync();
        var caller = exchange.Dial((line, _) =>
        {
            line.Took(new MenuStep("main", "3", new Names("Genel", "Allmänt", "General"), exchange.Clock.GetUtcNow()));
            return Task.CompletedTask;
        });
        await caller.EndedAsync();

        await exchange.RecordAsync(caller.Line.Id);

        var facts = await exchange.InDatabaseAsync(db => db.Outbox.OrderBy(o => o.Sequence).ToListAsync());
        facts.Select(f => f.Name).ShouldBe(["calls.arrived", "calls.ended"]);
        facts[1].Body.ShouldContain("\"key\":\"3\"");
    }

    [Fact]
    public async Task Calls_that_a_crash_left_open_are_closed_at_the_last_instant_known()
    {
        await using var exchange = await Exchange.OpenAsync();
        var arrived = exchange.Clock.GetUtcNow();
        var id = Id.New<CallId>(exchange.Clock);
        await exchange.InDatabaseAsync(async db =>
        {
            var call = CallRecord.Arrive(id, "internet", "100", null, CallerClass.Unidentified, null, arrived);
            db.Calls.Add(call);
            call.Connect(Exchange.Agent(1), Exchange.Team.Id, TimeSpan.FromSeconds(3), arrived.AddSeconds(10));
            db.Events.Add(new CallEvent { CallId = id, At = arrived.AddSeconds(25), Kind = CallEventKind.Held });
            return await db.SaveChangesAsync();
        });

        await exchange.InDatabaseAsync(async db =>
        {
            await new CloseOpenCalls(db).PrepareAsync(CancellationToken.None);
            await new CloseOpenCalls(db).PrepareAsync(CancellationToken.None);
            return true;
        });

        var (record, _) = await exchange.RecordAsync(id);
        record.EndReason.ShouldBe(CallEndReason.Restarted);
        record.EndedAt.ShouldBe(arrived.AddSeconds(25));
        record.Talked.ShouldBe(TimeSpan.FromSeconds(15));
        (await exchange.InDatabaseAsync(db => db.Outbox.CountAsync(o => o.Name == "calls.ended"))).ShouldBe(1);
    }

    [Fact]
    public async Task Two_calls_never_arrive_at_the_same_instant()
    {
        await using var exchange = await Exchange.OpenAsync();

        var instants = new DateTimeOffset[1000];
        Parallel.For(0, instants.Length, i => instants[i] = exchange.Calls.NextArrival());

        instants.Distinct().Count().ShouldBe(instants.Length);
    }
}
