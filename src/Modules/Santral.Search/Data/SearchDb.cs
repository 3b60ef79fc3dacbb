using Microsoft.EntityFrameworkCore;
using Santral.Search.Domain;

namespace Santral.Search.Data;

/// <summary>The index behind the one box over numbers, names, phones and texts. The words themselves lie in a table of each database's own kind: <see cref="WordIndex"/>.</summary>
public class SearchDb(DbContextOptions options, DbSession session) : ModuleDb(options, session)
{
    public DbSet<SearchDocument> Documents => Set<SearchDocument>();

    public DbSet<SearchKey> Keys => Set<SearchKey>();

    public DbSet<SearchTerm> Terms => Set<SearchTerm>();

    public DbSet<SearchRemain> Remains => Set<SearchRemain>();

    public DbSet<SearchState> State => Set<SearchState>();

    public override string Module => "search";

    protected override void Map(ModelBuilder model)
    {
        // Bytewise on both: a range of keys is the keys with a beginning.
        var bytewise = IsSqlite ? "BINARY" : "C";
        model.Entity<SearchDocument>(document =>
        {
            document.ToTable("search_document").HasKey(d => d.Sequence);
            document.Property(d => d.Sequence).ValueGeneratedOnAdd();
            document.Property(d => d.Kind).HasMaxLength(20);
            document.Property(d => d.Number).HasMaxLength(40);
            document.Property(d => d.Title).HasMaxLength(200);
            document.Property(d => d.Excerpt).HasMaxLength(SearchDocument.ExcerptLength);
            document.Property(d => d.Unit).HasMaxLength(40);
            document.Property(d => d.Path).HasMaxLength(200);
            document.Property(d => d.Digest).HasMaxLength(64);
            document.HasIndex(d => new { d.Kind, d.RecordId }).IsUnique();
        });
        model.Entity<SearchKey>(key =>
        {
            key.ToTable("search_key").HasKey(k => new { k.Key, k.Sequence });
            key.Property(k => k.Key).HasMaxLength(SearchKey.Longest).UseCollation(bytewise);
            key.HasIndex(k => k.Sequence);
            key.HasOne<SearchDocument>().WithMany().HasForeignKey(k => k.Sequence).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<SearchTerm>(term =>
        {
            term.ToTable("search_term").HasKey(t => t.Term);
            term.Property(t => t.Term).HasMaxLength(Words.Longest).UseCollation(bytewise);
        });
        model.Entity<SearchRemain>(remain =>
        {
            remain.ToTable("search_remain").HasKey(r => new { r.Remain, r.Term });
            remain.Property(r => r.Remain).HasMaxLength(Words.Longest).UseCollation(bytewise);
            remain.Property(r => r.Term).HasMaxLength(Words.Longest).UseCollation(bytewise);
        });
        model.Entity<SearchState>(state =>
        {
            state.ToTable("search_state").HasKey(s => s.Id);
            state.Property(s => s.Id).ValueGeneratedNever();
        });
    }
}
