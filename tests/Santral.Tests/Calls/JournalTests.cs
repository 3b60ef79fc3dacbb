using Microsoft.EntityFrameworkCore;
using Santral.Calls;
using Santral.Calls.Domain;
using Santral.Calls.Jobs;
using Santral.Calls.Live;
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
            await new CloseOpenCalls(db, exchange.Node, exchange.Clock).PrepareAsync(CancellationToken.None);
            await new CloseOpenCalls(db, exchange.Node, exchange.Clock).PrepareAsync(CancellationToken.None);
            return true;
        });

        var (record, _) = await exchange.RecordAsync(id);
        record.EndReason.ShouldBe(CallEndReason.Restarted);
        record.EndedAt.ShouldBe(arrived.AddSeconds(25));
        record.Talked.ShouldBe(TimeSpan.FromSeconds(15));
        (await exchange.InDatabaseAsync(db => db.Outbox.CountAsync(o => o.Name == "calls.ended"))).ShouldBe(1);
    }

    [Fact]
    public async Task Calls_of_another_process_on_the_same_database_live_on_until_they_are_a_day_old()
    {
        await using var exchange = await Exchange.OpenAsync();
        var now = exchange.Clock.GetUtcNow();
        var (own, others, dead) = (Id.New<CallId>(exchange.Clock), Id.New<CallId>(exchange.Clock), Id.New<CallId>(exchange.Clock));
        await exchange.InDatabaseAsync(async db =>
        {
            db.Calls.Add(CallRecord.Arrive(own, "internet", "100", null, CallerClass.Unidentified, null, now, exchange.Node.Name));
            db.Calls.Add(CallRecord.Arrive(others, "internet", "100", null, CallerClass.Unidentified, null, now.AddSeconds(1), "another"));
            db.Calls.Add(CallRecord.Arrive(dead, "internet", "100", null, CallerClass.Unidentified, null, now.AddDays(-2), "another"));
            return await db.SaveChangesAsync();
        });

        await exchange.InDatabaseAsync(async db =>
        {
            await new CloseOpenCalls(db, exchange.Node, exchange.Clock).PrepareAsync(CancellationToken.None);
            return true;
        });

        var open = await exchange.InDatabaseAsync(db => db.Calls.Where(c => c.EndedAt == null).Select(c => c.Id).ToListAsync());
        open.ShouldBe([others]);
    }

    [Fact]
    public async Task A_process_has_one_name_for_its_data_folder()
    {
        using var folder = new TestFolder();
        var name = new NodeName(folder.Path).Name;
        name.ShouldNotBeNullOrEmpty();
        new NodeName(folder.Path).Name.ShouldBe(name);
        await using var exchange = await Exchange.OpenAsync();
        exchange.Node.Name.ShouldNotBe(name);
        var caller = exchange.Dial((_, _) => Task.CompletedTask);
        await caller.EndedAsync();
        (await exchange.RecordAsync(caller.Line.Id)).Record.Node.ShouldBe(exchange.Node.Name);
    }

    [Fact]
    public async Task A_batch_whose_first_save_lost_its_answer_changes_nothing_the_second_time()
    {
        await using var exchange = await Exchange.OpenAsync();
        var (id, at) = (Id.New<CallId>(exchange.Clock), exchange.Clock.GetUtcNow());
        List<JournalEntry> batch =
        [
            new JournalEntry.Arrived(id, "internet", "100", null, CallerClass.Unidentified, null, at),
            new JournalEntry.Happened(id, CallEventKind.Queued, at),
            new JournalEntry.Connected(id, Exchange.Agent(1), Exchange.Team, TimeSpan.FromSeconds(3), at),
        ];
        JournalEntry ended = new JournalEntry.Ended(id, CallEndReason.AgentHungUp, [], TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(9), at);
        await SaveAsync(exchange, batch, again: false);

        await SaveAsync(exchange, [.. batch, ended], again: true);

        var (record, events) = await exchange.RecordAsync(id);
        events.Select(e => e.Kind).ShouldBe([CallEventKind.Arrived, CallEventKind.Queued, CallEventKind.Connected, CallEventKind.Ended]);
        record.EndReason.ShouldBe(CallEndReason.AgentHungUp);
        var facts = await exchange.InDatabaseAsync(db => db.Outbox.OrderBy(o => o.Sequence).Select(o => o.Name).ToListAsync());
        facts.ShouldBe(["calls.arrived", "calls.answered", "calls.ended"]);
    }

    [Fact]
    public async Task Two_calls_never_arrive_at_the_same_instant()
    {
        await using var exchange = await Exchange.OpenAsync();

        var instants = new DateTimeOffset[1000];
        Parallel.For(0, instants.Length, i => instants[i] = exchange.Calls.NextArrival());

        instants.Distinct().Count().ShouldBe(instants.Length);
    }

    private static Task<int> SaveAsync(Exchange exchange, List<JournalEntry> batch, bool again) => exchange.InDatabaseAsync(async db =>
    {
        await JournalBatch.ApplyAsync(db, batch, exchange.Node.Name, again, CancellationToken.None);
        return await db.SaveChangesAsync();
    });
}
