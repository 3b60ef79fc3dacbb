using System.Collections;

namespace Santral.Identity.Domain;

/// <summary>
/// A set of codes (roles of a person, permissions of a role) that keeps the given order and is stored as one line of text,
/// so that the audit trail shows both sides of a change in full.
/// </summary>
public sealed class CodeSet : IReadOnlyCollection<string>, IEquatable<CodeSet>
{
    private readonly string[] _codes;

    public CodeSet(IEnumerable<string> codes)
        => _codes = [.. codes.Where(c => c.Length > 0).Distinct(StringComparer.Ordinal)];

    public static CodeSet None { get; } = new([]);

    public int Count => _codes.Length;

    public static CodeSet Parse(string text) => new(text.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    public bool Contains(string code) => _codes.Contains(code, StringComparer.Ordinal);

    public bool Equals(CodeSet? other) => other is not null && _codes.SequenceEqual(other._codes, StringComparer.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as CodeSet);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    public override string ToString() => string.Join(' ', _codes);

    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)_codes).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
