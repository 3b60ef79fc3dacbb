using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Santral.Kernel;

/// <summary>
/// A module's database context. One save stores the change, its facts (outbox), its audit rows and its numbers, or nothing.
/// Tables carry the module's name because SQLite has no schemas.
/// </summary>
public abstract class ModuleDb(DbContextOptions options, DbSession session) : DbContext(options)
{
    private bool _holdsTurn;

    // Facts were written down since the bell was last rung.
    private bool _hasFacts;

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    public DbSet<InboxRow> Inbox => Set<InboxRow>();

    public DbSet<AuditRow> AuditTrail => Set<AuditRow>();

    public DbSet<NumberSeriesRow> NumberSeries => Set<NumberSeriesRow>();

    /// <summary>The module's name, prefix of its tables.</summary>
    public abstract string Module { get; }

    /// <summary>What the module writes down by <see cref="WriteAct"/>, by kind of record: `Call`: `joined`, `left`.</summary>
    public virtual IReadOnlyDictionary<string, string[]> Acts => new Dictionary<string, string[]>();

    public bool IsSqlite => Database.ProviderName?.EndsWith("Sqlite", StringComparison.Ordinal) == true;

    /// <summary>Writes an act to the audit trail that is no change of a value: a sign-in, an export, a call listened to.</summary>
    public void WriteAct(string entity, Guid entityId, string act, object? details = null)
        => AuditTrail.Add(AuditWriter.Act(session, entity, entityId, act, details));

    /// <summary>Several saves as one: all or nothing. Saves inside do not commit by themselves.</summary>
    public async Task InTransactionAsync(Func<Task> work, CancellationToken stop)
    {
        if (Database.CurrentTransaction is not null)
        {
            await work();
            return;
        }

        using var turn = await TakeTurnAsync(stop);
        await using var transaction = await Database.BeginTransactionAsync(stop);
        await work();
        await transaction.CommitAsync(stop);
        RingForFacts();
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // Found twice, before and after what is added here, and not again by each look at the entries.
        ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false;
        var aggregates = ChangeTracker.Entries<Aggregate>().Where(e => e.State is not EntityState.Detached).ToList();
        foreach (var changed in aggregates.Where(e => e.State is EntityState.Added or EntityState.Modified))
        {
            changed.Entity.Version++;
        }

        var unnumbered = ChangeTracker.Entries<INumbered>().Where(e => e.State is EntityState.Added && e.Entity.Number is null).ToList();
        var count = 0;
        async Task WriteAsync()
        {
            WriteDown(aggregates);
            ChangeTracker.DetectChanges();
            count = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        try
        {
            if (unnumbered.Count == 0)
            {
                using var turn = await TakeTurnAsync(cancellationToken);
                await WriteAsync();
            }
            else
            {
                await InTransactionAsync(
                    async () =>
                    {
                        await TakeNumbersAsync(unnumbered, cancellationToken);
                        await WriteAsync();
                    },
                    cancellationToken);
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new Refusal("record.changed_meanwhile", RefusalKind.Stale);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }

        foreach (var entry in aggregates)
        {
            entry.Entity.Forget();
        }

        if (Database.CurrentTransaction is null)
        {
            RingForFacts();
        }

        return count;
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
        => throw new NotSupportedException("Saves are asynchronous: SQLite writers wait for their turn.");

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
        => Conventions.Apply(configurationBuilder);

    protected sealed override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<OutboxRow>(row =>
        {
            row.ToTable($"{Module}_outbox").HasKey(r => r.Sequence);
            row.HasIndex(r => new { r.DoneAt, r.ParkedAt, r.Sequence });
            row.Property(r => r.Name).HasMaxLength(100);
        });
        modelBuilder.Entity<InboxRow>(row =>
        {
            row.ToTable($"{Module}_inbox").HasKey(r => new { r.Consumer, r.FactId });
            row.Property(r => r.Consumer).HasMaxLength(200);
        });
        modelBuilder.Entity<AuditRow>(row =>
        {
            row.ToTable($"{Module}_audit").HasKey(r => r.Id);
            row.HasIndex(r => new { r.EntityId, r.At });
            row.Property(r => r.Entity).HasMaxLength(60);
            row.Property(r => r.Act).HasMaxLength(60);
            row.Property(r => r.UserName).HasMaxLength(120);
        });
        modelBuilder.Entity<NumberSeriesRow>(row =>
        {
            row.ToTable($"{Module}_number_series").HasKey(r => new { r.Series, r.Year });
            row.Property(r => r.Series).HasMaxLength(20);
        });

        Map(modelBuilder);
        Conventions.Finish(modelBuilder);
    }

    /// <summary>The module's own tables.</summary>
    protected abstract void Map(ModelBuilder model);

    /// <summary>Facts and audit rows of this save. After the numbers are taken: a fact and a trail that name a document name its number.</summary>
    private void WriteDown(List<EntityEntry<Aggregate>> aggregates)
    {
        var facts = aggregates.SelectMany(e => e.Entity.Raised).Select(ToRow).ToList();
        Outbox.AddRange(facts);
        AuditTrail.AddRange(AuditWriter.Changes(ChangeTracker, session));
        _hasFacts |= ChangeTracker.Entries<OutboxRow>().Any(row => row.State is EntityState.Added);
    }

    private void RingForFacts()
    {
        if (_hasFacts)
        {
            _hasFacts = false;
            session.Bell.Ring();
        }
    }

    private async Task<IDisposable?> TakeTurnAsync(CancellationToken stop)
    {
        if (!IsSqlite || _holdsTurn)
        {
            return null;
        }

        var turn = await session.Gate.EnterAsync(stop);
        _holdsTurn = true;
        return new Release(() =>
        {
            _holdsTurn = false;
            turn.Dispose();
        });
    }

    private async Task TakeNumbersAsync(List<EntityEntry<INumbered>> entries, CancellationToken stop)
    {
        var now = session.Clock.GetUtcNow();
        foreach (var entry in entries)
        {
            var year = TimeZoneInfo.ConvertTime(now, entry.Entity.NumberZone ?? TimeZoneInfo.Utc).Year;
            var series = entry.Entity.NumberSeries;
            var table = $"{Module}_number_series";
            // The row lock lasts to the commit: no gap and no twin, on both databases.
            var sql = $"""
                INSERT INTO {table} ("Series", "Year", "Last") VALUES (@p0, @p1, 1)
                ON CONFLICT ("Series", "Year") DO UPDATE SET "Last" = {table}."Last" + 1
                RETURNING "Last" AS "Value"
                """;
            var last = (await Database.SqlQueryRaw<long>(sql, series, year).ToListAsync(stop)).Single();
            entry.Entity.TakeNumber(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{series}-{year % 100:00}-{last:0000}"));
        }
    }

    private OutboxRow ToRow(IFact fact) => new()
    {
        FactId = Guid.CreateVersion7(session.Clock.GetUtcNow()),
        Name = FactNames.NameOf(fact.GetType()),
        FactVersion = FactNames.VersionOf(fact.GetType()),
        Body = JsonSerializer.Serialize(fact, fact.GetType(), SantralJson.Options),
        RaisedAt = session.Clock.GetUtcNow(),
    };

    private sealed class Release(Action release) : IDisposable
    {
        public void Dispose() => release();
    }
}
