using Microsoft.EntityFrameworkCore;
using Santral.Requests.Domain;
using Santral.Requests.Macros;
using Santral.Requests.Templates;

namespace Santral.Requests.Data;

/// <summary>Requests, contacts, notes and what joins them.</summary>
public class RequestsDb(DbContextOptions options, DbSession session) : ModuleDb(options, session)
{
    public DbSet<Request> Requests => Set<Request>();

    public DbSet<RequestSearch> Search => Set<RequestSearch>();

    public DbSet<StageMove> Moves => Set<StageMove>();

    public DbSet<Note> Notes => Set<Note>();

    public DbSet<LinkedCall> LinkedCalls => Set<LinkedCall>();

    public DbSet<RequestLink> Links => Set<RequestLink>();

    public DbSet<RequestTag> Tags => Set<RequestTag>();

    public DbSet<RequestWatcher> Watchers => Set<RequestWatcher>();

    public DbSet<Merge> Merges => Set<Merge>();

    public DbSet<BulkAct> BulkActs => Set<BulkAct>();

    public DbSet<Interaction> Interactions => Set<Interaction>();

    public DbSet<Stage> Stages => Set<Stage>();

    public DbSet<UnitRules> Rules => Set<UnitRules>();

    public DbSet<FormerMethod> FormerMethods => Set<FormerMethod>();

    public DbSet<SavedView> Views => Set<SavedView>();

    public DbSet<Macro> Macros => Set<Macro>();

    public DbSet<NoteTemplate> NoteTemplates => Set<NoteTemplate>();

    public override string Module => "requests";

    protected override void Map(ModelBuilder model)
    {
        RequestMapping.Map(model);
        FamilyMapping.Map(model);
        ContactMapping.Map(model);
        SettingsMapping.Map(model);
        TemplateMapping.Map(model);
        MacroMapping.Map(model);
    }
}
