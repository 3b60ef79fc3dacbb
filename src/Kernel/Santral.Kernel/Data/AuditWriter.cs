using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Santral.Kernel;

/// <summary>Turns tracked changes into audit rows.</summary>
internal static class AuditWriter
{
    public static List<AuditRow> Changes(ChangeTracker tracker, DbSession session)
        => tracker.Entries<IAudited>()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Select(e => Row(session, e.Metadata.ClrType.Name, e.Entity.AuditId, ActOf(e.State), ValuesOf(e)))
            .ToList();

    public static AuditRow Act(DbSession session, string entity, Guid entityId, string act, object? details)
        => Row(session, entity, entityId, act, details ?? new { });

    private static AuditRow Row(DbSession session, string entity, Guid entityId, string act, object changes)
    {
        var now = session.Clock.GetUtcNow();
        return new AuditRow
        {
            Id = Guid.CreateVersion7(now),
            At = now,
            UserId = session.User.Id?.Value,
            UserName = session.User.Name,
            Entity = entity,
            EntityId = entityId,
            Act = act,
            Changes = JsonSerializer.Serialize(changes, SantralJson.Options),
        };
    }

    private static string ActOf(EntityState state) => state switch
    {
        EntityState.Added => "added",
        EntityState.Deleted => "deleted",
        _ => "changed",
    };

    private static Dictionary<string, string?[]> ValuesOf(EntityEntry entry)
    {
        var changes = new Dictionary<string, string?[]>();
        var key = entry.Metadata.FindPrimaryKey()!.Properties;
        foreach (var value in entry.Properties.Where(p => p.Metadata.Name != nameof(Aggregate.Version) && !(p.Metadata.IsPrimaryKey() && key.Count == 1)))
        {
            // A part of a whole has the whole's identity; the rest of its key says which part it is, also when nothing else of it is told.
            if (!value.Metadata.IsPrimaryKey() || !IsWhole(value, entry))
            {
                Write(changes, value, value.Metadata.Name, entry.State, value.Metadata.IsPrimaryKey());
            }
        }

        foreach (var group in entry.ComplexProperties)
        {
            foreach (var value in group.Properties)
            {
                Write(changes, value, group.Metadata.Name + value.Metadata.Name, entry.State, isAlways: false);
            }
        }

        return changes;
    }

    private static bool IsWhole(PropertyEntry part, EntityEntry entry)
        => (part.Metadata.GetTypeMapping().Converter?.ConvertToProvider(part.CurrentValue) ?? part.CurrentValue) is Guid id && id == ((IAudited)entry.Entity).AuditId;

    private static void Write(Dictionary<string, string?[]> changes, PropertyEntry value, string name, EntityState state, bool isAlways)
    {
        var before = state is EntityState.Added ? null : Text(value.OriginalValue);
        var after = state is EntityState.Deleted ? null : Text(value.CurrentValue);
        if (before == after && !isAlways)
        {
            return;
        }

        var secret = value.Metadata.PropertyInfo?.GetCustomAttribute<UnauditedAttribute>() is not null;
        changes[JsonNamingPolicy.CamelCase.ConvertName(name)] = secret ? [null, null] : [before, after];
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        DateTimeOffset at => at.ToString("O", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        Enum name => JsonNamingPolicy.CamelCase.ConvertName(name.ToString()),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
