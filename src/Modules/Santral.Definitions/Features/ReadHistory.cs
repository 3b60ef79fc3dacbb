using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Definitions.Data;
using Santral.Definitions.Domain;

namespace Santral.Definitions.Features;

/// <summary>Who changed a row or a table, when, from what to what; newest first.</summary>
public static class ReadHistory
{
    private const int Most = 200;

    /// <param name="Name">The row's name now, or the deleted row's last one.</param>
    /// <param name="Act">`added`, `changed`, `row_deleted`.</param>
    public sealed record Entry(DateTimeOffset At, string UserName, DefinitionId? RowId, string Name, string Act, IReadOnlyList<Change> Changes);

    /// <param name="What">`nameTr`, `nameSv`, `nameEn`, `unit`, `isActive`, `parent`, `order`, `fields`, or a column of the table.</param>
    public sealed record Change(string What, string? From, string? To);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var history = routes.MapGroup("/definitions").RequireAuthorization().WithTags("definitions");
        history.MapGet("/tables/{table}/history", OfTableAsync).WithName("ReadTableHistory").WithSummary("The newest changes of a table.");
        history.MapGet("/rows/{id}/history", OfRowAsync).WithName("ReadRowHistory").WithSummary("The changes of one row.");
    }

    internal static async Task<Ok<IReadOnlyList<Entry>>> OfTableAsync(string table, DefinitionsDb db, ReadTables tables, IKnowPeople people, ICurrentUser user, CancellationToken stop)
    {
        var rows = await tables.OneAsync(table, stop);
        var ids = db.Rows.Where(r => r.Table == table).Select(r => r.Id);
        var keys = (await ids.ToListAsync(stop)).ConvertAll(i => i.Value);
        keys.AddRange(await db.Heads.Where(h => h.Code == table).Select(h => h.Id).ToListAsync(stop));
        return TypedResults.Ok(await EntriesAsync(db.AuditTrail.Where(a => keys.Contains(a.EntityId)), rows, people, user, stop));
    }

    internal static async Task<Ok<IReadOnlyList<Entry>>> OfRowAsync(
        DefinitionId id, DefinitionsDb db, ReadTables tables, IKnowPeople people, ICurrentUser user, CancellationToken stop)
    {
        var table = await db.Rows.Where(r => r.Id == id).Select(r => r.Table).SingleOrDefaultAsync(stop)
            ?? throw new Refusal("definitions.row_unknown", RefusalKind.Unknown);
        return TypedResults.Ok(await EntriesAsync(db.AuditTrail.Where(a => a.EntityId == id.Value), await tables.OneAsync(table, stop), people, user, stop));
    }

    private static async Task<IReadOnlyList<Entry>> EntriesAsync(
        IQueryable<AuditRow> trail, TableRows rows, IKnowPeople people, ICurrentUser user, CancellationToken stop)
    {
        var audits = await trail.AsNoTracking().OrderByDescending(a => a.At).ThenByDescending(a => a.Id).Take(Most).ToListAsync(stop);
        return [.. audits.Select(a => Of(a, rows, people, user.Language))];
    }

    private static Entry Of(AuditRow audit, TableRows rows, IKnowPeople people, string language)
    {
        using var json = JsonDocument.Parse(audit.Changes);
        var row = rows.Find(new DefinitionId(audit.EntityId));
        var name = row is not null ? RowNames.Filled(row.Names).In(language) : NameIn(json.RootElement, language);
        var who = audit.UserId is { } user && people.Find(new UserId(user)) is { } person ? person.DisplayName : audit.UserName;
        return new Entry(audit.At, who, row?.Id, name, audit.Act, [.. json.RootElement.EnumerateObject().SelectMany(c => ChangesOf(c, rows, language))]);
    }

    private static string NameIn(JsonElement deleted, string language)
    {
        var names = new Names(Text(deleted, "nameTr"), Text(deleted, "nameSv"), Text(deleted, "nameEn"));
        return RowNames.Filled(names).In(language);

        static string Text(JsonElement json, string name) => json.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "";
    }

    private static IEnumerable<Change> ChangesOf(JsonProperty change, TableRows rows, string language)
    {
        if (change.Value.ValueKind != JsonValueKind.Array || change.Name is "table")
        {
            return [];
        }

        var (from, to) = (change.Value[0].GetString(), change.Value[1].GetString());
        return change.Name switch
        {
            "valuesJson" => OfValues(from, to),
            "fieldsJson" => OneOrNone("fields", FieldsIn(from, language), FieldsIn(to, language)),
            "parentId" => [new Change("parent", NameOf(from, rows, language), NameOf(to, rows, language))],
            "order" => from is null ? [] : [new Change("order", null, null)],
            _ => OneOrNone(change.Name, from, to),
        };
    }

    private static IEnumerable<Change> OneOrNone(string what, string? from, string? to)
        => (from ?? "") == (to ?? "") ? [] : [new Change(what, from is "" ? null : from, to is "" ? null : to)];

    private static IEnumerable<Change> OfValues(string? from, string? to)
    {
        var (before, after) = (Values(from), Values(to));
        return before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
            .SelectMany(c => OneOrNone(c, before.GetValueOrDefault(c), after.GetValueOrDefault(c)));

        static Dictionary<string, string> Values(string? json)
            => json is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(json, SantralJson.Options)!;
    }

    private static string? FieldsIn(string? json, string language)
        => json is null ? null : string.Join(
            ", ",
            JsonSerializer.Deserialize<List<FormField>>(json, SantralJson.Options)!.Select(f => RowNames.Filled(f.Names).In(language) + (f.IsRequired ? " *" : "")));

    private static string? NameOf(string? id, TableRows rows, string language)
        => Id.TryParse<DefinitionId>(id, out var parent) && rows.Find(parent) is { } row ? RowNames.Filled(row.Names).In(language) : id;
}
