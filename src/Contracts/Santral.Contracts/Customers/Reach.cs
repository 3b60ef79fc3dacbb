namespace Santral.Contracts.Customers;

/// <summary>How a customer wants to be reached (P-14).</summary>
/// <param name="Method">Code of the preferred contact method: `phone`, `email`; null when he never said.</param>
/// <param name="OnlyThat">He wants to be reached in no other way.</param>
/// <param name="Email">The address to write to.</param>
/// <param name="Phone">The number to call.</param>
public sealed record CustomerReach(CustomerId Id, string Language, string? Method, bool OnlyThat, string? Email, PhoneNumber? Phone)
{
    /// <summary>No mail goes to a customer who said "phone only".</summary>
    public bool MayMail => Email is not null && Allows("email");

    public bool MayText => Phone is not null && Allows("sms");

    public bool MayCall => Phone is not null && Allows("phone");

    private bool Allows(string method) => !OnlyThat || Method is null || Method == method;
}

/// <summary>Asked before anything is sent to a customer.</summary>
public interface IReachCustomers
{
    /// <summary>Null for an unknown or erased customer.</summary>
    Task<CustomerReach?> FindAsync(CustomerId id, CancellationToken stop);
}

/// <summary>Who writes, by his address.</summary>
public interface IIdentifyWriter
{
    /// <summary>The one customer who has the address, himself or as one of his contacts; null when none or several have it.</summary>
    Task<CustomerSummary?> IdentifyAsync(string address, CancellationToken stop);
}
