using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Calls.Domain;
using Santral.Contracts.Calls;
using Santral.Contracts.Identity;
using Santral.Contracts.Queues;

namespace Santral.Calls.Features;

/// <summary>A click at a number: the agent's phone is on the line first, then the number is called.</summary>
public static class DialNumber
{
    /// <param name="To">As it stands on the screen or as it was typed.</param>
    /// <param name="Unit">For which unit; null: the one of the agent's first team.</param>
    public sealed record Request([property: MaxLength(CallLimits.CalledNumber)] string To, [property: MaxLength(CallLimits.Code)] string? Unit);

    public sealed record Response(CallId CallId);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/calls/out", HandleAsync)
        .RequirePermission(CallsPermissions.Take)
        .WithName("DialNumber")
        .WithTags("calls")
        .WithSummary("Calls a number outside, within the outbound policy.");

    internal static async Task<Ok<Response>> HandleAsync(
        Request request, IDialOut dial, IKnowTeams teams, IOrganisation organisation, ICurrentUser user, CancellationToken stop)
    {
        var agent = user.IdOrRefuse();
        var unit = request.Unit is { Length: > 0 } code ? code
            : teams.Of(agent) is [var first, ..] ? first.Unit
            : throw new Refusal("calls.outbound_no_team", RefusalKind.Forbidden);
        return TypedResults.Ok(new Response(await dial.CallAsync(new OutboundOrder(agent, OutsideNumber.ReadOrRefuse(request.To, unit, organisation), unit, OutboundWay.Click), stop)));
    }
}

/// <summary>A number as people type it, read as in the country of the unit that calls.</summary>
internal static class OutsideNumber
{
    public static PhoneNumber ReadOrRefuse(string? text, string unit, IOrganisation organisation)
    {
        var region = organisation.Find(unit)?.Region ?? throw new Refusal("calls.unit_unknown", RefusalKind.Invalid);
        return PhoneNumber.TryRead(text, region, out var number) ? number : throw new Refusal("calls.outbound_number_wrong", RefusalKind.Invalid);
    }
}
