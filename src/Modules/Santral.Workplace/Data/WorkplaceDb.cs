using Microsoft.EntityFrameworkCore;

namespace Santral.Workplace.Data;

/// <summary>What a person has on the desk: notices, drafts kept while typing, and who else looks at the same record.</summary>
public class WorkplaceDb(DbContextOptions options, DbSession session) : ModuleDb(options, session)
{
    public override string Module => "workplace";

    protected override void Map(ModelBuilder model)
    {
    }
}
