using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Santral.Calls.Domain;
using Santral.Contracts.Calls;
using Santral.Contracts.Definitions;

namespace Santral.Calls.Data;

/// <summary>What was shown, read out, done or withheld of accounts (I-25) as lines of the audit trail, each under its call.</summary>
internal sealed class DisclosureTrail(CallsDb db, IKnowDefinitions definitions) : IAuditTrail
{
    public string Module => db.Module;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Acts { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        [nameof(CallDisclosure)] = [.. Enum.GetValues<DisclosureWay>().Select(Camel)],
    };

    public async Task<IReadOnlyList<AuditRow>> ReadAsync(AuditFilter filter, int most, CancellationToken stop)
    {
        if (Asked(filter) is not { } asked)
        {
            return [];
        }

        // Lines of one millisecond are ordered by their number, wherever a part of the trail ends among them.
        var lines = new List<CallDisclosure>();
        if (filter.Before is { } before)
        {
            var (from, until) = Millisecond(AuditIds.InstantOf(before));
            lines.AddRange((await asked.Where(d => d.At >= from && d.At < until).ToListAsync(stop)).Where(d => IdOf(d) < before));
            asked = asked.Where(d => d.At < from);
        }

        var older = await asked.OrderByDescending(d => d.At).ThenByDescending(d => d.Sequence).Take(most).ToListAsync(stop);
        if (older.Count == most)
        {
            var (from, until) = Millisecond(older[^1].At);
            lines.AddRange(await asked.Where(d => d.At >= from && d.At < until).ToListAsync(stop));
        }

        return [.. lines.Concat(older).DistinctBy(d => d.Sequence).Select(RowOf).OrderByDescending(r => r.Id).Take(most)];
    }

    public async Task<int> CountAsync(AuditFilter filter, int most, CancellationToken stop)
        => Asked(filter) is { } asked ? await asked.Take(most).CountAsync(stop) : 0;

    private IQueryable<CallDisclosure>? Asked(AuditFilter filter)
    {
        var lines = db.Disclosures.AsNoTracking();
        if (filter.Entity is not (null or nameof(CallDisclosure)))
        {
            return null;
        }

        if (filter.Act is { } act)
        {
            if (!Enum.TryParse<DisclosureWay>(act, ignoreCase: true, out var way) || Camel(way) != act)
            {
                return null;
            }

            lines = lines.Where(d => d.Way == way);
        }

        if (filter.EntityId is { } id)
        {
            var call = new CallId(id);
            lines = lines.Where(d => d.CallId == call);
        }

        if (filter.By is { } by)
        {
            lines = lines.Where(d => d.Agent == by);
        }

        if (filter.From is { } from)
        {
            lines = lines.Where(d => d.At >= from);
        }

        return filter.Until is { } until ? lines.Where(d => d.At < until) : lines;
    }

    private AuditRow RowOf(CallDisclosure line) => new()
    {
        Id = IdOf(line),
        At = line.At,
        UserId = line.Agent?.Value,
        UserName = "",
        Entity = nameof(CallDisclosure),
        EntityId = line.CallId.Value,
        Act = Camel(line.Way),
        Changes = JsonSerializer.Serialize(
            new { operation = definitions.FindByCode(AccountOperations.Table, line.Operation)?.Id.ToString() ?? line.Operation, customerId = line.CustomerId, ground = Camel(line.Ground) },
            SantralJson.Options),
    };

    private static Guid IdOf(CallDisclosure line) => AuditIds.Of(line.At, line.Sequence);

    private static (DateTimeOffset From, DateTimeOffset Until) Millisecond(DateTimeOffset at)
    {
        var from = DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());
        return (from, from.AddMilliseconds(1));
    }

    private static string Camel<TEnum>(TEnum value)
        where TEnum : struct, Enum
        => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
