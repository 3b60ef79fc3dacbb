using Santral.Customers.Domain;

namespace Santral.Customers.Features;

/// <summary>
/// What of a customer the one who asks may see. Every answer that carries account data is made here, so that a rule about who may see what
/// has one place.
/// </summary>
internal sealed class CustomerSight(IKnowDefinitions definitions, IGuardAccounts guard)
{
    /// <summary>Without account data where the caller is not verified for it (I-25).</summary>
    public GetCustomer.Response Of(Customer customer)
        => guard.Show(customer.Id, customer.Kind, AccountOperations.Card) ? Whole(customer) : Closed(customer);

    private static GetCustomer.Response Closed(Customer customer) => new(
        customer.Id,
        customer.Number ?? "",
        customer.Kind,
        customer.Name,
        null,
        null,
        null,
        customer.Language,
        customer.Country,
        null,
        null,
        null,
        [],
        null,
        null,
        customer.IsBuyer,
        customer.IsSeller,
        null,
        false,
        [],
        [],
        [],
        customer.ServicePasswordHash is not null,
        customer.CreatedAt,
        customer.ChangedAt,
        customer.ErasedAt,
        customer.Version,
        "calls.verify_first");

    private GetCustomer.Response Whole(Customer customer) => new(
        customer.Id,
        customer.Number ?? "",
        customer.Kind,
        customer.Name,
        customer.FirstName,
        customer.LastName,
        customer.Company,
        customer.Language,
        customer.Country,
        customer.TaxNumber,
        customer.TaxOffice,
        NationalNumbers.Masked(customer.IdentityNumber),
        [.. customer.Addresses.OrderBy(a => a.Kind).Select(a => new GetCustomer.Place(a.Kind, a.Line1, a.Line2, a.PostalCode, a.City, a.Region, a.Country))],
        customer.Addresses.FirstOrDefault(a => a.Kind == AddressKind.Main)?.City,
        customer.Note,
        customer.IsBuyer,
        customer.IsSeller,
        Named(customer.PreferredMethodId),
        customer.OnlyPreferred,
        PhonesOf(customer, null),
        [.. customer.Emails.OrderBy(e => e.Order).Select(e => e.Address)],
        [.. customer.Contacts.OrderBy(c => c.Id).Select(c => new GetCustomer.Contact(c.Id, c.Name, c.Title, c.Email, PhonesOf(customer, c.Id)))],
        customer.ServicePasswordHash is not null,
        customer.CreatedAt,
        customer.ChangedAt,
        customer.ErasedAt,
        customer.Version,
        null);

    public DefinitionName? Named(DefinitionId? id)
        => id is { } known && definitions.Find(known) is { } found ? new DefinitionName(found.Id, found.Code, found.Names) : null;

    private static List<GetCustomer.Phone> PhonesOf(Customer customer, Guid? contact)
        => [.. customer.AllPhones.Where(p => p.ContactId == contact)
            .OrderByDescending(p => p.IsPrimary).ThenBy(p => p.Id)
            .Select(p => new GetCustomer.Phone(p.Number, p.Kind, p.IsPrimary))];
}

/// <summary>A chosen definition as it is shown.</summary>
public sealed record DefinitionName(DefinitionId Id, string Code, Names Names);
