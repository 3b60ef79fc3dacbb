using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Contracts.Calls;
using Santral.Queues.Domain;
using Santral.Queues.Live;

namespace Santral.Queues.Features;

/// <summary>
/// An agent says whether he takes calls. Available without a phone is accepted, because a browser opens its phone right after;
/// he is offered calls only when the phone is there, and set away when it does not come.
/// </summary>
public static class ChoosePresence
{
    /// <param name="Reason">Only with away: `break`, `lunch`, `meeting`, `training`, `paperwork`, `other`.</param>
    public sealed record Request([property: EnumDataType(typeof(PresenceState))] PresenceState State, [property: MaxLength(40)] string? Reason);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPut("/desk/presence", HandleAsync)
        .RequirePermission(QueuesPermissions.TakeCalls)
        .WithName("ChoosePresence")
        .WithTags("queues")
        .WithSummary("Sets the signed-in agent available, away or offline.");

    internal static async Task<Ok<DeskPresence>> HandleAsync(Request request, QueueSet queues, DeskReader desks, ICurrentUser user)
    {
        var agent = user.IdOrRefuse();
        var reason = AwayReasons.Fitting(request.State, request.Reason);
        await queues.DoAsync(new QueueInput.PresenceChosen(agent, request.State, reason, desks.PhoneOf(agent) != PhoneKind.None));
        return TypedResults.Ok(desks.Live(agent).Presence);
    }
}
