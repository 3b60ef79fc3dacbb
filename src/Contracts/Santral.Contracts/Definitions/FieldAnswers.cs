using System.Globalization;

namespace Santral.Contracts.Definitions;

/// <summary>Checks what a person entered in the extra fields of a category: the one rule for every form that shows them.</summary>
public static class FieldAnswers
{
    public const int LongestText = 500;

    /// <summary>The answers as they are stored: known fields only, invariant text (`2026-11-22`, `42.5`, `true`, a choice's code, a file's id), no empty ones.</summary>
    /// <param name="kept">Answers the record has already: those to fields that are no longer there stay as they are.</param>
    /// <param name="isComplete">Whether required fields must be answered now; a draft may leave them.</param>
    /// <param name="language">In which a refusal names the field.</param>
    public static IReadOnlyDictionary<string, string> CheckOrRefuse(
        IReadOnlyList<FormField> fields,
        IReadOnlyDictionary<string, string?> answers,
        bool isComplete,
        string language,
        IReadOnlyDictionary<string, string>? kept = null)
    {
        var checkedAnswers = new Dictionary<string, string>();
        foreach (var (code, answer) in answers.Where(a => !string.IsNullOrWhiteSpace(a.Value)))
        {
            if (fields.FirstOrDefault(f => f.Code == code) is { } field)
            {
                checkedAnswers[code] = Read(field, answer!) ?? throw Refused("definitions.answer_invalid", field, language);
            }
            else if (kept?.GetValueOrDefault(code) is { } old && old == answer)
            {
                checkedAnswers[code] = old;
            }
            else
            {
                throw new Refusal("definitions.field_unknown", RefusalKind.Invalid, ("field", code));
            }
        }

        if (isComplete && fields.FirstOrDefault(f => f.IsRequired && !checkedAnswers.ContainsKey(f.Code)) is { } missing)
        {
            throw Refused("definitions.answer_needed", missing, language);
        }

        return checkedAnswers;
    }

    private static Refusal Refused(string code, FormField field, string language)
        => new(code, RefusalKind.Invalid, ("field", field.Names.In(language)), ("fieldCode", field.Code));

    private static string? Read(FormField field, string answer)
        => field.Kind switch
        {
            FormFieldKind.Text => Typed.Lines(answer) is { Length: > 0 and <= LongestText } text ? text : null,
            FormFieldKind.Number => NumberOf(answer),
            FormFieldKind.Date => DateOnly.TryParseExact(answer, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? answer : null,
            FormFieldKind.List => field.Choices.Any(c => c.Code == answer) ? answer : null,
            FormFieldKind.YesNo => answer is "true" or "false" ? answer : null,
            FormFieldKind.File => Guid.TryParse(answer, out var file) ? file.ToString() : null,
            _ => null,
        };

    /// <summary>A number as JSON writes it, without exponents: at most twelve digits before the point and six after it.</summary>
    private static string? NumberOf(string answer)
    {
        var digits = answer.StartsWith('-') ? answer[1..] : answer;
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? digits : digits[..point];
        var part = point < 0 ? null : digits[(point + 1)..];
        return whole.Length is > 0 and <= 12 && whole.All(char.IsAsciiDigit) && part is null or { Length: > 0 and <= 6 } && (part?.All(char.IsAsciiDigit) ?? true)
            ? answer
            : null;
    }
}
