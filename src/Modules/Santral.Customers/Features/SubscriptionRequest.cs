using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Customers.Data;
using Santral.Customers.Domain;

namespace Santral.Customers.Features;

/// <summary>What is written of a subscription when it is opened or changed.</summary>
public record SubscriptionRequest
{
    /// <summary>Code of the business unit that delivers it; that of the first unit when missing. Never changes.</summary>
    [StringLength(40)]
    public string? Unit { get; init; }

    public required CustomerId CustomerId { get; init; }

    public Guid? ContactId { get; init; }

    /// <summary>Who is billed; the customer himself when missing.</summary>
    public CustomerId? InvoiceCustomerId { get; init; }

    [StringLength(200, MinimumLength = 1)]
    public required string Subject { get; init; }

    public DefinitionId? CategoryId { get; init; }

    [StringLength(50)]
    public string? SpecialCode { get; init; }

    [StringLength(4000)]
    public string? Description { get; init; }

    public required DateOnly StartsOn { get; init; }

    public DateOnly? EndsOn { get; init; }

    public Place? Address { get; init; }

    public IReadOnlyList<Line>? Lines { get; init; }

    /// <summary>Where it is delivered.</summary>
    public sealed record Place(
        [StringLength(200)] string? Line1,
        [StringLength(200)] string? Line2,
        [StringLength(20)] string? PostalCode,
        [StringLength(100)] string? City,
        [StringLength(100)] string? Region,
        [StringLength(2)] string? Country);

    /// <summary>One thing in the plan; with its id to change one, without to add one.</summary>
    public sealed record Line(Guid? Id, [StringLength(200, MinimumLength = 1)] string Name, Amount Monthly);
}

/// <summary>Money as a client writes it.</summary>
public sealed record Amount([Range(0, 1_000_000_000_000)] long Minor, [StringLength(3, MinimumLength = 3)] string Currency)
{
    internal Money Read() => Currency is [>= 'A' and <= 'Z', >= 'A' and <= 'Z', >= 'A' and <= 'Z']
        ? new Money(Minor, Currency)
        : throw new Refusal("customers.currency_unknown", RefusalKind.Invalid, ("currency", Currency));
}

/// <summary>Reads what was typed of a subscription, and refuses what belongs to others.</summary>
internal sealed class ReadSubscriptionRequest(CustomersDb db, IOrganisation organisation, IKnowDefinitions definitions)
{
    // "AB" tells a subscription in Turkish and Swedish alike; the second unit's series needs its own letters.
    private const string Series = "AB";

    public async Task<SubscriptionTerms> TermsAsync(SubscriptionRequest request, string unit, Subscription? stored, CancellationToken stop)
    {
        var owner = await NamedAsync(request.CustomerId, stop);
        var payer = request.InvoiceCustomerId ?? request.CustomerId;
        if (payer != request.CustomerId && payer != stored?.InvoiceCustomerId)
        {
            await NamedAsync(payer, stop);
        }

        if (stored is null)
        {
            owner.RefuseErased();
        }

        if (request.ContactId is { } contact && contact != stored?.ContactId
            && !await db.Contacts.AnyAsync(c => c.Id == contact && c.CustomerId == request.CustomerId, stop))
        {
            throw new Refusal("customers.contact_unknown", RefusalKind.Invalid);
        }

        return new SubscriptionTerms(
            request.CustomerId,
            request.ContactId,
            payer,
            Typed.Line(request.Subject) ?? throw new Refusal("customers.subject_needed", RefusalKind.Invalid),
            definitions.ChooseOrRefuse(request.CategoryId, DefinitionTables.SubscriptionCategories, unit, stored?.CategoryId)?.Id,
            Typed.Line(request.SpecialCode),
            Typed.Lines(request.Description) is { Length: > 0 } description ? description : null,
            request.StartsOn,
            request.EndsOn,
            AddressOf(request.Address),
            [.. ReadCustomerRequest.Entries(request.Lines).Select(l => new PlanEntry(
                l.Id, Typed.Line(l.Name) ?? throw new Refusal("customers.plan_name_needed", RefusalKind.Invalid), l.Monthly.Read()))]);
    }

    public BusinessUnit UnitOf(string? code)
        => (code is not null ? organisation.Find(code) : organisation.Units is [var first, ..] ? first : null) ?? throw new Refusal("customers.unit_unknown", RefusalKind.Invalid, ("unit", code));

    /// <summary>The unit keeps the series it began with: renaming a unit renames no subscription.</summary>
    public async Task<string> SeriesOfAsync(BusinessUnit unit, CancellationToken stop)
    {
        var own = await db.Subscriptions.Where(s => s.Unit == unit.Code).Select(s => s.NumberSeries).FirstOrDefaultAsync(stop);
        return own ?? (await db.Subscriptions.AnyAsync(s => s.NumberSeries == Series, stop) ? Series + unit.RequestSeries : Series);
    }

    private async Task<Customer> NamedAsync(CustomerId id, CancellationToken stop)
        => await db.Customers.SingleOrDefaultAsync(c => c.Id == id, stop) ?? throw new Refusal("customers.customer_unknown", RefusalKind.Invalid);

    private static PostalAddress AddressOf(SubscriptionRequest.Place? place) => place is null
        ? new PostalAddress(null, null, null, null, null, null)
        : new PostalAddress(
            Typed.Line(place.Line1), Typed.Line(place.Line2), Typed.Line(place.PostalCode), Typed.Line(place.City), Typed.Line(place.Region), Typed.Line(place.Country)?.ToUpperInvariant());
}
