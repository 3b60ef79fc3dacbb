using Microsoft.EntityFrameworkCore;
using Santral.Definitions.Domain;

namespace Santral.Definitions.Data;

/// <summary>The tables an operator defines once and everybody chooses from: categories, priorities, contact methods (D7).</summary>
public class DefinitionsDb(DbContextOptions options, DbSession session) : ModuleDb(options, session)
{
    public DbSet<DefinitionRow> Rows => Set<DefinitionRow>();

    public DbSet<TableHead> Heads => Set<TableHead>();

    public DbSet<SeededRow> Seeded => Set<SeededRow>();

    public override string Module => "definitions";

    public override IReadOnlyDictionary<string, string[]> Acts { get; } = new Dictionary<string, string[]>
    {
        [nameof(TableHead)] = ["row_deleted"],
    };

    protected override void Map(ModelBuilder model)
    {
        model.Entity<DefinitionRow>(row =>
        {
            row.ToTable("definitions_row").HasKey(r => r.Id);
            row.Property(r => r.Id).ValueGeneratedNever();
            row.Property(r => r.Table).HasMaxLength(60);
            row.Property(r => r.Code).HasMaxLength(DefinitionRow.LongestCode);
            row.Property(r => r.NameTr).HasMaxLength(DefinitionRow.LongestName);
            row.Property(r => r.NameSv).HasMaxLength(DefinitionRow.LongestName);
            row.Property(r => r.NameEn).HasMaxLength(DefinitionRow.LongestName);
            row.Property(r => r.Unit).HasMaxLength(40);
            row.Ignore(r => r.AuditId).Ignore(r => r.Names).Ignore(r => r.Values).Ignore(r => r.Fields);
            row.HasIndex(r => new { r.Table, r.Code }).IsUnique();
            row.HasOne<DefinitionRow>().WithMany().HasForeignKey(r => r.ParentId).OnDelete(DeleteBehavior.NoAction);
        });
        model.Entity<TableHead>(head =>
        {
            head.ToTable("definitions_table").HasKey(h => h.Code);
            head.Property(h => h.Code).HasMaxLength(60);
        });
        model.Entity<SeededRow>(seeded =>
        {
            seeded.ToTable("definitions_seeded").HasKey(s => new { s.Table, s.Code, s.Unit });
            seeded.Property(s => s.Table).HasMaxLength(60);
            seeded.Property(s => s.Code).HasMaxLength(DefinitionRow.LongestCode);
            seeded.Property(s => s.Unit).HasMaxLength(40);
        });
    }
}
