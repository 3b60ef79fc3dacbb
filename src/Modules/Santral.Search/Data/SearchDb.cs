using Microsoft.EntityFrameworkCore;

namespace Santral.Search.Data;

/// <summary>One box over numbers, names, phones and texts.</summary>
public class SearchDb(DbContextOptions options, DbSession session) : ModuleDb(options, session)
{
    public override string Module => "search";

    protected override void Map(ModelBuilder model)
    {
    }
}
