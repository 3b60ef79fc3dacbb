using Microsoft.EntityFrameworkCore;
using Santral.Requests.Clocks;
using Santral.Requests.Domain;
using Santral.Requests.Macros;
using Santral.Requests.Templates;

namespace Santral.Requests.Data;

/// <summary>Requests, contacts, notes and what joins them.</summary>
public class RequestsDb(DbContextOptions options, DbSession session, ClockKeeper? clocks = null) : ModuleDb(options, session)
{
    public DbSet<Request> Requests => Set<Request>();

    public DbSet<RequestSearch> Search => Set<RequestSearch>();

    public DbSet<StageMove<RequestId>> Moves => Set<StageMove<RequestId>>();

    public DbSet<Note> Notes => Set<Note>();

    public DbSet<AttachedFile> Files => Set<AttachedFile>();

    public DbSet<LinkedCall> LinkedCalls => Set<LinkedCall>();

    public DbSet<RequestLink> Links => Set<RequestLink>();

    public DbSet<RequestTag> Tags => Set<RequestTag>();

    public DbSet<RequestWatcher> Watchers => Set<RequestWatcher>();

    public DbSet<Merge> Merges => Set<Merge>();

    public DbSet<BulkAct> BulkActs => Set<BulkAct>();

    public DbSet<Interaction> Interactions => Set<Interaction>();

    public DbSet<UnitRules> Rules => Set<UnitRules>();

    public DbSet<FormerMethod> FormerMethods => Set<FormerMethod>();

    public DbSet<ClockRun> ClockRuns => Set<ClockRun>();

    public DbSet<SavedView> Views => Set<SavedView>();

    public DbSet<Macro> Macros => Set<Macro>();

    public DbSet<NoteTemplate> NoteTemplates => Set<NoteTemplate>();

    public override string Module => "requests";

    public override IReadOnlyDictionary<string, string[]> Acts { get; } = new Dictionary<string, string[]>
    {
        [nameof(Request)] = ["file_attached", "file_removed"],
        ["RequestList"] = ["exported"],
    };

    /// <summary>What is due is computed in the save that changes it.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (clocks is not null)
        {
            await clocks.FollowAsync(this, cancellationToken);
        }

        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void Map(ModelBuilder model)
    {
        RequestMapping.Map(model);
        FamilyMapping.Map(model);
        ContactMapping.Map(model);
        SettingsMapping.Map(model);
        TemplateMapping.Map(model);
        MacroMapping.Map(model);
        ClockMapping.Map(model);
    }
}
