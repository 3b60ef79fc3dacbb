using Microsoft.EntityFrameworkCore;
using Santral.Requests.Domain;

namespace Santral.Requests.Data;

/// <summary>How stages, contact methods and saved views lie in the tables.</summary>
internal static class DefinitionMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Stage>(stage =>
        {
            stage.ToTable("requests_stage").HasKey(s => new { s.Unit, s.Code });
            stage.Property(s => s.Unit).HasMaxLength(40);
            stage.Property(s => s.Code).HasMaxLength(40);
            stage.ComplexProperty(s => s.Names);
        });
        model.Entity<ContactMethod>(method =>
        {
            method.ToTable("requests_contact_method").HasKey(m => m.Id);
            method.Property(m => m.Id).ValueGeneratedNever();
            method.Property(m => m.Code).HasMaxLength(40);
            method.HasIndex(m => m.Code).IsUnique();
            method.ComplexProperty(m => m.Names);
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
    }
}
