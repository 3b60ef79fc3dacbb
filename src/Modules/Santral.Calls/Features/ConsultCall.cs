using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Calls.Domain;
using Santral.Calls.Live;
using Santral.Contracts.Calls;
using Santral.Contracts.Identity;

namespace Santral.Calls.Features;

/// <summary>An agent asks a colleague while the caller waits, and hands the caller over, changes between them, or lets all three speak (I-12, I-23).</summary>
public static class ConsultCall
{
    /// <param name="Agent">A colleague; or</param>
    /// <param name="Number">a number outside, as it was typed.</param>
    public sealed record Request(UserId? Agent, [property: MaxLength(CallLimits.CalledNumber)] string? Number = null);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/calls/{id}/consult", HandleAsync)
            .RequirePermission(CallsPermissions.Take)
            .WithName("ConsultAgent")
            .WithTags("calls")
            .WithSummary("Rings a colleague or a number; the caller hears music.");
        One(routes, "complete", "CompleteConsult", "Hands the caller over to the asked colleague.", (line, agent) => line.CompleteConsultByAsync(agent));
        One(routes, "swap", "SwapConsult", "Changes between the colleague and the caller.", (line, agent) => line.SwapConsultByAsync(agent));
        One(routes, "join", "JoinConsult", "Lets all three speak.", (line, agent) => line.JoinConsultByAsync(agent));
        One(routes, "end", "EndConsult", "Goes back to the caller; the colleague is free.", (line, agent) => line.EndConsultByAsync(agent));
    }

    internal static async Task<NoContent> HandleAsync(
        CallId id, Request request, LiveCalls calls, TransferTargets targets, IDialOut dial, IOrganisation organisation, ICurrentUser user, CancellationToken stop)
    {
        var agent = user.IdOrRefuse();
        var line = calls.FindOrRefuse(id);
        if (request is { Agent: { } to, Number: null or "" })
        {
            await line.ConsultByAsync(agent, targets.TeamOfOrRefuse(to, agent, line.Unit), to);
        }
        else if (request is { Agent: null, Number: { Length: > 0 } typed })
        {
            var number = OutsideNumber.ReadOrRefuse(typed, line.Unit, organisation);
            await dial.CheckOrRefuseAsync(agent, number, OutboundWay.Transfer, stop);
            await line.ConsultOutByAsync(agent, number);
        }
        else
        {
            throw new Refusal("calls.target_needed", RefusalKind.Invalid);
        }

        return TypedResults.NoContent();
    }

    private static void One(IEndpointRouteBuilder routes, string command, string name, string summary, Func<CallLine, UserId, Task> act)
        => routes.MapPost($"/calls/{{id}}/consult/{command}", (CallId id, LiveCalls calls, ICurrentUser user) => SteerCall.HandleAsync(id, calls, user, act, harmlessWhenOver: false))
            .RequirePermission(CallsPermissions.Take)
            .WithName(name)
            .WithTags("calls")
            .WithSummary(summary);
}
