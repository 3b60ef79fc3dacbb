using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Identity.Data;
using Santral.Identity.Domain;

namespace Santral.Identity.Features;

/// <summary>Who changed what in accounts, roles and the organisation, and who signed in; newest first.</summary>
internal static class ReadAudit
{
    private const int PageSize = 50;

    public sealed record Question
    {
        /// <summary>`User`, `Role`, `ApiKey`, `Organisation`, `Unit`.</summary>
        [MaxLength(60)] public string? Entity { get; init; }

        public Guid? Id { get; init; }

        /// <summary>`next` of the page before.</summary>
        [MaxLength(40)] public string? Before { get; init; }
    }

    /// <param name="Subject">What the role, key or unit is called now; null for people (their names are known) and for what is gone.</param>
    public sealed record Row(
        Guid Id, DateTimeOffset At, UserId? UserId, string UserName, string Entity, Guid EntityId, string? Subject, string Act, IReadOnlyList<Change> Changes);

    /// <param name="From">Null where there was none, and for secrets.</param>
    public sealed record Change(string Field, string? From, string? To);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/audit", HandleAsync)
        .RequirePermission(IdentityPermissions.Audit).WithName("ReadAudit").WithTags("identity").WithSummary("The audit trail of accounts");

    internal static async Task<Ok<Page<Row>>> HandleAsync([AsParameters] Question question, ICurrentUser user, IdentityDb db, CancellationToken stop)
    {
        var rows = db.AuditTrail.AsNoTracking();
        if (question.Entity is { } entity)
        {
            rows = rows.Where(r => r.Entity == entity);
        }

        if (question.Id is { } id)
        {
            rows = rows.Where(r => r.EntityId == id);
        }

        // Several rows of one save share an instant: the place is the instant and how many of it were shown.
        var (at, shown) = Place(question.Before);
        if (at is { } instant)
        {
            rows = rows.Where(r => r.At <= instant);
        }

        var page = await rows.OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Skip(shown).Take(PageSize + 1).ToListAsync(stop);
        var next = page.Count > PageSize ? NextPlace(page[..PageSize], at, shown) : null;
        List<AuditRow> shownRows = [.. page.Take(PageSize)];
        var names = await NamesAsync(shownRows, db, user.Language, stop);
        return TypedResults.Ok(new Page<Row>([.. shownRows.Select(r => Of(r, names.GetValueOrDefault(r.EntityId)))], next, null));
    }

    private static string NextPlace(List<AuditRow> page, DateTimeOffset? from, int shown)
    {
        var last = page[^1].At;
        var count = page.Count(r => r.At == last) + (last == from ? shown : 0);
        return string.Create(CultureInfo.InvariantCulture, $"{last.UtcTicks}-{count}");
    }

    private static (DateTimeOffset? At, int Shown) Place(string? before)
    {
        if (before is null)
        {
            return (null, 0);
        }

        var dash = before.IndexOf('-', StringComparison.Ordinal);
        return dash > 0
            && long.TryParse(before.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && ticks <= DateTimeOffset.MaxValue.UtcTicks
            && int.TryParse(before.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var shown)
                ? (new DateTimeOffset(ticks, TimeSpan.Zero), shown)
                : throw new Refusal("identity.place_invalid", RefusalKind.Invalid);
    }

    /// <summary>A change of a right alone does not say whose: roles, keys and units by their names of today.</summary>
    private static async Task<Dictionary<Guid, string>> NamesAsync(List<AuditRow> rows, IdentityDb db, string language, CancellationToken stop)
    {
        var names = new Dictionary<Guid, string>();
        if (rows.Exists(r => r.Entity == nameof(Role)))
        {
            foreach (var role in await db.Roles.AsNoTracking().ToListAsync(stop))
            {
                names[role.AuditId] = role.Names.In(language);
            }
        }

        if (rows.Exists(r => r.Entity == nameof(Unit)))
        {
            foreach (var unit in await db.Units.AsNoTracking().ToListAsync(stop))
            {
                names[unit.AuditId] = unit.Names.In(language);
            }
        }

        List<ApiKeyId> keys = [.. rows.Where(r => r.Entity == nameof(ApiKey)).Select(r => new ApiKeyId(r.EntityId)).Distinct()];
        foreach (var key in keys.Count == 0 ? [] : await db.ApiKeys.AsNoTracking().Where(k => keys.Contains(k.Id)).ToListAsync(stop))
        {
            names[key.AuditId] = key.Name;
        }

        return names;
    }

    private static Row Of(AuditRow row, string? subject)
        => new(row.Id, row.At, row.UserId is { } user ? new UserId(user) : null, row.UserName, row.Entity, row.EntityId, subject, row.Act, ChangesOf(row.Changes));

    private static List<Change> ChangesOf(string json)
    {
        using var changes = JsonDocument.Parse(json);
        return [.. changes.RootElement.EnumerateObject().Select(c => c.Value.ValueKind == JsonValueKind.Array && c.Value.GetArrayLength() == 2
            ? new Change(c.Name, Text(c.Value[0]), Text(c.Value[1]))
            : new Change(c.Name, null, Text(c.Value)))];
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    };
}
