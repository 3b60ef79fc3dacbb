namespace Santral.Customers.Domain;

/// <summary>Everything a person may write about a customer, already read: numbers in E.164, national numbers checked, texts clean.</summary>
public sealed record CustomerDetails(
    CustomerKind Kind,
    string? FirstName,
    string? LastName,
    string? Company,
    string Language,
    string Country,
    IReadOnlyList<PhoneEntry> Phones,
    IReadOnlyList<string> Emails,
    IReadOnlyList<ContactEntry> Contacts)
{
    public string? TaxNumber { get; init; }

    public string? TaxOffice { get; init; }

    /// <summary>Null keeps what is stored: who may not read it writes the rest of the customer without it.</summary>
    public NewIdentityNumber? IdentityNumber { get; init; }

    public IReadOnlyList<AddressEntry> Addresses { get; init; } = [];

    public string? Note { get; init; }

    public bool IsBuyer { get; init; } = true;

    public bool IsSeller { get; init; }

    public DefinitionId? PreferredMethodId { get; init; }

    /// <summary>He wants to be reached in no other way than the preferred one (P-14).</summary>
    public bool OnlyPreferred { get; init; }
}

/// <param name="Value">Null takes the stored number away.</param>
public sealed record NewIdentityNumber(string? Value);

public sealed record PhoneEntry(PhoneNumber Number, PhoneKind Kind = PhoneKind.Mobile, bool IsPrimary = false);

/// <param name="Id">Null for a contact that is new.</param>
public sealed record ContactEntry(Guid? Id, string Name, string? Title, string? Email, IReadOnlyList<PhoneEntry> Phones);

public sealed record AddressEntry(AddressKind Kind, PostalAddress Address);

/// <summary>A place mail and people find; every line may be missing, not all of them.</summary>
/// <param name="Country">ISO 3166 code: `TR`.</param>
public sealed record PostalAddress(string? Line1, string? Line2, string? PostalCode, string? City, string? Region, string? Country)
{
    public bool IsEmpty => this is { Line1: null, Line2: null, PostalCode: null, City: null, Region: null };

    /// <summary>In one line, as lists show it.</summary>
    public string? InOneLine
        => string.Join(", ", new[] { Line1, Line2, string.Join(' ', new[] { PostalCode, City }.OfType<string>()), Region }.Where(p => !string.IsNullOrEmpty(p)))
            is { Length: > 0 } line ? line : null;
}
