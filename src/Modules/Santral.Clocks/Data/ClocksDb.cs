using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Santral.Clocks.Domain;

namespace Santral.Clocks.Data;

/// <summary>Calendars with opening hours and holidays, and the times within which a request is to be answered and resolved.</summary>
public class ClocksDb(DbContextOptions options, DbSession session) : ModuleDb(options, session)
{
    public override string Module => "clocks";

    public DbSet<Calendar> Calendars => Set<Calendar>();

    /// <summary>Calendars with their days and users.</summary>
    public IQueryable<Calendar> WholeCalendars => Calendars.Include(c => c.Days).Include(c => c.Uses).AsSplitQuery();

    public DbSet<CalendarUse> Uses => Set<CalendarUse>();

    public DbSet<Target> Targets => Set<Target>();

    protected override void Map(ModelBuilder model)
    {
        model.Entity<Calendar>(calendar =>
        {
            calendar.ToTable("clocks_calendar").HasKey(c => c.Id);
            calendar.Property(c => c.Id).ValueGeneratedNever();
            calendar.Ignore(c => c.AuditId);
            calendar.ComplexProperty(c => c.Names, Shorten);
            calendar.Property(c => c.TimeZone).HasMaxLength(60);
            calendar.Property(c => c.Week).HasMaxLength(2000);
            calendar.HasMany(c => c.Days).WithOne().HasForeignKey(d => d.CalendarId).OnDelete(DeleteBehavior.Cascade);
            calendar.HasMany(c => c.Uses).WithOne().HasForeignKey(u => u.CalendarId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<CalendarDay>(day =>
        {
            day.ToTable("clocks_calendar_day").HasKey(d => new { d.CalendarId, d.Key });
            day.Property(d => d.Key).HasMaxLength(10);
            day.Property(d => d.Opening).HasMaxLength(200);
            day.ComplexProperty(d => d.Names, Shorten);
        });
        model.Entity<CalendarUse>(use =>
        {
            use.ToTable("clocks_calendar_use").HasKey(u => u.Who);
            use.Property(u => u.Who).HasMaxLength(60);
            use.Property(u => u.Unit).HasMaxLength(40);
        });
        model.Entity<Target>(target =>
        {
            target.ToTable("clocks_target").HasKey(t => t.Id);
            target.Property(t => t.Id).ValueGeneratedNever();
            target.Ignore(t => t.AuditId).Ignore(t => t.Scope);
            target.Property(t => t.Unit).HasMaxLength(40);
            target.Property(t => t.Key).HasMaxLength(160);
            target.HasIndex(t => t.Key).IsUnique();
        });
    }

    private static void Shorten(ComplexPropertyBuilder<Names> names)
    {
        names.Property(n => n.Tr).HasMaxLength(Calendar.LongestName);
        names.Property(n => n.Sv).HasMaxLength(Calendar.LongestName);
        names.Property(n => n.En).HasMaxLength(Calendar.LongestName);
    }
}
