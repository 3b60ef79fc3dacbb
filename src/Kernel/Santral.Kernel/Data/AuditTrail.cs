using System.Buffers.Binary;
using Microsoft.EntityFrameworkCore;

namespace Santral.Kernel;

/// <summary>What is asked of the audit trails; what is null is not asked.</summary>
public sealed record AuditFilter
{
    /// <summary>The kind of record, as in <see cref="AuditRow.Entity"/>.</summary>
    public string? Entity { get; init; }

    public Guid? EntityId { get; init; }

    public UserId? By { get; init; }

    public string? Act { get; init; }

    public DateTimeOffset? From { get; init; }

    /// <summary>The first instant that is not asked for.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Only what lies behind this row, which was the last one read.</summary>
    public Guid? Before { get; init; }
}

/// <summary>
/// What one module wrote down of who did what. Every row's identity is a UUID of version 7 (RFC 9562 §5.7) of its instant, so that the
/// trails of all modules have one order, whatever table they come from.
/// </summary>
public interface IAuditTrail
{
    /// <summary>The module's name: `requests`.</summary>
    string Module { get; }

    /// <summary>The kinds of records that may stand in it, and what may be said of each.</summary>
    IReadOnlyDictionary<string, IReadOnlyList<string>> Acts { get; }

    /// <summary>Newest first, at most so many.</summary>
    Task<IReadOnlyList<AuditRow>> ReadAsync(AuditFilter filter, int most, CancellationToken stop);

    /// <summary>How many there are, counted to so many.</summary>
    Task<int> CountAsync(AuditFilter filter, int most, CancellationToken stop);
}

/// <summary>The smallest and largest identities an instant can have: a condition on time is one on the key of the table.</summary>
public static class AuditIds
{
    /// <summary>The smallest identity of version 7 of this millisecond.</summary>
    public static Guid FirstOf(DateTimeOffset at) => Of(at, 0);

    /// <summary>The identity of version 7 of a row that only has an instant and a number.</summary>
    public static Guid Of(DateTimeOffset at, long number)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, at.ToUnixTimeMilliseconds() << 16);
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], number);
        if (number != 0)
        {
            bytes[6] = 0x70;
            bytes[8] |= 0x80;
        }

        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>The millisecond an identity of version 7 was made in.</summary>
    public static DateTimeOffset InstantOf(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(bytes) >>> 16);
    }
}

/// <summary>The trail that a module's saves write.</summary>
internal sealed class ModuleAuditTrail<TDb>(TDb db) : IAuditTrail
    where TDb : ModuleDb
{
    private static readonly string[] OfValues = ["added", "changed", "deleted"];

    public string Module => db.Module;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Acts
    {
        get
        {
            var acts = db.Model.GetEntityTypes().Where(e => typeof(IAudited).IsAssignableFrom(e.ClrType)).Select(e => e.ClrType.Name).Distinct()
                .ToDictionary(kind => kind, _ => (IReadOnlyList<string>)OfValues);
            foreach (var (kind, more) in db.Acts)
            {
                acts[kind] = [.. acts.GetValueOrDefault(kind, []), .. more];
            }

            return acts;
        }
    }

    public async Task<IReadOnlyList<AuditRow>> ReadAsync(AuditFilter filter, int most, CancellationToken stop)
        => await Asked(filter).OrderByDescending(r => r.Id).Take(most).ToListAsync(stop);

    public Task<int> CountAsync(AuditFilter filter, int most, CancellationToken stop) => Asked(filter).Take(most).CountAsync(stop);

    private IQueryable<AuditRow> Asked(AuditFilter filter)
    {
        var rows = db.AuditTrail.AsNoTracking();
        if (filter.Entity is { } entity)
        {
            rows = rows.Where(r => r.Entity == entity);
        }

        if (filter.EntityId is { } id)
        {
            rows = rows.Where(r => r.EntityId == id);
        }

        if (filter.By?.Value is { } by)
        {
            rows = rows.Where(r => r.UserId == by);
        }

        if (filter.Act is { } act)
        {
            rows = rows.Where(r => r.Act == act);
        }

        return Between(rows, filter);
    }

    private static IQueryable<AuditRow> Between(IQueryable<AuditRow> rows, AuditFilter filter)
    {
        if (filter.From is { } from)
        {
            var first = AuditIds.FirstOf(from);
            rows = rows.Where(r => r.Id >= first);
        }

        if (filter.Until is { } until)
        {
            var end = AuditIds.FirstOf(until);
            rows = rows.Where(r => r.Id < end);
        }

        if (filter.Before is { } before)
        {
            rows = rows.Where(r => r.Id < before);
        }

        return rows;
    }
}
