using Microsoft.EntityFrameworkCore;
using Santral.Files.Domain;

namespace Santral.Files.Data;

/// <summary>What is known of the stored files; their bytes lie in the <see cref="FileFolder"/>.</summary>
public class FilesDb(DbContextOptions options, DbSession session) : ModuleDb(options, session)
{
    public DbSet<FileEntry> Files => Set<FileEntry>();

    public override string Module => "files";

    protected override void Map(ModelBuilder model)
        => model.Entity<FileEntry>(file =>
        {
            file.ToTable("files_file").HasKey(f => f.Id);
            file.Property(f => f.Id).ValueGeneratedNever();
            file.Property(f => f.Name).HasMaxLength(FileName.Longest);
            file.Property(f => f.ContentType).HasMaxLength(150);
            file.Property(f => f.Sha256).HasMaxLength(64);
            file.HasIndex(f => f.Sha256);
            file.HasIndex(f => new { f.StoredBy, f.StoredAt });
            file.HasIndex(f => f.LookedAtLast);
        });
}
