namespace Santral.Media;

/// <summary>One recording; chosen by who asks for it.</summary>
public readonly record struct TapeId(Guid Value);
