using Microsoft.EntityFrameworkCore;
using Santral.Ivr.Domain;

namespace Santral.Ivr.Data;

/// <summary>Flows as documents, and the library of prompts.</summary>
public class IvrDb(DbContextOptions options, DbSession session) : ModuleDb(options, session)
{
    public override string Module => "ivr";

    public DbSet<FlowRevision> Flows => Set<FlowRevision>();

    public DbSet<FlowDraft> Drafts => Set<FlowDraft>();

    public DbSet<Prompt> Prompts => Set<Prompt>();

    protected override void Map(ModelBuilder model)
    {
        model.Entity<FlowRevision>(flow =>
        {
            flow.ToTable("ivr_flow").HasKey(f => f.Id);
            flow.Property(f => f.Id).ValueGeneratedNever();
            flow.Property(f => f.Code).HasMaxLength(60);
            flow.Property(f => f.Note).HasMaxLength(FlowRevision.LongestNote);
            flow.HasIndex(f => new { f.Code, f.Revision }).IsUnique();
        });
        model.Entity<FlowDraft>(draft =>
        {
            draft.ToTable("ivr_draft").HasKey(d => d.Id);
            draft.Property(d => d.Id).ValueGeneratedNever();
            draft.Property(d => d.Code).HasMaxLength(60);
            draft.HasIndex(d => d.Code).IsUnique();
        });
        model.Entity<Prompt>(prompt =>
        {
            prompt.ToTable("ivr_prompt").HasKey(p => p.Id);
            prompt.Property(p => p.Id).ValueGeneratedNever();
            prompt.Property(p => p.Key).HasMaxLength(100);
            prompt.Property(p => p.Language).HasMaxLength(2);
            prompt.Property(p => p.Text).HasMaxLength(1000);
            prompt.Property(p => p.File).HasMaxLength(200);
            prompt.HasIndex(p => new { p.Key, p.Language }).IsUnique();
        });
    }
}
