using Microsoft.EntityFrameworkCore;

namespace Santral.Requests.Templates;

/// <summary>How templates lie in the tables.</summary>
internal static class TemplateMapping
{
    public static void Map(ModelBuilder model) => model.Entity<NoteTemplate>(template =>
    {
        template.ToTable("requests_note_template").HasKey(t => t.Id);
        template.Property(t => t.Id).ValueGeneratedNever();
        template.Ignore(t => t.AuditId);
        template.Property(t => t.Unit).HasMaxLength(40);
        template.ComplexProperty(t => t.Names);
        template.ComplexProperty(t => t.Texts);
    });
}
