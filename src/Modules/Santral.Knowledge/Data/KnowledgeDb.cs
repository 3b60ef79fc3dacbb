using Microsoft.EntityFrameworkCore;
using Santral.Knowledge.Domain;

namespace Santral.Knowledge.Data;

/// <summary>Articles, their versions, and what was searched, read and used.</summary>
public class KnowledgeDb(DbContextOptions options, DbSession session) : ModuleDb(options, session)
{
    public DbSet<Article> Articles => Set<Article>();

    public DbSet<ArticleVersion> Versions => Set<ArticleVersion>();

    public DbSet<ArticlePlace> Places => Set<ArticlePlace>();

    public DbSet<ArticleLink> Links => Set<ArticleLink>();

    public DbSet<Reading> Readings => Set<Reading>();

    public DbSet<SearchDone> Searches => Set<SearchDone>();

    public DbSet<ArticleUse> Uses => Set<ArticleUse>();

    public DbSet<UnitDuty> Duties => Set<UnitDuty>();

    public override string Module => "knowledge";

    protected override void Map(ModelBuilder model) => KnowledgeMapping.Map(model);
}
