using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Calls;
using Santral.Contracts.Definitions;
using Santral.Contracts.Queues;
using Santral.Queues.Data;
using Santral.Queues.Domain;
using Santral.Queues.Live;

namespace Santral.Queues.Features;

/// <summary>After a call: more time, ready again, and what came of it.</summary>
public static class WriteUp
{
    private static readonly TimeSpan Extension = TimeSpan.FromSeconds(30);

    /// <summary>Wrap-up is no break: beyond this an agent sets himself away.</summary>
    private static readonly TimeSpan AtMost = TimeSpan.FromMinutes(15);

    /// <param name="Disposition">Where the team has no words of its own for it.</param>
    /// <param name="DispositionId">One of the team's; decides the outcome.</param>
    public sealed record DispositionRequest(
        CallId CallId, [property: EnumDataType(typeof(CallOutcome))] CallOutcome? Disposition = null, DefinitionId? DispositionId = null);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var wrapUp = routes.MapGroup("/desk/wrap-up").RequirePermission(QueuesPermissions.TakeCalls).WithTags("queues");
        wrapUp.MapPost("/finish", FinishAsync).WithName("FinishWrapUp").WithSummary("Ends the wrap-up; done twice it changes nothing.");
        wrapUp.MapPost("/extend", ExtendAsync).WithName("ExtendWrapUp").WithSummary("Adds 30 seconds to the wrap-up.");
        wrapUp.MapGet("/dispositions", ListAsync).WithName("ListDispositions").WithSummary("What an agent of a team may say came of a call.");
        wrapUp.MapPut("/disposition", DisposeAsync).WithName("ChooseDisposition").WithSummary("Says what came of an own call.");
    }

    internal static async Task<Ok<DeskPresence>> FinishAsync(QueueSet queues, DeskReader desks, ICurrentUser user)
    {
        var agent = user.IdOrRefuse();
        await queues.DoAsync(new QueueInput.WrapUpFinished(agent));
        return TypedResults.Ok(desks.Live(agent).Presence);
    }

    internal static async Task<Ok<DeskPresence>> ExtendAsync(
        QueueSet queues, QueuePictures pictures, DeskReader desks, ICurrentUser user)
    {
        var agent = user.IdOrRefuse();
        if (pictures.Of(agent) is not { Activity: AgentActivity.WrapUp } picture)
        {
            throw new Refusal("queues.not_in_wrap_up");
        }

        if (picture.WrapUpUntil + Extension > picture.ActivitySince + AtMost)
        {
            throw new Refusal("queues.wrap_up_too_long", RefusalKind.State, ("minutes", (int)AtMost.TotalMinutes));
        }

        await queues.DoAsync(new QueueInput.WrapUpExtended(agent, Extension));
        return TypedResults.Ok(desks.Live(agent).Presence);
    }

    internal static Ok<IReadOnlyList<DispositionChoice>> ListAsync(TeamId team, TeamDispositions dispositions) => TypedResults.Ok(dispositions.Of(team));

    internal static async Task<NoContent> DisposeAsync(
        DispositionRequest request, QueuesDb db, QueueLog log, TeamDispositions dispositions, IDecideTechnical technical, ICurrentUser user, CancellationToken stop)
    {
        // The conversation is written behind the caller's back: wait until it is there.
        await log.FlushAsync(stop);
        var agent = user.IdOrRefuse();
        var talk = await db.Talks.Where(t => t.CallId == request.CallId && t.Agent == agent)
            .OrderByDescending(t => t.AnsweredAt)
            .FirstOrDefaultAsync(stop)
            ?? throw new Refusal("queues.talk_unknown", RefusalKind.Unknown);
        var said = request.DispositionId is { } id ? dispositions.FindOrRefuse(talk.TeamId, id) : null;
        var outcome = said?.Outcome ?? request.Disposition ?? throw new Refusal("queues.disposition_unknown", RefusalKind.Invalid);
        if (outcome == CallOutcome.Resolved && !technical.MayResolve(agent, request.CallId))
        {
            throw new Refusal("queues.goes_to_advanced");
        }

        (talk.Disposition, talk.DispositionId) = (outcome, said?.Id);
        await db.SaveChangesAsync(stop);
        return TypedResults.NoContent();
    }
}
