namespace Santral.Customers.Domain;

/// <summary>
/// Finds names that differ in one letter without reading all of them: a name is stored under itself and under itself without each of its letters,
/// and two names one letter apart share such a key (deletion neighbourhood).
/// </summary>
public static class NameKeys
{
    public const int LongestKey = 60;

    // Legal forms say nothing of which firm it is, and are left out as often as not.
    private static readonly HashSet<string> LegalForms =
    [
        "ab", "hb", "kb", "brf", "ek", "for", "as", "ltd", "sti", "san", "tic", "ve", "sanayi", "ticaret", "limited", "sirketi", "anonim", "inc", "llc", "gmbh", "oy", "aps",
    ];

    /// <summary>The folded words in one order, without legal forms; the whole name when nothing else is left.</summary>
    public static string Plain(string? name)
    {
        var words = Folded.Of(string.Concat((name ?? "").Select(c => c is '.' or '\'' or '’' ? '\0' : char.IsLetterOrDigit(c) ? c : ' ')).Replace("\0", "", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var telling = words.Where(w => !LegalForms.Contains(w)).ToList();
        var plain = string.Join(' ', (telling.Count > 0 ? telling : [.. words]).Order(StringComparer.Ordinal));
        return plain.Length > LongestKey ? plain[..LongestKey] : plain;
    }

    public static IReadOnlySet<string> Of(string? name)
    {
        var plain = Plain(name);
        var keys = new HashSet<string> { plain };
        for (var place = 0; place < plain.Length; place++)
        {
            keys.Add(plain.Remove(place, 1));
        }

        keys.Remove("");
        return keys;
    }

    /// <summary>Whether one letter more, less, other or two swapped make one name of the other.</summary>
    public static bool DifferInOneLetter(string one, string other)
    {
        if (one == other || Math.Abs(one.Length - other.Length) > 1)
        {
            return false;
        }

        var start = 0;
        while (start < Math.Min(one.Length, other.Length) && one[start] == other[start])
        {
            start++;
        }

        var (left, right) = (one[start..], other[start..]);
        return left.Length switch
        {
            _ when left.Length > right.Length => left[1..] == right,
            _ when left.Length < right.Length => left == right[1..],
            _ => left[1..] == right[1..] || (left.Length > 1 && left[0] == right[1] && left[1] == right[0] && left[2..] == right[2..]),
        };
    }
}

/// <summary>One key under which a customer's name is found.</summary>
public sealed class CustomerNameKey
{
    public required CustomerId CustomerId { get; init; }

    public required string Key { get; init; }
}
