using System.Globalization;
using System.Text.Json;
using Santral.Contracts.Identity;
using Santral.Contracts.Processes;

namespace Santral.Identity.Features.Audit;

/// <summary>Values of the trail in the reader's words.</summary>
internal sealed class AuditValues(AuditTexts texts, IOrganisation organisation, IKnowRoles roles, IKnowProcesses processes)
{
    private static readonly Dictionary<string, string> Languages = new() { ["tr"] = "Türkçe", ["sv"] = "Svenska", ["en"] = "English" };

    public AuditChange Of(string module, string kind, string field, string? from, string? to, RecordNames names)
    {
        var name = texts.Field(module, kind, field);
        if (field is "roles" or "permissions" or "scopes")
        {
            var (before, after) = (Codes(from), Codes(to));
            return new AuditChange(field, name, from, to, Came: [.. after.Except(before).Select(c => Code(field, c))], Went: [.. before.Except(after).Select(c => Code(field, c))]);
        }

        return new AuditChange(field, name, Value(from), Value(to), from is null && to is null);

        string? Value(string? value) => value is null or "" ? null : InWords(module, kind, field, value, names);
    }

    private string InWords(string module, string kind, string field, string value, RecordNames names)
    {
        if (texts.Value(module, kind, field, value) is { } word)
        {
            return word;
        }

        if (value.Length == 36 && Guid.TryParse(value, out var id))
        {
            return names.Find(id) is { } record ? record.IsHidden ? "•••" : record.Name ?? value : value;
        }

        if (value[0] is '{' or '[' && Flat(value) is { } flat)
        {
            return flat;
        }

        return field switch
        {
            "hours" or "week" => Days(value),
            "unit" => organisation.Find(value)?.Names.In(texts.Language) ?? value,
            "stageCode" => Stage(kind, value),
            "table" => texts.Common($"definitions.table.{value}"),
            "language" or "mainLanguage" => Languages.GetValueOrDefault(value, value),
            _ when value is "True" or "true" => texts.Common("identity.yes"),
            _ when value is "False" or "false" => texts.Common("identity.no"),
            _ when field.EndsWith("Minor", StringComparison.Ordinal) && long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var minor)
                => (minor / 100m).ToString("N2", CultureInfo.GetCultureInfo(texts.Language)),
            _ => value,
        };
    }

    private string Days(string hours)
    {
        var days = CultureInfo.GetCultureInfo(texts.Language).DateTimeFormat;
        return Enum.GetValues<DayOfWeek>().Aggregate(hours, (line, day) => line.Replace(day.ToString(), days.GetDayName(day), StringComparison.Ordinal));
    }

    // A document's process is named as its kind; the line does not say which unit's, and units that share a code mean the same by it.
    private string Stage(string kind, string code)
        => organisation.Units.Select(u => processes.FindStage(JsonNamingPolicy.CamelCase.ConvertName(kind), u.Code, code)).FirstOrDefault(s => s is not null)?.Names.In(texts.Language) ?? code;

    private string Code(string field, string code) => field == "roles"
        ? roles.All.FirstOrDefault(r => r.Code == code)?.Names.In(texts.Language) ?? code
        : texts.Permission(code);

    private static string[] Codes(string? value) => value?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>What a column keeps as JSON, as one readable line; null for what only begins like JSON.</summary>
    private static string? Flat(string value)
    {
        try
        {
            using var json = JsonDocument.Parse(value);
            return string.Join(", ", Leaves(json.RootElement, ""));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Leaves(JsonElement json, string name) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(p => Leaves(p.Value, p.Name)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(v => Leaves(v, name)),
        JsonValueKind.Null => [],
        _ => [name.Length == 0 ? json.ToString() : $"{name}: {json}"],
    };
}
