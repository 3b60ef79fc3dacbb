namespace Santral.Contracts.Customers;

/// <summary>An individual, a corporate account or a prospect.</summary>
public readonly record struct CustomerId(Guid Value) : IId<CustomerId>
{
    public static CustomerId From(Guid value) => new(value);

    public static CustomerId Parse(string s, IFormatProvider? provider) => Id.Parse<CustomerId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out CustomerId result) => Id.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}

public enum CustomerKind
{
    Individual,
    Corporate,
    Prospect,
}

/// <summary>What the IVR may offer a caller (I-02 … I-08, D2).</summary>
public enum CallerClass
{
    /// <summary>Exactly one individual customer has the number.</summary>
    KnownIndividual,

    /// <summary>Prospect, corporate caller, shared or withheld number: they cannot be told apart.</summary>
    Unidentified,

    /// <summary>A corporate account verified in this call by customer number and service password.</summary>
    VerifiedCorporate,
}

/// <summary>Who calls, by number alone. Candidates are hints for the agent, never identification.</summary>
public sealed record CallerIdentity(CallerClass Class, CustomerSummary? Customer, IReadOnlyList<CustomerSummary> Candidates);

public sealed record CustomerSummary(CustomerId Id, string Number, string Name, CustomerKind Kind, string Language, string? ContactName = null);

/// <summary>Identifies a caller by number: individuals only, and only when exactly one has it (I-02, I-03).</summary>
public interface IIdentifyCaller
{
    /// <param name="number">Null when the number was withheld or is no phone number.</param>
    Task<CallerIdentity> IdentifyAsync(PhoneNumber? number, CancellationToken stop);
}

/// <summary>Reads customers for other modules.</summary>
public interface IFindCustomer
{
    Task<CustomerSummary?> FindAsync(CustomerId id, CancellationToken stop);

    Task<IReadOnlyDictionary<CustomerId, CustomerSummary>> FindManyAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken stop);
}

public enum VerificationResult
{
    Verified,

    /// <summary>The pair does not match; which of the two is never said (I-17).</summary>
    Wrong,

    /// <summary>Too many failures for this customer number or calling number lately; looks like wrong to the caller.</summary>
    Locked,
}

/// <summary>Checks the corporate customer number and service password keyed in a call (I-13 … I-21).</summary>
public interface IVerifyCorporateCaller
{
    /// <summary>Constant work whether the number exists or not; the password is never kept or logged.</summary>
    Task<(VerificationResult Result, CustomerSummary? Customer)> VerifyAsync(
        string customerNumber, string servicePassword, PhoneNumber? from, CancellationToken stop);
}
