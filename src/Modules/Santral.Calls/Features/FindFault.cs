using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Calls.Live;
using Santral.Contracts.Calls;
using Santral.Contracts.Customers;

namespace Santral.Calls.Features;

/// <summary>Technical Support says what is broken and whether it was solved on the phone; the decision table says what may follow (I-22, I-23).</summary>
public static class FindFault
{
    /// <param name="CustomerId">Whose fault it is.</param>
    /// <param name="Fault">Null while it is not known.</param>
    /// <param name="SolvedOnPhone">Null while it is not known.</param>
    public sealed record Request(CustomerId CustomerId, [property: EnumDataType(typeof(FaultKind))] FaultKind? Fault, bool? SolvedOnPhone);

    public sealed record Response(TechnicalNext Next);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPut("/calls/{id}/fault", HandleAsync)
        .RequirePermission(CallsPermissions.Take)
        .WithName("FindFault")
        .WithTags("calls")
        .WithSummary("Notes the kind of fault and whether it was solved; answers what may follow.");

    internal static async Task<Ok<Response>> HandleAsync(
        CallId id, Request request, LiveCalls calls, IFindCustomer customers, ICurrentUser user, CancellationToken stop)
    {
        var agent = user.IdOrRefuse();
        var customer = await customers.FindAsync(request.CustomerId, stop) ?? throw new Refusal("customers.unknown", RefusalKind.Unknown);
        return TypedResults.Ok(new Response(await calls.FindOrRefuse(id).FindFaultAsync(agent, customer, request.Fault, request.SolvedOnPhone)));
    }
}
