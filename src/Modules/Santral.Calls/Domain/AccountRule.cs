using Santral.Contracts.Calls;
using Santral.Contracts.Customers;

namespace Santral.Calls.Domain;

/// <summary>Whether something of an account may come out in a call, and on what ground (D2, I-25).</summary>
public static class AccountRule
{
    /// <param name="call">The call the person serves.</param>
    /// <param name="needed">What the operator's list says of the operation.</param>
    public static DisclosureGround GroundOf(DeskCall call, CustomerId customer, CustomerKind kind, bool needed)
    {
        var isCallers = call.Customer?.Id == customer;
        if (kind != CustomerKind.Corporate)
        {
            return isCallers && call.Class == CallerClass.KnownIndividual ? DisclosureGround.KnownNumber : DisclosureGround.NotCorporate;
        }

        return isCallers && call.Class == CallerClass.VerifiedCorporate ? DisclosureGround.Verified
            : needed ? DisclosureGround.NotVerified
            : DisclosureGround.NotNeeded;
    }
}
