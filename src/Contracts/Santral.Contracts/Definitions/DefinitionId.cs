namespace Santral.Contracts.Definitions;

/// <summary>One row of a definition table: a category, a priority, a contact method.</summary>
public readonly record struct DefinitionId(Guid Value) : IId<DefinitionId>
{
    public static DefinitionId From(Guid value) => new(value);

    public static DefinitionId Parse(string s, IFormatProvider? provider) => Id.Parse<DefinitionId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out DefinitionId result) => Id.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}
