using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Santral.Identity.Domain;

namespace Santral.Identity.Data;

/// <summary>People, roles, sessions, keys and the organisation.</summary>
public class IdentityDb(DbContextOptions options, DbSession session) : ModuleDb(options, session)
{
    public override string Module => "identity";

    public override IReadOnlyDictionary<string, string[]> Acts { get; } = new Dictionary<string, string[]>
    {
        [nameof(User)] = ["signed_in", "signed_out", "sign_in_failed", "code_failed", "password_failed", "locked", "session_revoked", "password_changed", "password_reset", "two_factor_on", "two_factor_off", "two_factor_reset", "desk_phone_made", "desk_phone_removed"],
        ["AuditTrail"] = ["exported"],
    };

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
