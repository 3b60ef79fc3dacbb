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

namespace Santral.Migrations.Postgres;

public sealed class PostgresBillingDb(DbContextOptions<PostgresBillingDb> options, DbSession session) : BillingDb(options, session);

public sealed class PostgresCallsDb(DbContextOptions<PostgresCallsDb> options, DbSession session) : CallsDb(options, session);

public sealed class PostgresCustomersDb(DbContextOptions<PostgresCustomersDb> options, DbSession session) : CustomersDb(options, session);

public sealed class PostgresFilesDb(DbContextOptions<PostgresFilesDb> options, DbSession session) : FilesDb(options, session);

public sealed class PostgresIdentityDb(DbContextOptions<PostgresIdentityDb> options, DbSession session) : IdentityDb(options, session);

public sealed class PostgresIvrDb(DbContextOptions<PostgresIvrDb> options, DbSession session) : IvrDb(options, session);

public sealed class PostgresQueuesDb(DbContextOptions<PostgresQueuesDb> options, DbSession session) : QueuesDb(options, session);

public sealed class PostgresRequestsDb(DbContextOptions<PostgresRequestsDb> options, DbSession session, ClockKeeper clocks) : RequestsDb(options, session, clocks);

public sealed class PostgresDefinitionsDb(DbContextOptions<PostgresDefinitionsDb> options, DbSession session) : DefinitionsDb(options, session);

public sealed class PostgresMailroomDb(DbContextOptions<PostgresMailroomDb> options, DbSession session) : MailroomDb(options, session);

public sealed class PostgresProcessesDb(DbContextOptions<PostgresProcessesDb> options, DbSession session) : ProcessesDb(options, session);

public sealed class PostgresClocksDb(DbContextOptions<PostgresClocksDb> options, DbSession session) : ClocksDb(options, session);

public sealed class PostgresKnowledgeDb(DbContextOptions<PostgresKnowledgeDb> options, DbSession session) : KnowledgeDb(options, session);

public sealed class PostgresWorkplaceDb(DbContextOptions<PostgresWorkplaceDb> options, DbSession session) : WorkplaceDb(options, session);

public sealed class PostgresSearchDb(DbContextOptions<PostgresSearchDb> options, DbSession session) : SearchDb(options, session);

internal sealed class BillingFactory : IDesignTimeDbContextFactory<PostgresBillingDb>
{
    public PostgresBillingDb CreateDbContext(string[] args) => new(Tool.Options<PostgresBillingDb>("billing"), DbSession.ForTools);
}

internal sealed class CallsFactory : IDesignTimeDbContextFactory<PostgresCallsDb>
{
    public PostgresCallsDb CreateDbContext(string[] args) => new(Tool.Options<PostgresCallsDb>("calls"), DbSession.ForTools);
}

internal sealed class CustomersFactory : IDesignTimeDbContextFactory<PostgresCustomersDb>
{
    public PostgresCustomersDb CreateDbContext(string[] args) => new(Tool.Options<PostgresCustomersDb>("customers"), DbSession.ForTools);
}

internal sealed class IdentityFactory : IDesignTimeDbContextFactory<PostgresIdentityDb>
{
    public PostgresIdentityDb CreateDbContext(string[] args) => new(Tool.Options<PostgresIdentityDb>("identity"), DbSession.ForTools);
}

internal sealed class IvrFactory : IDesignTimeDbContextFactory<PostgresIvrDb>
{
    public PostgresIvrDb CreateDbContext(string[] args) => new(Tool.Options<PostgresIvrDb>("ivr"), DbSession.ForTools);
}

internal sealed class QueuesFactory : IDesignTimeDbContextFactory<PostgresQueuesDb>
{
    public PostgresQueuesDb CreateDbContext(string[] args) => new(Tool.Options<PostgresQueuesDb>("queues"), DbSession.ForTools);
}

internal sealed class RequestsFactory : IDesignTimeDbContextFactory<PostgresRequestsDb>
{
    public PostgresRequestsDb CreateDbContext(string[] args) => new(Tool.Options<PostgresRequestsDb>("requests"), DbSession.ForTools, null);
}

internal sealed class DefinitionsFactory : IDesignTimeDbContextFactory<PostgresDefinitionsDb>
{
    public PostgresDefinitionsDb CreateDbContext(string[] args) => new(Tool.Options<PostgresDefinitionsDb>("definitions"), DbSession.ForTools);
}

internal sealed class MailroomFactory : IDesignTimeDbContextFactory<PostgresMailroomDb>
{
    public PostgresMailroomDb CreateDbContext(string[] args) => new(Tool.Options<PostgresMailroomDb>("mailroom"), DbSession.ForTools);
}

internal sealed class ProcessesFactory : IDesignTimeDbContextFactory<PostgresProcessesDb>
{
    public PostgresProcessesDb CreateDbContext(string[] args) => new(Tool.Options<PostgresProcessesDb>("processes"), DbSession.ForTools);
}

internal sealed class ClocksFactory : IDesignTimeDbContextFactory<PostgresClocksDb>
{
    public PostgresClocksDb CreateDbContext(string[] args) => new(Tool.Options<PostgresClocksDb>("clocks"), DbSession.ForTools);
}

internal sealed class KnowledgeFactory : IDesignTimeDbContextFactory<PostgresKnowledgeDb>
{
    public PostgresKnowledgeDb CreateDbContext(string[] args) => new(Tool.Options<PostgresKnowledgeDb>("knowledge"), DbSession.ForTools);
}

internal sealed class FilesFactory : IDesignTimeDbContextFactory<PostgresFilesDb>
{
    public PostgresFilesDb CreateDbContext(string[] args) => new(Tool.Options<PostgresFilesDb>("files"), DbSession.ForTools);
}

internal sealed class WorkplaceFactory : IDesignTimeDbContextFactory<PostgresWorkplaceDb>
{
    public PostgresWorkplaceDb CreateDbContext(string[] args) => new(Tool.Options<PostgresWorkplaceDb>("workplace"), DbSession.ForTools);
}

internal sealed class SearchFactory : IDesignTimeDbContextFactory<PostgresSearchDb>
{
    public PostgresSearchDb CreateDbContext(string[] args) => new(Tool.Options<PostgresSearchDb>("search"), DbSession.ForTools);
}

file static class Tool
{
    public static DbContextOptions<TDb> Options<TDb>(string module)
        where TDb : DbContext
        => new DbContextOptionsBuilder<TDb>().UseNpgsql("Host=localhost", o => o.MigrationsHistoryTable($"{module}_migrations")).Options;
}
