using System.ComponentModel.DataAnnotations;
using Santral.Customers.Domain;

namespace Santral.Customers.Features;

/// <summary>What is written of a customer when he is made or changed. Numbers come as people write them.</summary>
public record CustomerRequest
{
    public required CustomerKind Kind { get; init; }

    [StringLength(100)]
    public string? FirstName { get; init; }

    [StringLength(100)]
    public string? LastName { get; init; }

    [StringLength(200)]
    public string? Company { get; init; }

    [StringLength(2, MinimumLength = 2)]
    public string? Language { get; init; }

    /// <summary>ISO 3166 code of the country whose tax and identity numbers it has; that of the language when missing.</summary>
    [StringLength(2, MinimumLength = 2)]
    public string? Country { get; init; }

    [StringLength(30)]
    public string? TaxNumber { get; init; }

    [StringLength(100)]
    public string? TaxOffice { get; init; }

    /// <summary>Missing keeps the stored one, an empty text takes it away.</summary>
    [StringLength(30)]
    public string? IdentityNumber { get; init; }

    public bool IsBuyer { get; init; } = true;

    public bool IsSeller { get; init; }

    public DefinitionId? PreferredMethodId { get; init; }

    /// <summary>Reach him in no other way than the preferred one.</summary>
    public bool OnlyPreferred { get; init; }

    public IReadOnlyList<Place>? Addresses { get; init; }

    [StringLength(4000)]
    public string? Note { get; init; }

    public IReadOnlyList<Phone>? Phones { get; init; }

    public IReadOnlyList<string>? Emails { get; init; }

    public IReadOnlyList<Contact>? Contacts { get; init; }

    /// <summary>A number as typed: `0532 111 22 33`.</summary>
    public sealed record Phone([StringLength(40, MinimumLength = 1)] string Number, PhoneKind Kind = PhoneKind.Mobile, bool IsPrimary = false);

    /// <summary>The address of one kind.</summary>
    public sealed record Place(
        AddressKind Kind,
        [StringLength(200)] string? Line1,
        [StringLength(200)] string? Line2,
        [StringLength(20)] string? PostalCode,
        [StringLength(100)] string? City,
        [StringLength(100)] string? Region,
        [StringLength(2)] string? Country);

    /// <summary>A contact person; with its id to change one, without to add one.</summary>
    public sealed record Contact(
        Guid? Id,
        [StringLength(200, MinimumLength = 1)] string Name,
        [StringLength(100)] string? Title,
        [StringLength(254)] string? Email,
        IReadOnlyList<Phone>? Phones);
}
