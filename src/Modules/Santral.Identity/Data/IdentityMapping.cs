using Microsoft.EntityFrameworkCore;
using Santral.Identity.Domain;

namespace Santral.Identity.Data;

/// <summary>How the module's things lie in tables.</summary>
internal static class IdentityMapping
{
    public static void Map(ModelBuilder model)
    {
        MapPeople(model);
        MapAccess(model);
        MapOrganisation(model);
    }

    private static void MapPeople(ModelBuilder model)
    {
        model.Entity<User>(user =>
        {
            user.ToTable("identity_user").HasKey(u => u.Id);
            user.Ignore(u => u.AuditId);
            user.HasIndex(u => u.UserName).IsUnique();
            user.Property(u => u.UserName).HasMaxLength(UserNames.MaxLength);
            user.Property(u => u.DisplayName).HasMaxLength(120);
            user.Property(u => u.Language).HasMaxLength(2);
            user.Property(u => u.Email).HasMaxLength(EmailAddresses.MaxLength);
            user.Property(u => u.PasswordHash).HasMaxLength(400);
        });
        model.Entity<Role>(role =>
        {
            role.ToTable("identity_role").HasKey(r => r.Id);
            role.Ignore(r => r.AuditId).Ignore(r => r.Names);
            role.HasIndex(r => r.Code).IsUnique();
            role.Property(r => r.Code).HasMaxLength(40);
        });
        model.Entity<DeskPhone>(phone =>
        {
            phone.ToTable("identity_desk_phone").HasKey(p => p.UserId);
            phone.HasIndex(p => p.SipUser).IsUnique();
            phone.Property(p => p.SipUser).HasMaxLength(80);
        });
    }

    private static void MapAccess(ModelBuilder model)
    {
        model.Entity<UserSession>(session =>
        {
            session.ToTable("identity_session").HasKey(s => s.Id);
            session.HasIndex(s => s.TokenHash).IsUnique();
            session.HasIndex(s => new { s.UserId, s.LastSeenAt });
            session.Property(s => s.TokenHash).HasMaxLength(64);
            session.Property(s => s.Device).HasMaxLength(200);
            session.Property(s => s.Address).HasMaxLength(60);
        });
        model.Entity<ApiKey>(key =>
        {
            key.ToTable("identity_api_key").HasKey(k => k.Id);
            key.Ignore(k => k.AuditId);
            key.HasIndex(k => k.Hash).IsUnique();
            key.HasIndex(k => k.UserId);
            key.Property(k => k.Hash).HasMaxLength(64);
        });
        model.Entity<TwoFactor>(factor =>
        {
            factor.ToTable("identity_two_factor").HasKey(f => f.UserId);
            factor.Ignore(f => f.IsOn);
            factor.OwnsMany(f => f.RecoveryCodes, code =>
            {
                code.ToTable("identity_recovery_code").WithOwner().HasForeignKey("UserId");
                code.HasKey("UserId", nameof(RecoveryCode.Hash));
                code.Property(c => c.Hash).HasMaxLength(64);
            });
            factor.Navigation(f => f.RecoveryCodes).HasField("_recoveryCodes").UsePropertyAccessMode(PropertyAccessMode.Field);
        });
        model.Entity<SignInGuard>(guard =>
        {
            guard.ToTable("identity_sign_in_guard").HasKey(g => g.NameHash);
            guard.HasIndex(g => g.LastAt);
            guard.Property(g => g.NameHash).HasMaxLength(64);
        });
    }

    private static void MapOrganisation(ModelBuilder model)
    {
        model.Entity<Organisation>(organisation =>
        {
            organisation.ToTable("identity_organisation").HasKey(o => o.Id);
            organisation.Ignore(o => o.AuditId);
            organisation.Property(o => o.Name).HasMaxLength(120);
        });
        model.Entity<Unit>(unit =>
        {
            unit.ToTable("identity_business_unit").HasKey(u => u.Id);
            unit.Ignore(u => u.AuditId).Ignore(u => u.Names);
            unit.HasIndex(u => u.Code).IsUnique();
            unit.Property(u => u.Code).HasMaxLength(40);
            unit.Property(u => u.RequestSeries).HasMaxLength(6);
        });
    }
}
