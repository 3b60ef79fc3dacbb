using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Contracts.Calls;
using Santral.Queues.Data;
using Santral.Queues.Live;

namespace Santral.Queues.Features;

/// <summary>An agent takes or refuses the promise that rings at his desk; a supervisor takes back one that stands.</summary>
public static class TakeCallback
{
    public sealed record Response(CallId CallId);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var callbacks = routes.MapGroup("/queues/callbacks/{id}").WithTags("queues");
        callbacks.MapPost("/take", TakeAsync).RequirePermission(QueuesPermissions.TakeCalls).WithName("TakeCallback").WithSummary("Calls back: the own phone first, then the number.");
        callbacks.MapPost("/reject", Reject).RequirePermission(QueuesPermissions.TakeCalls).WithName("RejectCallback").WithSummary("Leaves it to another agent.");
        callbacks.MapDelete("", CancelAsync).RequirePermission(QueuesPermissions.Agents).WithName("CancelCallback").WithSummary("Takes a promise back.");
    }

    internal static async Task<Ok<Response>> TakeAsync(CallId id, ServeCallbacks callbacks, IDialOut dial, ICurrentUser user, CancellationToken stop)
        => TypedResults.Ok(new Response(await callbacks.TakeAsync(user.IdOrRefuse(), id, dial, stop)));

    internal static NoContent Reject(CallId id, ServeCallbacks callbacks, ICurrentUser user)
        => callbacks.Reject(user.IdOrRefuse(), id) ? TypedResults.NoContent() : throw new Refusal("queues.callback_gone");

    internal static async Task<NoContent> CancelAsync(CallId id, ServeCallbacks callbacks, TeamSight sight, QueuesDb db, CancellationToken stop)
    {
        var callback = callbacks.Waiting.FirstOrDefault(c => c.Id == id && sight.Teams.Any(t => t.Id == c.Team.Id)) ?? throw new Refusal("queues.callback_gone");
        db.WriteAct("Callback", id.Value, "cancelled", new { team = callback.Team.Code });
        await db.SaveChangesAsync(stop);
        return await callbacks.CancelAsync(id) ? TypedResults.NoContent() : throw new Refusal("queues.callback_gone");
    }
}
