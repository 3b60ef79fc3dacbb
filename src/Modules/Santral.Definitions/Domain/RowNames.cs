namespace Santral.Definitions.Domain;

/// <summary>Names as they are typed: one line each; at least one language, the others may come later.</summary>
public static class RowNames
{
    public static readonly IReadOnlyList<string> Languages = ["tr", "sv", "en"];

    public static Names CleanOrRefuse(Names? typed)
    {
        var names = new Names(Line(typed?.Tr), Line(typed?.Sv), Line(typed?.En));
        if (RowCode.Any(names).Length == 0)
        {
            throw new Refusal("definitions.name_needed", RefusalKind.Invalid);
        }

        return names;
    }

    /// <summary>For people: never empty.</summary>
    public static Names Filled(Names names)
    {
        var any = RowCode.Any(names);
        return new Names(Or(names.Tr, any), Or(names.Sv, any), Or(names.En, any));
    }

    public static IReadOnlyList<string> Missing(Names names) => [.. Languages.Where(l => names.In(l).Length == 0)];

    private static string Or(string name, string any) => name.Length > 0 ? name : any;

    private static string Line(string? typed)
    {
        var name = Typed.Line(typed) ?? "";
        return name.Length <= DefinitionRow.LongestName
            ? name
            : throw new Refusal("definitions.name_too_long", RefusalKind.Invalid, ("max", DefinitionRow.LongestName));
    }
}
