using Santral.Calls.Domain;
using Santral.Calls.Live;
using Santral.Contracts.Calls;
using Santral.Contracts.Customers;
using Santral.Contracts.Definitions;
using Santral.Contracts.Queues;

namespace Santral.Calls.Features;

/// <summary>Asks the operator's list and the call the person serves; writes the call's ledger behind his back.</summary>
internal sealed class GuardAccounts(
    DeskCalls desks, IKnowWrapUp wrapUps, IKnowDefinitions definitions, CallJournal journal, ICurrentUser user, TimeProvider clock) : IGuardAccounts
{
    public bool Show(CustomerId customer, CustomerKind kind, string operation) => Ask(customer, kind, operation, DisclosureWay.Shown);

    public void OrRefuse(CustomerId customer, CustomerKind kind, string operation, DisclosureWay way)
    {
        if (!Ask(customer, kind, operation, way))
        {
            throw new Refusal("calls.verify_first", RefusalKind.Forbidden, ("operation", NameOf(operation)));
        }
    }

    public WithheldAccounts? Withheld(string operation)
        => Served() is { } call && Needs(operation)
            ? new WithheldAccounts(call.Class == CallerClass.VerifiedCorporate ? call.Customer?.Id : null)
            : null;

    private bool Ask(CustomerId customer, CustomerKind kind, string operation, DisclosureWay way)
    {
        if (Served() is not { } call)
        {
            return true;
        }

        var ground = AccountRule.GroundOf(call, customer, kind, Needs(operation));
        var allowed = ground != DisclosureGround.NotVerified;
        journal.Write(new JournalEntry.Disclosed(
            new Disclosure(call.CallId, customer, user.Id, operation, allowed ? way : DisclosureWay.Withheld, ground, clock.GetUtcNow())));
        return allowed;
    }

    /// <summary>The call that rings at the person, in which he speaks, or which he writes up.</summary>
    private DeskCall? Served()
        => user.Id is { } agent && desks.Of(agent) is { } call && (call.State != DeskCallState.Ended || wrapUps.WritesUp(agent, call.CallId)) ? call : null;

    // A code the list does not have, or no longer offers, needs verification: forgetting a row opens nothing.
    private bool Needs(string operation)
        => definitions.FindByCode(AccountOperations.Table, operation) is not { IsActive: true } row
            || row.Values.GetValueOrDefault(AccountOperations.NeedsVerification) == "true";

    private string NameOf(string operation) => definitions.FindByCode(AccountOperations.Table, operation)?.Names.In(user.Language) ?? operation;
}
