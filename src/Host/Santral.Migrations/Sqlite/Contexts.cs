using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Santral.Kernel;
using Santral.Billing.Data;
using Santral.Calls.Data;
using Santral.Customers.Data;
using Santral.Identity.Data;
using Santral.Ivr.Data;
using Santral.Queues.Data;
using Santral.Requests.Data;

namespace Santral.Migrations.Sqlite;

public sealed class SqliteBillingDb(DbContextOptions<SqliteBillingDb> options, DbSession session) : BillingDb(options, session);

public sealed class SqliteCallsDb(DbContextOptions<SqliteCallsDb> options, DbSession session) : CallsDb(options, session);

public sealed class SqliteCustomersDb(DbContextOptions<SqliteCustomersDb> options, DbSession session) : CustomersDb(options, session);

public sealed class SqliteIdentityDb(DbContextOptions<SqliteIdentityDb> options, DbSession session) : IdentityDb(options, session);

public sealed class SqliteIvrDb(DbContextOptions<SqliteIvrDb> options, DbSession session) : IvrDb(options, session);

public sealed class SqliteQueuesDb(DbContextOptions<SqliteQueuesDb> options, DbSession session) : QueuesDb(options, session);

public sealed class SqliteRequestsDb(DbContextOptions<SqliteRequestsDb> options, DbSession session) : RequestsDb(options, session);

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
    public SqliteRequestsDb CreateDbContext(string[] args) => new(Tool.Options<SqliteRequestsDb>("requests"), DbSession.ForTools);
}

file static class Tool
{
    public static DbContextOptions<TDb> Options<TDb>(string module)
        where TDb : DbContext
        => new DbContextOptionsBuilder<TDb>().UseSqlite("Data Source=tool.db", o => o.MigrationsHistoryTable($"{module}_migrations")).Options;
}
