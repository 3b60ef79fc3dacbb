using Microsoft.EntityFrameworkCore;
using Santral.Requests.Domain;

namespace Santral.Requests.Data;

/// <summary>How the units' rules and saved views lie in the tables.</summary>
internal static class SettingsMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<UnitRules>(rules =>
        {
            rules.ToTable("requests_unit_rules").HasKey(r => r.Id);
            rules.Property(r => r.Id).ValueGeneratedNever();
            rules.Property(r => r.Unit).HasMaxLength(40);
            rules.Ignore(r => r.AuditId);
            rules.HasIndex(r => r.Unit).IsUnique();
        });
        model.Entity<SavedView>(view =>
        {
            view.ToTable("requests_view").HasKey(v => v.Id);
            view.Property(v => v.Id).ValueGeneratedNever();
            view.Ignore(v => v.AuditId);
            view.Property(v => v.Filter).HasMaxLength(500);
            view.ComplexProperty(v => v.Names);
            view.HasIndex(v => v.OwnerId);
        });
        model.Entity<FormerMethod>(method =>
        {
            method.ToTable("requests_contact_method").HasKey(m => m.Id);
            method.Property(m => m.Id).ValueGeneratedNever();
            method.Property(m => m.Code).HasMaxLength(40);
        });
        model.Entity<BulkAct>(act =>
        {
            act.ToTable("requests_bulk_act").HasKey(a => a.Id);
            act.Property(a => a.Id).ValueGeneratedNever();
            act.Ignore(a => a.Steps);
        });
    }
}
