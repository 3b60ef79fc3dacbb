using Microsoft.EntityFrameworkCore;
using Santral.Requests.Domain;
using Santral.Requests.Templates;

namespace Santral.Requests.Data;

/// <summary>Requests, contacts, notes and the definitions they use.</summary>
public class RequestsDb(DbContextOptions options, DbSession session) : ModuleDb(options, session)
{
    public DbSet<Request> Requests => Set<Request>();

    public DbSet<RequestSearch> Search => Set<RequestSearch>();

    public DbSet<StageMove> Moves => Set<StageMove>();

    public DbSet<Note> Notes => Set<Note>();

    public DbSet<LinkedCall> LinkedCalls => Set<LinkedCall>();

    public DbSet<Interaction> Interactions => Set<Interaction>();

    public DbSet<Stage> Stages => Set<Stage>();

    public DbSet<ContactMethod> ContactMethods => Set<ContactMethod>();

    public DbSet<SavedView> Views => Set<SavedView>();

    public DbSet<NoteTemplate> NoteTemplates => Set<NoteTemplate>();

    public override string Module => "requests";

    protected override void Map(ModelBuilder model)
    {
        RequestMapping.Map(model);
        DefinitionMapping.Map(model);
        TemplateMapping.Map(model);
    }
}
