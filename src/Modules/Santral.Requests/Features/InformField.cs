using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Requests.Data;
using Santral.Requests.Domain;

namespace Santral.Requests.Features;

/// <summary>
/// Advanced Support needs somebody on site: the field team gets a task of its own, a part of the customer's matter and linked to the call it came from,
/// and every one of it is told (I-26). The same call and matter make one task, however often it is asked for.
/// </summary>
public static class InformField
{
    /// <summary>Code of the team that goes on site, of the business unit: `field_service`.</summary>
    public const string FieldTeam = "field_service";

    /// <param name="CallId">The call it came up in.</param>
    /// <param name="Work">What is to be done on site.</param>
    public sealed record Request(
        CallId? CallId,
        [property: Required, StringLength(Domain.Request.LongestText, MinimumLength = 1)] string Work,
        [property: StringLength(RequestSections.LongestPlace)] string? Place,
        DateOnly? WantedOn);

    public sealed record Response(RequestId Id, string Number, bool IsNew);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/requests/{id}/field-task", HandleAsync)
        .RequirePermission(RequestsPermissions.Write)
        .WithName("InformField")
        .WithTags("requests")
        .WithSummary("Gives the field team a task that is a part of the request.");

    internal static async Task<Ok<Response>> HandleAsync(
        RequestId id, Request body, ReadRequest read, RequestsDb db, FindCall calls, StageCatalog stages, NameDefinitions definitions, IOrganisation organisation,
        IFindCustomer customers, IKnowTeams teams, IKnowPeople people, ICurrentUser user, TimeProvider clock, CancellationToken stop)
    {
        var matter = await read.LoadAsync(id, stop);
        matter.RefuseMerged();
        var work = Typed.Lines(body.Work) is { Length: > 0 } written ? written : throw new Refusal("requests.field_work_needed", RefusalKind.Invalid);
        var team = teams.FindByCode(FieldTeam) is { } field && field.Unit == matter.Unit ? field : throw new Refusal("requests.field_team_missing");
        if (body.CallId is { } named)
        {
            await calls.OrRefuseAsync(named, stop);
        }

        if (await TaskOfAsync(db, id, team.Id, body.CallId, stop) is { } known)
        {
            return TypedResults.Ok(known);
        }

        var now = clock.GetUtcNow();
        var unit = organisation.Find(matter.Unit)!;
        var customer = await customers.OrRefuseAsync(matter.CustomerId, stop);
        var task = Domain.Request.Open(
            Id.New<RequestId>(clock),
            new Opening(unit.Code, unit.RequestSeries, body.CallId, customer?.Id, customer?.Name, body.CallId is null ? null : Channel.Phone, matter.PriorityId ?? definitions.DefaultPriority(unit.Code), null) { TeamId = team.Id },
            stages.Of(unit.Code), user.Id, now);
        task.BecomeFieldTask(matter, customer?.Name, new RequestSections("", work, Typed.Line(body.Place) ?? matter.Place, body.WantedOn), stages.Of(unit.Code), user.Id, now);
        await db.InTransactionAsync(
            async () =>
            {
                db.Requests.Add(task);
                if (body.CallId is { } about)
                {
                    db.LinkedCalls.Add(LinkedCall.Link(task, about, user.Id, now));
                }

                await db.SaveChangesAsync(stop);
                task.TellFieldTeam([.. people.All.Where(p => p.IsActive && teams.Of(p.Id).Any(t => t.Id == team.Id)).Select(p => p.Id)], user.Id, now);
                matter.TellFamily();
                await db.SaveChangesAsync(stop);
            },
            stop);
        return TypedResults.Ok(new Response(task.Id, task.Number!, IsNew: true));
    }

    private static async Task<Response?> TaskOfAsync(RequestsDb db, RequestId matter, TeamId team, CallId? call, CancellationToken stop)
    {
        if (call is not { } about)
        {
            return null;
        }

        return await db.Requests.AsNoTracking()
            .Where(r => r.ParentId == matter && r.TeamId == team && db.LinkedCalls.Any(l => l.RequestId == r.Id && l.CallId == about))
            .Select(r => new Response(r.Id, r.Number!, false))
            .FirstOrDefaultAsync(stop);
    }
}
