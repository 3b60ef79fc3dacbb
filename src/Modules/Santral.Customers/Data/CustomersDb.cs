using Microsoft.EntityFrameworkCore;
using Santral.Customers.Domain;

namespace Santral.Customers.Data;

/// <summary>Customers, what they subscribe to and buy, and the locks of their verification.</summary>
public class CustomersDb(DbContextOptions options, DbSession session) : ModuleDb(options, session)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<CustomerPhone> Phones => Set<CustomerPhone>();

    public DbSet<CustomerContact> Contacts => Set<CustomerContact>();

    public DbSet<CustomerAddress> Addresses => Set<CustomerAddress>();

    public DbSet<CustomerSearch> Search => Set<CustomerSearch>();

    public DbSet<CustomerNameKey> NameKeys => Set<CustomerNameKey>();

    public DbSet<Consent> Consents => Set<Consent>();

    public DbSet<CustomerNote> Notes => Set<CustomerNote>();

    public DbSet<VerificationLock> Locks => Set<VerificationLock>();

    public DbSet<Subscription> Subscriptions => Set<Subscription>();

    public DbSet<Opportunity> Opportunities => Set<Opportunity>();

    public DbSet<OrderNote> OrderNotes => Set<OrderNote>();

    public DbSet<CrossSellRule> CrossSellRules => Set<CrossSellRule>();

    public DbSet<OpenedOnce> Opened => Set<OpenedOnce>();

    public override string Module => "customers";

    public override IReadOnlyDictionary<string, string[]> Acts { get; } = new Dictionary<string, string[]>
    {
        [nameof(Customer)] = ["service_password_set", "service_password_reset", "service_password_unlocked", "identity_number_read", "erased", "contact_erased"],
    };

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        await FollowNamesAsync(cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void Map(ModelBuilder model)
    {
        CustomerMapping.Map(model);
        SalesMapping.Map(model);
    }

    /// <summary>Whoever writes a name writes the keys it is found by, in the same save. An erased person is found by none.</summary>
    private async Task FollowNamesAsync(CancellationToken stop)
    {
        ChangeTracker.DetectChanges();
        var named = ChangeTracker.Entries<Customer>()
            .Where(e => e.State == EntityState.Added || (e.State == EntityState.Modified && e.Property(c => c.Name).IsModified))
            .ToList();
        foreach (var entry in named)
        {
            var customer = entry.Entity;
            var keys = customer.ErasedAt is null ? Domain.NameKeys.Of(customer.Name) : new HashSet<string>();
            var stored = entry.State == EntityState.Added ? [] : await NameKeys.Where(k => k.CustomerId == customer.Id).ToListAsync(stop);
            NameKeys.RemoveRange(stored.Where(k => !keys.Contains(k.Key)));
            NameKeys.AddRange(keys.Except(stored.Select(k => k.Key)).Select(key => new CustomerNameKey { CustomerId = customer.Id, Key = key }));
        }
    }
}
