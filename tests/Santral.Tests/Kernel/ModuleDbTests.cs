using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Santral.Tests.Kernel;

/// <summary>One save: the change, its facts, its audit rows and its number, or nothing.</summary>
public sealed class ModuleDbTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly FakeTimeProvider _clock = new();
    private readonly WriteGate _gate = new();
    private readonly OutboxBell _bell = new();

    public ModuleDbTests()
    {
        using var db = NewDb();
        db.Database.EnsureCreated();
    }

    [Fact]
    public async Task A_save_stores_the_change_and_its_fact_together()
    {
        await using var db = NewDb();
        var paper = new Paper(_clock, "X");
        paper.Rename("first");
        db.Add(paper);

        await db.SaveChangesAsync(Stop);

        await using var fresh = NewDb();
        (await fresh.Outbox.SingleAsync(Stop)).Name.ShouldBe("test.renamed");
        (await fresh.Papers.SingleAsync(Stop)).Version.ShouldBe(1);
    }

    [Fact]
    public async Task A_save_that_fails_stores_no_fact_and_takes_no_number()
    {
        await using (var db = NewDb())
        {
            var paper = new Paper(_clock, "X") { Unique = "same" };
            var twin = new Paper(_clock, "X") { Unique = "same" };
            paper.Rename("a");
            db.AddRange(paper, twin);
            await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync(Stop));
        }

        await using var fresh = NewDb();
        (await fresh.Outbox.AnyAsync(Stop)).ShouldBeFalse();
        fresh.Add(new Paper(_clock, "X"));
        await fresh.SaveChangesAsync(Stop);
        (await fresh.Papers.SingleAsync(Stop)).Number.ShouldBe("X-26-0001");
    }

    [Fact]
    public async Task The_year_of_a_number_turns_where_its_document_is_at_home()
    {
        _clock.Advance(new DateTimeOffset(2026, 12, 31, 22, 30, 0, TimeSpan.Zero) - _clock.GetUtcNow());
        await using var db = NewDb();
        db.AddRange(new Paper(_clock, "X"), new Paper(_clock, "Y") { NumberZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Istanbul") });

        await db.SaveChangesAsync(Stop);

        (await db.Papers.Select(p => p.Number).OrderBy(n => n).ToListAsync(Stop)).ShouldBe(["X-26-0001", "Y-27-0001"]);
    }

    [Fact]
    public async Task Parallel_saves_take_numbers_without_gap_or_twin()
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, 60), Stop, async (_, stop) =>
        {
            await using var db = NewDb();
            db.Add(new Paper(_clock, "ÇB"));
            await db.SaveChangesAsync(stop);
        });

        await using var fresh = NewDb();
        var numbers = await fresh.Papers.Select(p => p.Number!).OrderBy(n => n).ToListAsync(Stop);
        numbers.ShouldBe(Enumerable.Range(1, 60).Select(n => $"ÇB-26-{n:0000}"));
    }

    [Fact]
    public async Task A_save_based_on_an_older_version_is_refused()
    {
        var paper = new Paper(_clock, "X");
        await using (var db = NewDb())
        {
            db.Add(paper);
            await db.SaveChangesAsync(Stop);
        }

        await using var first = NewDb();
        await using var second = NewDb();
        var mine = await first.Papers.SingleAsync(Stop);
        var yours = await second.Papers.SingleAsync(Stop);
        mine.Rename("mine");
        yours.Rename("yours");
        await first.SaveChangesAsync(Stop);

        var refusal = await Should.ThrowAsync<Refusal>(() => second.SaveChangesAsync(Stop));

        refusal.Code.ShouldBe("record.changed_meanwhile");
        await using var fresh = NewDb();
        (await fresh.Papers.SingleAsync(Stop)).Name.ShouldBe("mine");
    }

    [Fact]
    public async Task Every_change_is_in_the_audit_trail_and_secrets_are_not()
    {
        await using var db = NewDb();
        var paper = new Paper(_clock, "X") { Secret = "first secret" };
        paper.Rename("before");
        db.Add(paper);
        await db.SaveChangesAsync(Stop);
        paper.Rename("after");
        paper.Secret = "second secret";
        await db.SaveChangesAsync(Stop);

        var rows = await db.AuditTrail.AsNoTracking().OrderBy(r => r.Id).ToListAsync(Stop);

        rows.Select(r => r.Act).ShouldBe(["added", "changed"], ignoreOrder: true);
        rows.Single(r => r.Act == "changed").Changes.ShouldContain("""
            "name":["before","after"]
            """.Trim());
        rows.ShouldAllBe(r => !r.Changes.Contains("secret") || r.Changes.Contains("\"secret\":[null,null]"));
        rows.ShouldAllBe(r => !r.Changes.Contains("first secret") && !r.Changes.Contains("second secret"));
    }

    [Fact]
    public async Task Instants_order_and_compare_in_the_database()
    {
        await using var db = NewDb();
        foreach (var hours in new[] { 3, 1, 2 })
        {
            db.Add(new Paper(_clock, "X") { At = new DateTimeOffset(2026, 3, 29, hours, 0, 0, TimeSpan.FromHours(hours)) });
        }

        await db.SaveChangesAsync(Stop);

        var limit = new DateTimeOffset(2026, 3, 29, 3, 0, 0, TimeSpan.FromHours(3));
        (await db.Papers.CountAsync(p => p.At <= limit, Stop)).ShouldBe(3);
        (await db.Papers.CountAsync(p => p.At < limit, Stop)).ShouldBe(0);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _gate.Dispose();
        _folder.Dispose();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private PapersDb NewDb()
        => new(
            new DbContextOptionsBuilder<PapersDb>().UseSqlite($"Data Source={_folder.Path}/papers.db").Options,
            new DbSession(_clock, new SystemUser(), _bell, _gate));

    [Santral.Kernel.Fact("test.renamed", 1)]
    private sealed record Renamed(Guid Id, string Name) : IFact;

    private sealed class PapersDb(DbContextOptions options, DbSession session) : ModuleDb(options, session)
    {
        public DbSet<Paper> Papers => Set<Paper>();

        public override string Module => "papers";

        protected override void Map(ModelBuilder model)
            => model.Entity<Paper>(p =>
            {
                p.ToTable("papers_paper").HasKey(x => x.Id);
                p.Ignore(x => x.NumberZone);
                p.HasIndex(x => x.Unique).IsUnique();
                p.HasIndex(x => x.Number).IsUnique();
            });
    }

    private sealed class Paper(Guid id, string numberSeries) : Aggregate, INumbered, IAudited
    {
        public Paper(TimeProvider clock, string series)
            : this(Guid.CreateVersion7(clock.GetUtcNow()), series)
        {
        }

        public Guid Id { get; private set; } = id;

        public string NumberSeries { get; private set; } = numberSeries;

        public string? Number { get; private set; }

        public TimeZoneInfo? NumberZone { get; init; }

        public string? Name { get; private set; }

        public string? Unique { get; set; }

        public DateTimeOffset At { get; set; }

        [Unaudited]
        public string? Secret { get; set; }

        public Guid AuditId => Id;

        public void TakeNumber(string number) => Number = number;

        public void Rename(string name)
        {
            Name = name;
            Raise(new Renamed(Id, name));
        }
    }
}
