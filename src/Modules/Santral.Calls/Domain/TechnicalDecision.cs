using Santral.Contracts.Calls;
using Santral.Contracts.Customers;

namespace Santral.Calls.Domain;

/// <summary>
/// The decision table of Technical Support (I-22, I-23): a software fault of an individual is solved on the phone or goes on; hardware and everything of a
/// corporate customer, once verified, goes to Advanced Support.
/// </summary>
public static class TechnicalDecision
{
    /// <param name="isVerified">Whether this corporate account is verified in this call; of no meaning for others.</param>
    /// <param name="fault">Null while it is not known.</param>
    /// <param name="solved">Null while it is not known.</param>
    public static TechnicalNext Of(CustomerKind customer, bool isVerified, FaultKind? fault, bool? solved) => (customer, fault, solved) switch
    {
        (CustomerKind.Corporate, _, _) when !isVerified => TechnicalNext.VerifyFirst,
        (_, null, _) => TechnicalNext.Find,
        (CustomerKind.Corporate, _, _) => TechnicalNext.AdvancedSupport,
        (_, FaultKind.Hardware, _) => TechnicalNext.AdvancedSupport,
        (_, _, null) => TechnicalNext.Find,
        (_, _, true) => TechnicalNext.InformAndClose,
        _ => TechnicalNext.AdvancedSupport,
    };
}
