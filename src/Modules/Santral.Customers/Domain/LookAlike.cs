namespace Santral.Customers.Domain;

/// <summary>How sure it is that two customers are one.</summary>
public enum LikeCertainty
{
    /// <summary>A number or address that belongs to one only.</summary>
    Certain,

    /// <summary>The name alone, or a name one letter apart: people share names.</summary>
    Likely,
}

public enum LikeReason
{
    TaxNumber,
    IdentityNumber,
    Phone,
    Email,
    SameName,
    OneLetter,
}

/// <summary>What is known of a customer while he is typed, or of one that exists.</summary>
public sealed record Likeness(
    string? Name, IReadOnlyCollection<PhoneNumber> Phones, IReadOnlyCollection<string> Emails, string? TaxNumber, string? IdentityNumber)
{
    /// <summary>Why they may be one, the surest first; empty when they are not alike.</summary>
    public IReadOnlyList<LikeReason> ReasonsToBe(Likeness other)
    {
        var reasons = new List<LikeReason>();
        Add(LikeReason.TaxNumber, TaxNumber is not null && TaxNumber == other.TaxNumber);
        Add(LikeReason.IdentityNumber, IdentityNumber is not null && IdentityNumber == other.IdentityNumber);
        Add(LikeReason.Phone, Phones.Intersect(other.Phones).Any());
        Add(LikeReason.Email, Emails.Intersect(other.Emails, StringComparer.OrdinalIgnoreCase).Any());
        var (name, otherName) = (NameKeys.Plain(Name), NameKeys.Plain(other.Name));
        Add(LikeReason.SameName, name.Length > 0 && name == otherName);
        Add(LikeReason.OneLetter, name.Length > 0 && NameKeys.DifferInOneLetter(name, otherName));
        return reasons;

        void Add(LikeReason reason, bool holds)
        {
            if (holds)
            {
                reasons.Add(reason);
            }
        }
    }

    public static LikeCertainty CertaintyOf(IReadOnlyList<LikeReason> reasons)
        => reasons.Any(r => r < LikeReason.SameName) ? LikeCertainty.Certain : LikeCertainty.Likely;
}
