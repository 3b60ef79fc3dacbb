using Microsoft.EntityFrameworkCore;

namespace Santral.Knowledge.Data;

/// <summary>Articles and scripts that supervisors write and agents read (M-06 … M-09).</summary>
public class KnowledgeDb(DbContextOptions options, DbSession session) : ModuleDb(options, session)
{
    public override string Module => "knowledge";

    protected override void Map(ModelBuilder model)
    {
    }
}
