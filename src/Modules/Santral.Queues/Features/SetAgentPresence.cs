using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Contracts.Identity;
using Santral.Queues.Data;
using Santral.Queues.Domain;
using Santral.Queues.Live;

namespace Santral.Queues.Features;

/// <summary>
/// A supervisor sets an agent's presence: signs out who forgot it, brings back who is away after an unanswered ring. A call under way goes on. Who did it
/// to whom stands in the audit trail.
/// </summary>
public static class SetAgentPresence
{
    /// <param name="Reason">Only with away, as an agent may give it himself.</param>
    public sealed record Request([property: EnumDataType(typeof(PresenceState))] PresenceState State, [property: MaxLength(40)] string? Reason);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPut("/queues/agents/{id}/presence", HandleAsync)
        .RequirePermission(QueuesPermissions.Agents)
        .WithName("SetAgentPresence")
        .WithTags("queues")
        .WithSummary("Sets another agent available, away or offline.");

    internal static async Task<NoContent> HandleAsync(
        UserId id, Request request, QueueSet queues, QueuePictures pictures, DeskReader desks, TeamSight sight, IKnowPeople people, QueuesDb db, CancellationToken stop)
    {
        if (people.Find(id) is not { } agent || !sight.Sees(id))
        {
            throw new Refusal("queues.agent_unknown", RefusalKind.Unknown);
        }

        var reason = AwayReasons.Fitting(request.State, request.Reason);
        var before = pictures.Of(id);
        db.WriteAct("Agent", id.Value, "presence_set", new { agent = agent.UserName, before = before?.Presence ?? PresenceState.Offline, beforeReason = before?.Reason, state = request.State, reason });
        await db.SaveChangesAsync(stop);
        await queues.DoAsync(new QueueInput.PresenceChosen(id, request.State, reason, desks.PhoneOf(id) != Contracts.Calls.PhoneKind.None));
        return TypedResults.NoContent();
    }
}
