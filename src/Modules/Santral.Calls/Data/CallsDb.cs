using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Santral.Calls.Domain;
using Santral.Contracts.Calls;

namespace Santral.Calls.Data;

/// <summary>Call records and their traces.</summary>
public class CallsDb(DbContextOptions options, DbSession session) : ModuleDb(options, session)
{
    public override string Module => "calls";

    public override IReadOnlyDictionary<string, string[]> Acts { get; } = new Dictionary<string, string[]>
    {
        [nameof(Recording)] = ["listened", "erased", "too_old"],
        ["Call"] = ["joined", "whispered", "overheard", "left"],
    };

    public DbSet<CallRecord> Calls => Set<CallRecord>();

    public DbSet<CallEvent> Events => Set<CallEvent>();

    public DbSet<CallDisclosure> Disclosures => Set<CallDisclosure>();

    public DbSet<Trunk> Trunks => Set<Trunk>();

    public DbSet<OutboundRule> OutboundRules => Set<OutboundRule>();

    public DbSet<DialledNumber> Dialled => Set<DialledNumber>();
    public DbSet<Recording> Recordings => Set<Recording>();

    public DbSet<RecordingRule> RecordingRules => Set<RecordingRule>();

    protected override void Map(ModelBuilder model)
    {
        OutsideMapping.Map(model);
        model.Entity<CallRecord>(call =>
        {
            call.ToTable("calls_call").HasKey(c => c.Id);
            call.Property(c => c.Id).ValueGeneratedNever();
            call.Property(c => c.Unit).HasMaxLength(CallLimits.Code);
            call.Property(c => c.CalledNumber).HasMaxLength(CallLimits.CalledNumber);
            call.Property(c => c.CallingNumber).HasMaxLength(20);
            call.Property(c => c.Direction).HasDefaultValue(CallDirection.Inbound);
            call.Property(c => c.Node).HasMaxLength(NodeName.Longest);
            call.HasIndex(c => c.ArrivedAt).IsDescending();
            call.HasIndex(c => new { c.Unit, c.ArrivedAt });
            call.HasIndex(c => new { c.Agent, c.ArrivedAt });
            call.HasIndex(c => new { c.CallingNumber, c.ArrivedAt });

            // Looked for at each start: calls that a crash left open.
            call.HasIndex(c => c.EndedAt);
        });

        model.Entity<CallEvent>(happening =>
        {
            happening.ToTable("calls_event").HasKey(e => e.Sequence);
            happening.Property(e => e.Sequence).ValueGeneratedOnAdd();
            happening.HasIndex(e => new { e.CallId, e.Sequence });
            happening.HasIndex(e => e.Entry).IsUnique();
            happening.Property(e => e.Team).HasMaxLength(CallLimits.Code);
            happening.Property(e => e.Step).HasConversion(
                step => JsonSerializer.Serialize(step, SantralJson.Options),
                text => JsonSerializer.Deserialize<MenuStep>(text, SantralJson.Options)!);
        });

        model.Entity<CallDisclosure>(line =>
        {
            line.ToTable("calls_disclosure").HasKey(d => d.Sequence);
            line.Property(d => d.Sequence).ValueGeneratedOnAdd();
            line.Property(d => d.Operation).HasMaxLength(CallLimits.Code);
            line.HasIndex(d => new { d.CallId, d.Sequence });
            line.HasIndex(d => d.Operation);
        });

        model.Entity<Recording>(recording =>
        {
            recording.ToTable("calls_recording").HasKey(r => r.Id);
            recording.Property(r => r.Id).ValueGeneratedNever();
            recording.Property(r => r.Path).HasMaxLength(CallLimits.RecordingPath);
            recording.Property(r => r.Node).HasMaxLength(NodeName.Longest);
            recording.Property(r => r.Sha256).HasMaxLength(64);
            recording.Ignore(r => r.HasSound);
            recording.HasIndex(r => r.CallId);

            // Swept by age, team by team; looked for at each start: what a crash left running.
            recording.HasIndex(r => new { r.Team, r.State, r.StartedAt });
            recording.HasIndex(r => new { r.State, r.Node });
        });

        model.Entity<RecordingRule>(rule =>
        {
            rule.ToTable("calls_recording_rule").HasKey(r => r.Team);
            rule.Property(r => r.Team).ValueGeneratedNever();
        });
    }
}
