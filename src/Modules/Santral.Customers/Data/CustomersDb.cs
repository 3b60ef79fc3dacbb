using Microsoft.EntityFrameworkCore;
using Santral.Customers.Domain;

namespace Santral.Customers.Data;

/// <summary>Customers, their numbers and the locks of their verification.</summary>
public class CustomersDb(DbContextOptions options, DbSession session) : ModuleDb(options, session)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<CustomerPhone> Phones => Set<CustomerPhone>();

    public DbSet<CustomerContact> Contacts => Set<CustomerContact>();

    public DbSet<CustomerSearch> Search => Set<CustomerSearch>();

    public DbSet<VerificationLock> Locks => Set<VerificationLock>();

    public override string Module => "customers";

    protected override void Map(ModelBuilder model) => CustomerMapping.Map(model);
}
