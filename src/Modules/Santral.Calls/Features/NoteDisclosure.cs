using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Calls.Domain;
using Santral.Calls.Live;
using Santral.Contracts.Calls;
using Santral.Contracts.Customers;
using Santral.Contracts.Definitions;

namespace Santral.Calls.Features;

/// <summary>The agent notes that he told the caller something of an account, or did something with it; refused while the caller is not verified (I-25).</summary>
public static class NoteDisclosure
{
    /// <param name="Operation">Code of a row of `account_operations`.</param>
    public sealed record Request(
        CustomerId CustomerId,
        [property: Required, MaxLength(CallLimits.Code)] string Operation,
        [property: EnumDataType(typeof(DisclosureWay)), DeniedValues(DisclosureWay.Withheld, DisclosureWay.Shown)] DisclosureWay Way);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/calls/{id}/disclosures", HandleAsync)
        .RequirePermission(CallsPermissions.Take)
        .WithName("NoteDisclosure")
        .WithTags("calls")
        .WithSummary("Notes what was read out or done in the own call.");

    internal static async Task<NoContent> HandleAsync(
        CallId id, Request request, DeskCalls desks, IGuardAccounts guard, IFindCustomer customers, IKnowDefinitions definitions, ICurrentUser user, CancellationToken stop)
    {
        if (desks.Of(user.IdOrRefuse())?.CallId != id)
        {
            throw new Refusal("calls.not_yours", RefusalKind.Forbidden);
        }

        if (definitions.FindByCode(AccountOperations.Table, request.Operation) is not { IsActive: true })
        {
            throw new Refusal("calls.operation_unknown", RefusalKind.Invalid);
        }

        var customer = await customers.FindAsync(request.CustomerId, stop) ?? throw new Refusal("customers.unknown", RefusalKind.Unknown);
        guard.OrRefuse(customer.Id, customer.Kind, request.Operation, request.Way);
        return TypedResults.NoContent();
    }
}
