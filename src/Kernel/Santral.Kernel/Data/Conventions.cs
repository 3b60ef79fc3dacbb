using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Santral.Kernel;

/// <summary>How values lie in both databases: instants as UTC, identities as UUIDs, enums by name, lengths in whole seconds, names as three columns.</summary>
internal static class Conventions
{
    public static void Apply(ModelConfigurationBuilder model)
    {
        model.Properties<DateTimeOffset>().HaveConversion<Instant>();
        model.Properties<TimeSpan>().HaveConversion<Seconds>();
        model.Properties<PhoneNumber>().HaveConversion<Phone>().HaveMaxLength(20);
        model.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);

        foreach (var id in AppDomain.CurrentDomain.GetAssemblies()
            .Where(a => a.GetName().Name?.StartsWith("Santral.", StringComparison.Ordinal) == true)
            .SelectMany(a => a.GetTypes())
            .Where(IdJson.IsId))
        {
            model.Properties(id).HaveConversion(typeof(IdValue<>).MakeGenericType(id));
        }
    }

    public static void Finish(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes().Where(e => typeof(Aggregate).IsAssignableFrom(e.ClrType)))
        {
            entity.FindProperty(nameof(Aggregate.Version))!.IsConcurrencyToken = true;
        }
    }

    private sealed class Instant() : ValueConverter<DateTimeOffset, DateTime>(
        v => v.UtcDateTime,
        v => new DateTimeOffset(DateTime.SpecifyKind(v, DateTimeKind.Utc)));

    private sealed class Seconds() : ValueConverter<TimeSpan, long>(v => (long)v.TotalSeconds, v => TimeSpan.FromSeconds(v));

    private sealed class Phone() : ValueConverter<PhoneNumber, string>(v => v.Value, v => PhoneNumber.Parse(v, null));

    private sealed class IdValue<TId>() : ValueConverter<TId, Guid>(v => v.Value, v => Make<TId>(v))
        where TId : struct, IId<TId>;

    // An expression tree may not call a static abstract member itself.
    private static TId Make<TId>(Guid value)
        where TId : struct, IId<TId>
        => TId.From(value);
}
