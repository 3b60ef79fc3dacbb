using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Santral.Identity.Domain;

namespace Santral.Identity.Data;

/// <summary>People, roles, sessions, keys and the organisation.</summary>
public class IdentityDb(DbContextOptions options, DbSession session) : ModuleDb(options, session)
{
    public override string Module => "identity";

    public DbSet<User> Users => Set<User>();

    public DbSet<Role> Roles => Set<Role>();

    public DbSet<UserSession> Sessions => Set<UserSession>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<TwoFactor> TwoFactors => Set<TwoFactor>();

    public DbSet<DeskPhone> DeskPhones => Set<DeskPhone>();

    public DbSet<SignInGuard> Guards => Set<SignInGuard>();

    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<Unit> Units => Set<Unit>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<CodeSet>().HaveConversion<Codes, SameCodes>();
    }

    protected override void Map(ModelBuilder model) => IdentityMapping.Map(model);

    private sealed class Codes() : ValueConverter<CodeSet, string>(v => v.ToString(), v => CodeSet.Parse(v));

    // A set never changes: another set is another value.
    private sealed class SameCodes() : ValueComparer<CodeSet>((a, b) => object.Equals(a, b), v => v.GetHashCode(), v => v);
}
