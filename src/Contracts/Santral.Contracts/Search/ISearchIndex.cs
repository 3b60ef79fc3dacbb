namespace Santral.Contracts.Search;

/// <summary>What can be found: told by its module whenever it changed; a null <paramref name="Text"/> of a removed record takes it out.</summary>
/// <param name="Kind">`request`, `customer`, `article`, `call`.</param>
/// <param name="Number">What people dictate: found by its end as well.</param>
/// <param name="Phones">Digits in E.164.</param>
/// <param name="Unit">Null when it belongs to no unit.</param>
/// <param name="Permission">What one must hold to find it.</param>
/// <param name="Path">Where it opens in the web app.</param>
[Fact("search.changed", 1)]
public sealed record Findable(
    string Kind, Guid Id, string? Number, string Title, string? Text, IReadOnlyList<string> Phones, string? Unit, string Permission, string Path, DateTimeOffset At, bool IsRemoved = false) : IFact;
