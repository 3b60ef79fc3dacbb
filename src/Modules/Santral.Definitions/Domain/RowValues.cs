using System.Globalization;

namespace Santral.Definitions.Domain;

/// <summary>Checks what a row says in its table's own columns.</summary>
public static class RowValues
{
    private const int LongestText = 200;

    public static IReadOnlyDictionary<string, string> CleanOrRefuse(DefinitionTable table, IReadOnlyDictionary<string, string?>? typed)
    {
        var values = new Dictionary<string, string>();
        foreach (var (name, text) in typed ?? new Dictionary<string, string?>())
        {
            var column = table.Columns.FirstOrDefault(c => c.Name == name)
                ?? throw new Refusal("definitions.column_unknown", RefusalKind.Invalid, ("column", name));
            if (!string.IsNullOrWhiteSpace(text))
            {
                values[name] = Read(column, text.Trim()) ?? throw new Refusal("definitions.value_invalid", RefusalKind.Invalid, ("column", name));
            }
        }

        if (table.Columns.FirstOrDefault(c => c.IsRequired && !values.ContainsKey(c.Name)) is { } missing)
        {
            throw new Refusal("definitions.value_needed", RefusalKind.Invalid, ("column", missing.Name));
        }

        return values;
    }

    private static string? Read(DefinitionColumn column, string text) => column.Kind switch
    {
        DefinitionColumnKind.Text => Typed.Line(text) is { Length: <= LongestText } line ? line : null,
        DefinitionColumnKind.Number => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : null,
        DefinitionColumnKind.YesNo => text is "true" or "false" ? text : null,
        DefinitionColumnKind.Colour => text.Length == 7 && text[0] == '#' && text[1..].All(char.IsAsciiHexDigit) ? text.ToLowerInvariant() : null,
        DefinitionColumnKind.Choice => column.Choices?.Contains(text) == true ? text : null,
        _ => null,
    };
}
