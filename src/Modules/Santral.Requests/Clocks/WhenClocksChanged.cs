using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Clocks;
using Santral.Requests.Data;

namespace Santral.Requests.Clocks;

/// <summary>Asks for the computing of all open requests; the work itself holds up nobody's facts.</summary>
internal sealed class WhenClocksChanged(RequestsDb db, RecomputeBell bell) : IReactTo<ClocksChanged>
{
    public Task ReactAsync(ClocksChanged fact, CancellationToken stop) => db.AskForClocksAsync(bell, fact.At, stop);
}

/// <summary>A category that moved below another may have another target.</summary>
internal sealed class WhenCategoriesMoved(RequestsDb db, RecomputeBell bell, TimeProvider clock) : IReactTo<DefinitionsChanged>
{
    public Task ReactAsync(DefinitionsChanged fact, CancellationToken stop)
        => fact.Table == DefinitionTables.RequestCategories ? db.AskForClocksAsync(bell, clock.GetUtcNow(), stop) : Task.CompletedTask;
}

internal static class AskForClocks
{
    public static async Task AskForClocksAsync(this RequestsDb db, RecomputeBell bell, DateTimeOffset at, CancellationToken stop)
    {
        var run = await db.ClockRuns.SingleOrDefaultAsync(stop);
        if (run is null)
        {
            db.ClockRuns.Add(run = new ClockRun());
        }

        run.AskedAt = run.AskedAt < at ? at : run.AskedAt.AddTicks(TimeSpan.TicksPerMillisecond);
        await db.SaveChangesAsync(stop);
        bell.Ring();
    }
}

/// <summary>Rung when due times are to be computed anew.</summary>
internal sealed class RecomputeBell
{
    private readonly Channel<bool> _rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring() => _rings.Writer.TryWrite(true);

    public ValueTask<bool> HeardAsync(CancellationToken stop) => _rings.Reader.ReadAsync(stop);
}
