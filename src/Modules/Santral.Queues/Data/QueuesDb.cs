using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Queues;
using Santral.Queues.Domain;

namespace Santral.Queues.Data;

/// <summary>Teams, and what the queues remember over a restart.</summary>
public class QueuesDb(DbContextOptions options, DbSession session) : ModuleDb(options, session)
{
    public override string Module => "queues";

    public override IReadOnlyDictionary<string, string[]> Acts { get; } = new Dictionary<string, string[]>
    {
        ["Agent"] = ["presence_set"],
        ["QueueReport"] = ["exported"],
        ["AgentReport"] = ["exported"],
        ["Callback"] = ["cancelled"],
    };

    public DbSet<Team> Teams => Set<Team>();

    public DbSet<PresenceRow> PresenceLog => Set<PresenceRow>();

    public DbSet<WaitRow> Waits => Set<WaitRow>();

    public DbSet<TalkRow> Talks => Set<TalkRow>();

    public DbSet<OfferRow> Offers => Set<OfferRow>();

    public DbSet<CallbackRow> Callbacks => Set<CallbackRow>();

    public DbSet<SpanRow> Spans => Set<SpanRow>();

    protected override void Map(ModelBuilder model)
    {
        model.Entity<Team>(team =>
        {
            team.ToTable("queues_team").HasKey(t => t.Id);
            team.Property(t => t.Id).ValueGeneratedNever();
            team.Property(t => t.Code).HasMaxLength(60);
            team.HasIndex(t => t.Code).IsUnique();
            team.Property(t => t.Unit).HasMaxLength(60);
            team.Property(t => t.TimeZone).HasMaxLength(60);
            team.Property(t => t.Hours).HasMaxLength(2000);
            team.Property(t => t.DispositionCodes).HasMaxLength(2000);
            team.ComplexProperty(t => t.Names, names =>
            {
                names.Property(n => n.Tr).HasMaxLength(120);
                names.Property(n => n.Sv).HasMaxLength(120);
                names.Property(n => n.En).HasMaxLength(120);
            });
            team.OwnsMany(t => t.Members, member =>
            {
                member.ToTable("queues_team_member");
                member.WithOwner().HasForeignKey(m => m.TeamId);
                member.HasKey(m => new { m.TeamId, m.Agent });
                member.Property(m => m.TeamId).ValueGeneratedNever();
                member.Property(m => m.Agent).ValueGeneratedNever();
                member.Property(m => m.SkillText).HasMaxLength(Skills.LongestText);
            });
            team.Ignore(t => t.Opening).Ignore(t => t.Dispositions).Ignore(t => t.Summary).Ignore(t => t.Rules).Ignore(t => t.Target).Ignore(t => t.Speech);
        });
        model.Entity<PresenceRow>(row =>
        {
            row.ToTable("queues_presence_log").HasKey(r => r.Id);
            row.Property(r => r.Id).ValueGeneratedNever();
            row.Property(r => r.Reason).HasMaxLength(40);
            row.HasIndex(r => new { r.Agent, r.At });
        });
        model.Entity<WaitRow>(row =>
        {
            row.ToTable("queues_wait").HasKey(r => r.Id);
            row.Property(r => r.Id).ValueGeneratedNever();
            row.HasIndex(r => r.JoinedAt);
            row.HasIndex(r => r.CallId);
        });
        model.Entity<TalkRow>(row =>
        {
            row.ToTable("queues_talk").HasKey(r => r.Id);
            row.Property(r => r.Id).ValueGeneratedNever();
            row.HasIndex(r => r.CallId);
            row.HasIndex(r => r.AnsweredAt);
        });
        model.Entity<OfferRow>(row =>
        {
            row.ToTable("queues_offer").HasKey(r => r.Id);
            row.Property(r => r.Id).ValueGeneratedNever();
            row.HasIndex(r => r.OfferedAt);
        });
        model.Entity<CallbackRow>(row =>
        {
            row.ToTable("queues_callback").HasKey(r => r.Id);
            row.Property(r => r.Id).ValueGeneratedNever();
            row.Property(r => r.Unit).HasMaxLength(60);
            row.Property(r => r.Language).HasMaxLength(5);
            row.HasIndex(r => new { r.State, r.PromisedAt });
        });
        model.Entity<SpanRow>(row =>
        {
            row.ToTable("queues_agent_span").HasKey(r => r.Id);
            row.Property(r => r.Id).ValueGeneratedNever();
            row.Property(r => r.Reason).HasMaxLength(40);
            row.HasIndex(r => r.From);
            row.HasIndex(r => r.Until);
        });
    }
}
