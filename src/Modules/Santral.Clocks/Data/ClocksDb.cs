using Microsoft.EntityFrameworkCore;

namespace Santral.Clocks.Data;

/// <summary>Calendars with opening hours and holidays, and the times within which a request is to be answered and resolved.</summary>
public class ClocksDb(DbContextOptions options, DbSession session) : ModuleDb(options, session)
{
    public override string Module => "clocks";

    protected override void Map(ModelBuilder model)
    {
    }
}
