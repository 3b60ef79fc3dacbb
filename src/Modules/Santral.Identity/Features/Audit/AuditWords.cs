using System.Text.Json;
using Santral.Contracts.Identity;

namespace Santral.Identity.Features.Audit;

/// <summary>Turns lines of the trail into the reader's words: people, records and units by the names they have now.</summary>
internal sealed class AuditWords(IEnumerable<INameRecords> modules, AuditTexts texts, AuditValues values, IKnowPeople people)
{
    /// <summary>Book-keeping of the record itself; the line has its own instant.</summary>
    private static readonly HashSet<string> Unsaid = ["id", "changedAt", "numberOrder", "addressKey"];

    /// <summary>Fields by which a deleted record is told.</summary>
    private static readonly string[] Telling = ["number", "displayName", "title", "name", "names", "subject", "key", "code"];

    public async Task<IReadOnlyList<AuditLine>> OfAsync(IReadOnlyCollection<AllTrails.Line> lines, CancellationToken stop)
    {
        var read = lines.Select(l => (l.Module, l.Row, Changes: Read(l.Row.Changes))).ToList();
        var inside = read.SelectMany(r => r.Changes).SelectMany(c => new[] { c.From, c.To }).Where(v => v is { Length: 36 } && Guid.TryParse(v, out _)).Select(v => Guid.Parse(v!));
        var names = new RecordNames(read.Select(r => r.Row.EntityId).Concat(inside), texts.Language);
        foreach (var module in modules)
        {
            await module.NameAsync(names, stop);
        }

        return [.. read.Select(r => Of(r.Module, r.Row, r.Changes, names))];
    }

    private AuditLine Of(string module, AuditRow row, List<Field> changes, RecordNames names)
    {
        var record = names.Find(row.EntityId);
        var isHidden = record?.IsHidden == true;
        return new AuditLine(
            row.Id,
            row.At,
            row.UserId is { } user ? new UserId(user) : null,
            row.UserId is null ? texts.Common("identity.audit_system") : people.Find(new UserId(row.UserId.Value))?.DisplayName ?? row.UserName,
            module,
            texts.Module(module),
            row.Entity,
            texts.Kind(module, row.Entity),
            row.EntityId,
            isHidden ? null : record?.Name ?? Told(changes),
            isHidden ? null : record?.Page,
            row.Act,
            texts.Act(module, row.Act),
            isHidden,
            isHidden ? [] : [.. changes.Where(c => !Unsaid.Contains(c.Name) && !c.IsEmpty).Select(c => values.Of(module, row.Entity, c.Name, c.From, c.To, names))]);
    }

    private string? Told(List<Field> changes)
    {
        foreach (var field in Telling)
        {
            var change = changes.Find(c => c.Name == field) ?? changes.Find(c => c.Name.Equals(field + texts.Language, StringComparison.OrdinalIgnoreCase));
            if ((change?.To ?? change?.From) is { Length: > 0 } text)
            {
                return text;
            }
        }

        return null;
    }

    private static List<Field> Read(string json)
    {
        using var changes = JsonDocument.Parse(json);
        return [.. changes.RootElement.EnumerateObject().Select(c => c.Value.ValueKind == JsonValueKind.Array && c.Value.GetArrayLength() == 2
            ? new Field(c.Name, Text(c.Value[0]), Text(c.Value[1]))
            : new Field(c.Name, null, Text(c.Value)))];
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    };

    /// <param name="From">Null on both sides: a secret, of which only the change was written.</param>
    private sealed record Field(string Name, string? From, string? To)
    {
        /// <summary>A record that is added has many of these.</summary>
        public bool IsEmpty => (From ?? To) is not null && string.IsNullOrEmpty(From) && string.IsNullOrEmpty(To);
    }
}
