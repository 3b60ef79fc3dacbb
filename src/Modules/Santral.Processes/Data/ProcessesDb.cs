using Microsoft.EntityFrameworkCore;

namespace Santral.Processes.Data;

/// <summary>The stages of every kind of document: who may set them, who approves, who is told (D3).</summary>
public class ProcessesDb(DbContextOptions options, DbSession session) : ModuleDb(options, session)
{
    public override string Module => "processes";

    protected override void Map(ModelBuilder model)
    {
    }
}
