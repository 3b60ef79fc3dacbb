using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Santral.LoadBench.Making;

/// <summary>
/// Takes the rows of a module's own save before they go to the database one by one: versions, audit trail, facts, numbers and clocks are
/// those of the product, only the writing is done in bulk, once for each row, as the last save of it left it.
/// </summary>
internal sealed class RowsOfSave : SaveChangesInterceptor
{
    private long _keys;

    public List<(IEntityType Type, object Row)> Rows { get; } = [];

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var tracker = eventData.Context!.ChangeTracker;
        var count = 0;
        foreach (var entry in tracker.Entries().ToList())
        {
            if (entry.State == EntityState.Deleted)
            {
                throw new NotSupportedException($"{entry.Metadata.Name}: what is made in bulk is not deleted.");
            }

            if (entry.State == EntityState.Added && !entry.Metadata.IsOwned())
            {
                Rows.Add((entry.Metadata, entry.Entity));
                count++;
                foreach (var key in entry.Properties.Where(p => p.IsTemporary))
                {
                    // The database gives another when the row is written; until then the tracker only has to tell them apart.
                    (key.CurrentValue, key.IsTemporary) = (++_keys, false);
                }

                if (entry.Entity is AuditRow or OutboxRow)
                {
                    entry.State = EntityState.Detached;
                }
            }
        }

        tracker.AcceptAllChanges();
        return new(InterceptionResult<int>.SuppressWithResult(count));
    }
}
