using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Calls.Domain;
using Santral.Calls.Live;
using Santral.Contracts.Calls;

namespace Santral.Calls.Features;

/// <summary>An agent asks a colleague while the caller waits, and hands the caller over, changes between them, or lets all three speak (I-12, I-23).</summary>
public static class ConsultCall
{
    public sealed record Request(UserId Agent);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/calls/{id}/consult", HandleAsync)
            .RequirePermission(CallsPermissions.Take)
            .WithName("ConsultAgent")
            .WithTags("calls")
            .WithSummary("Rings a colleague; the caller hears music.");
        One(routes, "complete", "CompleteConsult", "Hands the caller over to the asked colleague.", (line, agent) => line.CompleteConsultByAsync(agent));
        One(routes, "swap", "SwapConsult", "Changes between the colleague and the caller.", (line, agent) => line.SwapConsultByAsync(agent));
        One(routes, "join", "JoinConsult", "Lets all three speak.", (line, agent) => line.JoinConsultByAsync(agent));
        One(routes, "end", "EndConsult", "Goes back to the caller; the colleague is free.", (line, agent) => line.EndConsultByAsync(agent));
    }

    internal static async Task<NoContent> HandleAsync(CallId id, Request request, LiveCalls calls, TransferTargets targets, ICurrentUser user)
    {
        var agent = user.IdOrRefuse();
        var line = calls.FindOrRefuse(id);
        await line.ConsultByAsync(agent, targets.TeamOfOrRefuse(request.Agent, agent, line.Unit), request.Agent);
        return TypedResults.NoContent();
    }

    private static void One(IEndpointRouteBuilder routes, string command, string name, string summary, Func<CallLine, UserId, Task> act)
        => routes.MapPost($"/calls/{{id}}/consult/{command}", (CallId id, LiveCalls calls, ICurrentUser user) => SteerCall.HandleAsync(id, calls, user, act, harmlessWhenOver: false))
            .RequirePermission(CallsPermissions.Take)
            .WithName(name)
            .WithTags("calls")
            .WithSummary(summary);
}
