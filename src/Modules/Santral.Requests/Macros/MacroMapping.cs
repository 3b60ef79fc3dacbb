using Microsoft.EntityFrameworkCore;

namespace Santral.Requests.Macros;

/// <summary>How macros lie in the tables.</summary>
internal static class MacroMapping
{
    public static void Map(ModelBuilder model) => model.Entity<Macro>(macro =>
    {
        macro.ToTable("requests_macro").HasKey(m => m.Id);
        macro.Property(m => m.Id).ValueGeneratedNever();
        macro.Ignore(m => m.AuditId);
        macro.Ignore(m => m.Steps);
        macro.Property(m => m.Unit).HasMaxLength(40);
        macro.Property(m => m.Key).HasMaxLength(10);
        macro.ComplexProperty(m => m.Names);
        macro.HasIndex(m => m.OwnerId);
    });
}
