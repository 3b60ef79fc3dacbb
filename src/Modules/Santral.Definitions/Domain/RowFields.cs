namespace Santral.Definitions.Domain;

/// <summary>An extra field as it is typed; without a code it gets one from its name.</summary>
public sealed record FieldDraft(string? Code, Names? Names, FormFieldKind Kind, bool IsRequired, IReadOnlyList<ChoiceDraft>? Choices);

/// <summary>An entry of a list field as it is typed.</summary>
public sealed record ChoiceDraft(string? Code, Names? Names);

/// <summary>Checks the extra fields of a category.</summary>
public static class RowFields
{
    public const int MostFields = 20;
    public const int MostChoices = 50;

    public static IReadOnlyList<FormField> CleanOrRefuse(DefinitionTable table, IReadOnlyList<FieldDraft?>? typed)
    {
        if (typed is null or [])
        {
            return [];
        }

        if (!table.CarriesFields)
        {
            throw new Refusal("definitions.no_fields_here", RefusalKind.Invalid, ("table", table.Code));
        }

        if (typed.Count > MostFields)
        {
            throw new Refusal("definitions.too_many_fields", RefusalKind.Invalid, ("max", MostFields));
        }

        var fields = new List<FormField>();
        foreach (var draft in typed)
        {
            fields.Add(Field(draft ?? throw new Refusal("definitions.name_needed", RefusalKind.Invalid), fields));
        }

        return fields;
    }

    private static FormField Field(FieldDraft draft, List<FormField> before)
    {
        var names = RowNames.CleanOrRefuse(draft.Names);
        var code = Code(draft.Code, names, c => before.Any(f => Same(f.Code, c)));
        return new FormField(code, names, draft.Kind, draft.IsRequired, Choices(draft));
    }

    private static List<FieldChoice> Choices(FieldDraft draft)
    {
        var typed = draft.Choices ?? [];
        if (draft.Kind != FormFieldKind.List)
        {
            return typed.Count == 0 ? [] : throw new Refusal("definitions.choices_not_here", RefusalKind.Invalid);
        }

        if (typed.Count is 0 or > MostChoices)
        {
            throw new Refusal("definitions.choices_needed", RefusalKind.Invalid, ("max", MostChoices));
        }

        var choices = new List<FieldChoice>();
        foreach (var choice in typed)
        {
            var names = RowNames.CleanOrRefuse(choice?.Names);
            choices.Add(new FieldChoice(Code(choice?.Code, names, c => choices.Any(o => Same(o.Code, c))), names));
        }

        return choices;
    }

    private static string Code(string? typed, Names names, Func<string, bool> isTaken)
    {
        try
        {
            return RowCode.Make(typed, names, isTaken);
        }
        catch (Refusal refusal) when (refusal.Code == "definitions.code_taken")
        {
            throw new Refusal("definitions.field_code_taken", RefusalKind.Invalid, ("code", typed));
        }
    }

    internal static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
