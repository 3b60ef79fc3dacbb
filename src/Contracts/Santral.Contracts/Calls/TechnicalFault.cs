using Santral.Contracts.Customers;

namespace Santral.Contracts.Calls;

/// <summary>What is broken, as Technical Support finds (I-22, I-23).</summary>
public enum FaultKind
{
    Software,
    Hardware,
}

/// <summary>What Technical Support found of one customer's fault, and what follows.</summary>
public sealed record TechnicalFinding(CustomerId CustomerId, FaultKind? Fault, bool? SolvedOnPhone, TechnicalNext Next);

/// <summary>What the technical decision table lets the agent do next.</summary>
public enum TechnicalNext
{
    /// <summary>Neither the kind of fault nor, where it matters, whether it was solved is known yet.</summary>
    Find,

    /// <summary>A corporate account that is not verified in this call (I-14).</summary>
    VerifyFirst,

    /// <summary>Solved on the phone: tell the customer and end the call.</summary>
    InformAndClose,

    /// <summary>Everything else goes to Advanced Support.</summary>
    AdvancedSupport,
}
