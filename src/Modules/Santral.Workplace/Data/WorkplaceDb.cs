using Microsoft.EntityFrameworkCore;
using Santral.Workplace.Domain;

namespace Santral.Workplace.Data;

/// <summary>What a person has on the desk: notices and drafts kept while typing.</summary>
public class WorkplaceDb(DbContextOptions options, DbSession session) : ModuleDb(options, session)
{
    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<Announcement> Announcements => Set<Announcement>();

    public DbSet<Draft> Drafts => Set<Draft>();

    public DbSet<OlderDraft> OlderDrafts => Set<OlderDraft>();

    public override string Module => "workplace";

    protected override void Map(ModelBuilder model)
    {
        model.Entity<Notice>(notice =>
        {
            notice.ToTable("workplace_notice").HasKey(n => n.Id);
            notice.Property(n => n.Id).ValueGeneratedNever();
            notice.Ignore(n => n.Args);
            notice.Property(n => n.Key).HasMaxLength(Notice.LongestKey);
            notice.Property(n => n.TextKey).HasMaxLength(Notice.LongestTextKey);
            notice.Property(n => n.Path).HasMaxLength(Notice.LongestPath);
            notice.HasIndex(n => new { n.UserId, n.Key }).IsUnique();
            notice.HasIndex(n => new { n.UserId, n.FoldedInto, n.ReadAt, n.At });
            notice.HasIndex(n => n.At);
        });
        model.Entity<Announcement>(announcement =>
        {
            announcement.ToTable("workplace_announcement").HasKey(a => a.Id);
            announcement.Property(a => a.Id).ValueGeneratedNever();
            announcement.Ignore(a => a.AuditId);
            announcement.Property(a => a.Text).HasMaxLength(Announcement.LongestText);
            announcement.Property(a => a.Path).HasMaxLength(Notice.LongestPath);
        });
        model.Entity<Draft>(draft =>
        {
            draft.ToTable("workplace_draft").HasKey(d => new { d.UserId, d.Key });
            draft.Property(d => d.Key).HasMaxLength(Draft.LongestKey);
            draft.Property(d => d.Device).HasMaxLength(Draft.LongestDevice);
            draft.HasIndex(d => d.SavedAt);
        });
        model.Entity<OlderDraft>(older =>
        {
            older.ToTable("workplace_draft_older").HasKey(o => o.Id);
            older.Property(o => o.Id).ValueGeneratedNever();
            older.Property(o => o.Key).HasMaxLength(Draft.LongestKey);
            older.HasIndex(o => new { o.UserId, o.Key });
            older.HasIndex(o => o.SetAsideAt);
        });
    }
}
