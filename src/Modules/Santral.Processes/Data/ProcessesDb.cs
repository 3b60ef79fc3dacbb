using Microsoft.EntityFrameworkCore;
using Santral.Processes.Domain;

namespace Santral.Processes.Data;

/// <summary>The stages of every kind of document: who may set them, who approves, who is told (D3).</summary>
public class ProcessesDb(DbContextOptions options, DbSession session) : ModuleDb(options, session)
{
    public DbSet<DesignDraft> Drafts => Set<DesignDraft>();

    public DbSet<DesignVersion> Versions => Set<DesignVersion>();

    public DbSet<Delivery> Deliveries => Set<Delivery>();

    public DbSet<WebhookKey> WebhookKeys => Set<WebhookKey>();

    public override string Module => "processes";

    public override IReadOnlyDictionary<string, string[]> Acts { get; } = new Dictionary<string, string[]>
    {
        [nameof(Delivery)] = ["tried_again"],
        [nameof(WebhookKey)] = ["secret_read"],
    };

    protected override void Map(ModelBuilder model)
    {
        model.Entity<DesignDraft>(draft =>
        {
            draft.ToTable("processes_draft").HasKey(d => d.Id);
            draft.Property(d => d.Id).ValueGeneratedNever();
            draft.Ignore(d => d.AuditId).Ignore(d => d.Design);
            draft.Property(d => d.Document).HasMaxLength(40);
            draft.Property(d => d.Unit).HasMaxLength(40);
            draft.HasIndex(d => new { d.Document, d.Unit }).IsUnique();
        });
        model.Entity<DesignVersion>(version =>
        {
            version.ToTable("processes_version").HasKey(v => v.Id);
            version.Property(v => v.Id).ValueGeneratedNever();
            version.Ignore(v => v.AuditId).Ignore(v => v.Design);
            version.Property(v => v.Document).HasMaxLength(40);
            version.Property(v => v.Unit).HasMaxLength(40);
            version.Property(v => v.Note).HasMaxLength(DesignVersion.LongestNote);
            version.HasIndex(v => new { v.Document, v.Unit, v.Number }).IsUnique();
        });
        model.Entity<Delivery>(delivery =>
        {
            delivery.ToTable("processes_delivery").HasKey(d => d.Id);
            delivery.Property(d => d.Id).ValueGeneratedNever();
            delivery.Property(d => d.Document).HasMaxLength(40);
            delivery.Property(d => d.Unit).HasMaxLength(40);
            delivery.Property(d => d.Number).HasMaxLength(40);
            delivery.Property(d => d.Path).HasMaxLength(300);
            delivery.Property(d => d.Stage).HasMaxLength(40);
            delivery.Property(d => d.Target).HasMaxLength(500);
            delivery.Property(d => d.LastError).HasMaxLength(Delivery.LongestError);
            delivery.HasIndex(d => new { d.State, d.NextAt });
            delivery.HasIndex(d => d.DueAt);
        });
        model.Entity<WebhookKey>(key =>
        {
            key.ToTable("processes_webhook_key").HasKey(k => k.Id);
            key.Property(k => k.Id).ValueGeneratedNever();
            key.Property(k => k.Secret).HasMaxLength(80);
        });
    }
}
