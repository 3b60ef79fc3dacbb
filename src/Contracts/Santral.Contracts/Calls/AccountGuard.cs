using Santral.Contracts.Customers;

namespace Santral.Contracts.Calls;

/// <summary>
/// Account data of a corporate customer stays away from the agent who serves a caller that is not verified for it (I-14, I-15, I-25, D2), and what is
/// shown or done in a call is written into its ledger. Asked by every module before it answers with account data or changes an account; from memory.
/// Nobody is kept from anything outside of calls: there the permissions alone hold.
/// </summary>
public interface IGuardAccounts
{
    /// <summary>Whether the answer may hold it; noted either way when the person serves a call.</summary>
    /// <param name="operation">Code of <see cref="AccountOperations"/>; one that the operator's list does not have needs verification.</param>
    bool Show(CustomerId customer, CustomerKind kind, string operation);

    /// <summary>As <see cref="Show"/>, refused with `calls.verify_first` (403) when it may not be; <paramref name="way"/> says what is noted otherwise.</summary>
    void OrRefuse(CustomerId customer, CustomerKind kind, string operation, DisclosureWay way = DisclosureWay.Shown);

    /// <summary>For lists over many customers: null when nothing is withheld from this person now.</summary>
    WithheldAccounts? Withheld(string operation);
}

/// <summary>Every corporate account but the one verified in the call, if any.</summary>
public sealed record WithheldAccounts(CustomerId? Except)
{
    public bool Has(CustomerId customer, CustomerKind kind) => kind == CustomerKind.Corporate && customer != Except;
}

/// <summary>What can be done with an account: codes of the definition table `account_operations`, whose column `needsVerification` decides.</summary>
public static class AccountOperations
{
    public const string Table = "account_operations";

    public const string NeedsVerification = "needsVerification";

    /// <summary>Numbers, addresses, contacts, tax number, consents and remarks.</summary>
    public const string Card = "card";

    public const string Invoices = "invoices";

    public const string Subscriptions = "subscriptions";

    public const string Orders = "orders";

    public const string ChangeCustomer = "change_customer";

    public const string ChangeSubscription = "change_subscription";

    public const string TakeOrder = "take_order";

    public const string ServicePassword = "service_password";

    /// <summary>Work of Technical Support on the account (I-14).</summary>
    public const string TechnicalService = "technical_service";
}

/// <summary>How something of an account came out, or did not.</summary>
public enum DisclosureWay
{
    /// <summary>On the agent's screen.</summary>
    Shown,

    /// <summary>Told to the caller, by the system or, as he notes himself, by the agent.</summary>
    ReadOut,

    /// <summary>Something was changed.</summary>
    Done,

    /// <summary>It was asked for and withheld.</summary>
    Withheld,
}

/// <summary>Why it was allowed, or not.</summary>
public enum DisclosureGround
{
    /// <summary>Verified by number and service password in this call.</summary>
    Verified,

    /// <summary>The calling number belongs to exactly this individual.</summary>
    KnownNumber,

    /// <summary>The operator's list says that this operation needs no verification.</summary>
    NotNeeded,

    /// <summary>An individual or a prospect looked up by the agent: verification is for corporate accounts.</summary>
    NotCorporate,

    /// <summary>A corporate account that is not verified in this call.</summary>
    NotVerified,
}

/// <summary>One line of a call's ledger.</summary>
/// <param name="Agent">Null when the system did it.</param>
/// <param name="Operation">Code of <see cref="AccountOperations"/> or of a row the operator added.</param>
public sealed record Disclosure(
    CallId CallId, CustomerId CustomerId, UserId? Agent, string Operation, DisclosureWay Way, DisclosureGround Ground, DateTimeOffset At);
