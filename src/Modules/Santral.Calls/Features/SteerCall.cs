using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Calls.Live;
using Santral.Contracts.Calls;

namespace Santral.Calls.Features;

/// <summary>What an agent does with the call that rings at him or in which he speaks. The same command twice is harmless.</summary>
public static class SteerCall
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        One(routes, "answer", "AnswerCall", "Takes the offered call: two-way audio.", (line, agent) => line.AnswerByAsync(agent));
        One(routes, "hold", "HoldCall", "Music for the caller, silence for the agent.", (line, agent) => line.HoldByAsync(agent));
        One(routes, "resume", "ResumeCall", "Speaks again after a hold.", (line, agent) => line.ResumeByAsync(agent));
        One(routes, "mute", "MuteCall", "The caller does not hear the agent.", (line, agent) => line.MuteByAsync(agent, on: true));
        One(routes, "unmute", "UnmuteCall", "The caller hears the agent again.", (line, agent) => line.MuteByAsync(agent, on: false));
        One(routes, "verify", "VerifyCaller", "Sends the caller into the verification menu; the agent waits.", (line, agent) => line.VerifyByAsync(agent));
        One(routes, "take-back", "TakeCallerBack", "Takes the caller out of the verification menu.", (line, agent) => line.TakeBackByAsync(agent));
        One(routes, "recording/start", "StartRecording", "Tells caller and agent that the call is recorded, then records it.", (line, agent) => line.RecordByAsync(agent));
        One(routes, "recording/pause", "PauseRecording", "Writes silence into the recording.", (line, agent) => line.PauseRecordingByAsync(agent, on: true));
        One(routes, "recording/resume", "ResumeRecording", "Goes on recording after a pause.", (line, agent) => line.PauseRecordingByAsync(agent, on: false));
        One(routes, "reject", "RejectCall", "Lets the offered call go to the next agent.", (line, agent) => line.RejectByAsync(agent), harmlessWhenOver: true);
        One(routes, "hang-up", "HangUpCall", "Ends the call.", (line, agent) => line.HangUpByAsync(agent), harmlessWhenOver: true);
    }

    private static void One(
        IEndpointRouteBuilder routes, string command, string name, string summary, Func<CallLine, UserId, Task> act, bool harmlessWhenOver = false)
        => routes.MapPost($"/calls/{{id}}/{command}", (CallId id, LiveCalls calls, ICurrentUser user) => HandleAsync(id, calls, user, act, harmlessWhenOver))
            .RequirePermission(CallsPermissions.Take)
            .WithName(name)
            .WithTags("calls")
            .WithSummary(summary);

    internal static async Task<NoContent> HandleAsync(
        CallId id, LiveCalls calls, ICurrentUser user, Func<CallLine, UserId, Task> act, bool harmlessWhenOver)
    {
        var agent = user.IdOrRefuse();
        try
        {
            await act(calls.FindOrRefuse(id), agent);
        }
        catch (Refusal refusal) when (harmlessWhenOver && refusal.Code == CallLine.OverCode)
        {
            // It is over: what was asked for is so.
        }

        return TypedResults.NoContent();
    }
}
