namespace Santral.Contracts.Definitions;

/// <summary>An extra field of the form that chooses the row.</summary>
/// <param name="Code">Stable key under which the record keeps the value.</param>
public sealed record FormField(string Code, Names Names, FormFieldKind Kind, bool IsRequired, IReadOnlyList<FieldChoice> Choices);

/// <summary>What an extra field holds.</summary>
public enum FormFieldKind
{
    Text,
    Number,
    Date,
    List,
    YesNo,
    File,
}

/// <summary>One entry of a list field.</summary>
public sealed record FieldChoice(string Code, Names Names);
