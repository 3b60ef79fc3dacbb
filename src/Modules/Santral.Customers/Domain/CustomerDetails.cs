namespace Santral.Customers.Domain;

/// <summary>Everything a person may write about a customer, already read: numbers in E.164, texts clean.</summary>
public sealed record CustomerDetails(
    CustomerKind Kind,
    string? FirstName,
    string? LastName,
    string? Company,
    string Language,
    string? TaxNumber,
    string? TaxOffice,
    string? Address,
    string? City,
    string? Note,
    IReadOnlyList<PhoneEntry> Phones,
    IReadOnlyList<string> Emails,
    IReadOnlyList<ContactEntry> Contacts);

public sealed record PhoneEntry(PhoneNumber Number, PhoneKind Kind = PhoneKind.Mobile, bool IsPrimary = false);

/// <param name="Id">Null for a contact that is new.</param>
public sealed record ContactEntry(Guid? Id, string Name, string? Title, string? Email, IReadOnlyList<PhoneEntry> Phones);
