using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Santral.Requests.Domain;

namespace Santral.Requests.Clocks;

/// <summary>The clocks lie in columns of the request's own row; the two indexes serve the list and the alarm.</summary>
internal static class ClockMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Request>(request =>
        {
            request.Ignore(r => r.ClockSubject);
            request.OwnsOne(r => r.Clocks, clocks =>
            {
                clocks.Ignore(c => c.Pauses);
                clocks.Property(c => c.Standing).HasColumnName("Standing");
                clocks.Property(c => c.DueAt).HasColumnName("DueAt").HasDefaultValue(RequestClocks.Never);
                clocks.Property(c => c.AlarmAt).HasColumnName("AlarmAt");
                clocks.HasIndex(c => c.DueAt);
                clocks.HasIndex(c => c.AlarmAt);
                clocks.OwnsOne(c => c.Response, one => MapOne(one, "Response"));
                clocks.OwnsOne(c => c.Resolution, one => MapOne(one, "Resolution"));
                clocks.Navigation(c => c.Response).IsRequired();
                clocks.Navigation(c => c.Resolution).IsRequired();
            });
            request.Navigation(r => r.Clocks).IsRequired();
        });
        model.Entity<ClockRun>(run =>
        {
            run.ToTable("requests_clock_run").HasKey(r => r.Id);
            run.Property(r => r.Id).ValueGeneratedNever();
        });
    }

    private static void MapOne(OwnedNavigationBuilder<RequestClocks, OneClock> one, string name)
    {
        one.Ignore(c => c.AlarmAt).Ignore(c => c.IsOpen);
        one.Property(c => c.Target).HasColumnName($"{name}Target");
        one.Property(c => c.DueAt).HasColumnName($"{name}DueAt");
        one.Property(c => c.WarnAt).HasColumnName($"{name}WarnAt");
        one.Property(c => c.Left).HasColumnName($"{name}Left");
        one.Property(c => c.MetAt).HasColumnName($"{name}MetAt");
        one.Property(c => c.WarnedAt).HasColumnName($"{name}WarnedAt");
        one.Property(c => c.EscalatedAt).HasColumnName($"{name}EscalatedAt");
    }
}
