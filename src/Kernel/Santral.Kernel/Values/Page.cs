namespace Santral.Kernel;

/// <summary>A bounded part of a list: the items, where the next part begins (null at the end) and, where it is cheap, how many there are.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next, int? Total);
