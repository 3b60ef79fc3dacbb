using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Santral.Kernel;
using Santral.Billing.Data;
using Santral.Calls.Data;
using Santral.Clocks.Data;
using Santral.Customers.Data;
using Santral.Definitions.Data;
using Santral.Files.Data;
using Santral.Identity.Data;
using Santral.Ivr.Data;
using Santral.Knowledge.Data;
using Santral.Mailroom.Data;
using Santral.Processes.Data;
using Santral.Queues.Data;
using Santral.Requests.Clocks;
using Santral.Requests.Data;
using Santral.Search.Data;
using Santral.Workplace.Data;

namespace Santral.Migrations.Sqlite;

public sealed class SqliteBillingDb(DbContextOptions<SqliteBillingDb> options, DbSession session) : BillingDb(options, session);

public sealed class SqliteCallsDb(DbContextOptions<SqliteCallsDb> options, DbSession session) : CallsDb(options, session);

public sealed class SqliteCustomersDb(DbContextOptions<SqliteCustomersDb> options, DbSession session) : CustomersDb(options, session);

public sealed class SqliteFilesDb(DbContextOptions<SqliteFilesDb> options, DbSession session) : FilesDb(options, session);

public sealed class SqliteIdentityDb(DbContextOptions<SqliteIdentityDb> options, DbSession session) : IdentityDb(options, session);

public sealed class SqliteIvrDb(DbContextOptions<SqliteIvrDb> options, DbSession session) : IvrDb(options, session);

public sealed class SqliteQueuesDb(DbContextOptions<SqliteQueuesDb> options, DbSession session) : QueuesDb(options, session);

public sealed class SqliteRequestsDb(DbContextOptions<SqliteRequestsDb> options, DbSession session, ClockKeeper clocks) : RequestsDb(options, session, clocks);

public sealed class SqliteDefinitionsDb(DbContextOptions<SqliteDefinitionsDb> options, DbSession session) : DefinitionsDb(options, session);

public sealed class SqliteMailroomDb(DbContextOptions<SqliteMailroomDb> options, DbSession session) : MailroomDb(options, session);

public sealed class SqliteProcessesDb(DbContextOptions<SqliteProcessesDb> options, DbSession session) : ProcessesDb(options, session);

public sealed class SqliteClocksDb(DbContextOptions<SqliteClocksDb> options, DbSession session) : ClocksDb(options, session);

public sealed class SqliteKnowledgeDb(DbContextOptions<SqliteKnowledgeDb> options, DbSession session) : KnowledgeDb(options, session);

public sealed class SqliteWorkplaceDb(DbContextOptions<SqliteWorkplaceDb> options, DbSession session) : WorkplaceDb(options, session);

public sealed class SqliteSearchDb(DbContextOptions<SqliteSearchDb> options, DbSession session) : SearchDb(options, session);

internal sealed class BillingFactory : IDesignTimeDbContextFactory<SqliteBillingDb>
{
    public SqliteBillingDb CreateDbContext(string[] args) => new(Tool.Options<SqliteBillingDb>("billing"), DbSession.ForTools);
}

internal sealed class CallsFactory : IDesignTimeDbContextFactory<SqliteCallsDb>
{
    public SqliteCallsDb CreateDbContext(string[] args) => new(Tool.Options<SqliteCallsDb>("calls"), DbSession.ForTools);
}

internal sealed class CustomersFactory : IDesignTimeDbContextFactory<SqliteCustomersDb>
{
    public SqliteCustomersDb CreateDbContext(string[] args) => new(Tool.Options<SqliteCustomersDb>("customers"), DbSession.ForTools);
}

internal sealed class IdentityFactory : IDesignTimeDbContextFactory<SqliteIdentityDb>
{
    public SqliteIdentityDb CreateDbContext(string[] args) => new(Tool.Options<SqliteIdentityDb>("identity"), DbSession.ForTools);
}

internal sealed class IvrFactory : IDesignTimeDbContextFactory<SqliteIvrDb>
{
    public SqliteIvrDb CreateDbContext(string[] args) => new(Tool.Options<SqliteIvrDb>("ivr"), DbSession.ForTools);
}

internal sealed class QueuesFactory : IDesignTimeDbContextFactory<SqliteQueuesDb>
{
    public SqliteQueuesDb CreateDbContext(string[] args) => new(Tool.Options<SqliteQueuesDb>("queues"), DbSession.ForTools);
}

internal sealed class RequestsFactory : IDesignTimeDbContextFactory<SqliteRequestsDb>
{
    public SqliteRequestsDb CreateDbContext(string[] args) => new(Tool.Options<SqliteRequestsDb>("requests"), DbSession.ForTools, null);
}

internal sealed class DefinitionsFactory : IDesignTimeDbContextFactory<SqliteDefinitionsDb>
{
    public SqliteDefinitionsDb CreateDbContext(string[] args) => new(Tool.Options<SqliteDefinitionsDb>("definitions"), DbSession.ForTools);
}

internal sealed class MailroomFactory : IDesignTimeDbContextFactory<SqliteMailroomDb>
{
    public SqliteMailroomDb CreateDbContext(string[] args) => new(Tool.Options<SqliteMailroomDb>("mailroom"), DbSession.ForTools);
}

internal sealed class ProcessesFactory : IDesignTimeDbContextFactory<SqliteProcessesDb>
{
    public SqliteProcessesDb CreateDbContext(string[] args) => new(Tool.Options<SqliteProcessesDb>("processes"), DbSession.ForTools);
}

internal sealed class ClocksFactory : IDesignTimeDbContextFactory<SqliteClocksDb>
{
    public SqliteClocksDb CreateDbContext(string[] args) => new(Tool.Options<SqliteClocksDb>("clocks"), DbSession.ForTools);
}

internal sealed class KnowledgeFactory : IDesignTimeDbContextFactory<SqliteKnowledgeDb>
{
    public SqliteKnowledgeDb CreateDbContext(string[] args) => new(Tool.Options<SqliteKnowledgeDb>("knowledge"), DbSession.ForTools);
}

internal sealed class FilesFactory : IDesignTimeDbContextFactory<SqliteFilesDb>
{
    public SqliteFilesDb CreateDbContext(string[] args) => new(Tool.Options<SqliteFilesDb>("files"), DbSession.ForTools);
}

internal sealed class WorkplaceFactory : IDesignTimeDbContextFactory<SqliteWorkplaceDb>
{
    public SqliteWorkplaceDb CreateDbContext(string[] args) => new(Tool.Options<SqliteWorkplaceDb>("workplace"), DbSession.ForTools);
}

internal sealed class SearchFactory : IDesignTimeDbContextFactory<SqliteSearchDb>
{
    public SqliteSearchDb CreateDbContext(string[] args) => new(Tool.Options<SqliteSearchDb>("search"), DbSession.ForTools);
}

file static class Tool
{
    public static DbContextOptions<TDb> Options<TDb>(string module)
        where TDb : DbContext
        => new DbContextOptionsBuilder<TDb>().UseSqlite("Data Source=tool.db", o => o.MigrationsHistoryTable($"{module}_migrations")).Options;
}
