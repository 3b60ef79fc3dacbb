namespace Santral.Testing;

/// <summary>Names the requirement row (docs/requirements.csv) that a test shows; `./test` writes docs/requirements.md from these.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class RequirementAttribute(string id) : Attribute, Xunit.v3.ITraitAttribute
{
    public string Id { get; } = id;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Requirement", Id)];
}
