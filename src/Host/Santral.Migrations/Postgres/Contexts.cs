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

namespace Santral.Migrations.Postgres;

public sealed class PostgresBillingDb(DbContextOptions<PostgresBillingDb> options, DbSession session) : BillingDb(options, session);

public sealed class PostgresCallsDb(DbContextOptions<PostgresCallsDb> options, DbSession session) : CallsDb(options, session);

public sealed class PostgresCustomersDb(DbContextOptions<PostgresCustomersDb> options, DbSession session) : CustomersDb(options, session);

public sealed class PostgresIdentityDb(DbContextOptions<PostgresIdentityDb> options, DbSession session) : IdentityDb(options, session);

public sealed class PostgresIvrDb(DbContextOptions<PostgresIvrDb> options, DbSession session) : IvrDb(options, session);

public sealed class PostgresQueuesDb(DbContextOptions<PostgresQueuesDb> options, DbSession session) : QueuesDb(options, session);

public sealed class PostgresRequestsDb(DbContextOptions<PostgresRequestsDb> options, DbSession session) : RequestsDb(options, session);

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
    public PostgresRequestsDb CreateDbContext(string[] args) => new(Tool.Options<PostgresRequestsDb>("requests"), DbSession.ForTools);
}

file static class Tool
{
    public static DbContextOptions<TDb> Options<TDb>(string module)
        where TDb : DbContext
        => new DbContextOptionsBuilder<TDb>().UseNpgsql("Host=localhost", o => o.MigrationsHistoryTable($"{module}_migrations")).Options;
}
