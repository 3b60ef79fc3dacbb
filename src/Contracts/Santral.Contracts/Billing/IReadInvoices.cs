using Santral.Contracts.Customers;

namespace Santral.Contracts.Billing;

/// <summary>What the IVR reads out (I-06, I-18): the oldest unpaid invoice, else the last one.</summary>
public sealed record InvoiceSummary(string Number, DateOnly IssuedOn, Money Total, Money Open, DateOnly DueOn, bool IsPaid);

/// <summary>Invoices of a customer, for reading out and for the ribbon.</summary>
public interface IReadInvoices
{
    /// <summary>Null when the customer has no invoice.</summary>
    Task<InvoiceSummary?> ToReadOutAsync(CustomerId customer, CancellationToken stop);

    Task<IReadOnlyList<InvoiceSummary>> OpenAsync(CustomerId customer, CancellationToken stop);
}
