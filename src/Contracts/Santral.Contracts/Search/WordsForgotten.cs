namespace Santral.Contracts.Search;

/// <summary>Records were emptied of a person and told to the search before this: what its index still keeps of old words goes now.</summary>
[Fact("search.words_forgotten", 1)]
public sealed record WordsForgotten : IFact;
