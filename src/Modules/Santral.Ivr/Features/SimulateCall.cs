using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Ivr.Data;
using Santral.Ivr.Flows.Simulation;

namespace Santral.Ivr.Features;

/// <summary>Walks through a flow, drawn or published, as any caller at any hour, without a phone.</summary>
public static class SimulateCall
{
    /// <summary>More steps than any caller has patience for.</summary>
    private const int LongestScript = 200;

    /// <param name="Version">A published revision; null for the draft, or what is published where there is none.</param>
    /// <param name="Open">Whether every team is open.</param>
    /// <param name="Script">What the caller did so far: a key each, `silence`, `hangUp`; in a queue `served`, `timedOut` or `noAgents`.</param>
    public sealed record Request(int? Version, SimulatedCaller Caller, bool Open, [property: RegularExpression("tr|sv|en")] string Language, [property: MaxLength(LongestScript)] IReadOnlyList<string> Script);

    /// <param name="Version">The revision that was walked; null: the draft.</param>
    /// <param name="Pair">What the corporate caller has to key.</param>
    public sealed record Response(int? Version, SimulatedWalk Walk, KeyPair? Pair);

    public sealed record KeyPair(string Number, string Password);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/ivr/flows/{code}/simulate", HandleAsync)
        .RequirePermission(IvrPermissions.Read).WithName("SimulateCall").WithTags("ivr").WithSummary("Walks through a flow without a phone; changes nothing.");

    internal static async Task<Ok<Response>> HandleAsync([StringLength(60)] string code, Request body, FlowDesk desk, SimulatedCall call, CancellationToken stop)
    {
        var newest = await desk.NewestAsync(code, stop);
        var draft = body.Version is null ? await desk.DraftAsync(code, stop) : null;
        var revision = body.Version is { } wanted ? await desk.RevisionAsync(code, wanted, stop) : newest;
        var flow = FlowDesk.ReadOrRefuse(draft?.Document ?? revision.Document);
        return TypedResults.Ok(new Response(
            draft is null ? revision.Revision : null,
            await call.WalkAsync(flow, body.Caller, body.Open, body.Language, body.Script),
            body.Caller == SimulatedCaller.Corporate ? new KeyPair(SimulatedModules.Number, SimulatedModules.Password) : null));
    }
}
