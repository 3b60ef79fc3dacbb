using Microsoft.EntityFrameworkCore;

namespace Santral.Definitions.Data;

/// <summary>The tables an operator defines once and everybody chooses from: categories, priorities, contact methods (D7).</summary>
public class DefinitionsDb(DbContextOptions options, DbSession session) : ModuleDb(options, session)
{
    public override string Module => "definitions";

    protected override void Map(ModelBuilder model)
    {
    }
}
