using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Contracts.Queues;
using Santral.Ivr.Data;
using Santral.Ivr.Domain;
using Santral.Ivr.Flows;
using Santral.Ivr.Verbs;

namespace Santral.Ivr.Features;

/// <summary>
/// A new flow, and the numbers that lead to a flow. A new one holds at once: its callers go to the team's queue until somebody draws more. Numbers hold at once too, as a
/// version of their own, because a number that rings nowhere costs callers; no drawing and no older version brings one back that is another flow's by now.
/// </summary>
public static partial class CreateFlow
{
    private const string OnlyBlock = "queue";

    /// <param name="Code">Stable: `billing_line`.</param>
    /// <param name="Team">Whose queue takes its callers.</param>
    public sealed record Request(
        [property: Required, StringLength(60)] string Code, [property: Required] Names Names, [property: Required, StringLength(60)] string Unit, [property: Required, StringLength(60)] string Team,
        [property: Required, MaxLength(FlowNumbersMost)] IReadOnlyList<string> Numbers);

    /// <param name="Published">The version that holds now, as the person saw it.</param>
    public sealed record NumbersRequest([property: Range(1, int.MaxValue)] int Published, [property: Required, MaxLength(FlowNumbersMost)] IReadOnlyList<string> Numbers);

    private const int FlowNumbersMost = FlowNumbers.Most;
    private const int LongestName = 60;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/ivr/flows", HandleAsync)
            .RequirePermission(IvrPermissions.Edit).WithName("CreateFlow").WithTags("ivr").WithSummary("Creates a flow; its callers go to the team's queue until more is drawn.");
        routes.MapPut("/ivr/flows/{code}/numbers", NumbersAsync)
            .RequirePermission(IvrPermissions.Edit).WithName("SetFlowNumbers").WithTags("ivr").WithSummary("Changes which numbers lead to a flow; the next call meets it.");
    }

    internal static async Task<Created<FlowView>> HandleAsync(
        Request body, IvrDb db, FlowDesk desk, ViewFlow view, FlowLibrary library, IKnowTeams teams, IOrganisation organisation, ICurrentUser user, TimeProvider clock, CancellationToken stop)
    {
        if (!Code().IsMatch(body.Code))
        {
            throw new Refusal("ivr.code_wrong", RefusalKind.Invalid, ("code", body.Code));
        }

        if (new[] { body.Names.Tr, body.Names.Sv, body.Names.En }.Any(n => string.IsNullOrWhiteSpace(n) || n.Length > LongestName))
        {
            throw new Refusal("ivr.names_needed", RefusalKind.Invalid);
        }

        var unit = organisation.Find(body.Unit) ?? throw new Refusal("ivr.unit_unknown", RefusalKind.Invalid);
        if (teams.FindByCode(body.Team) is not { } team || team.Unit != unit.Code)
        {
            throw new Refusal("ivr.team_not_of_unit", RefusalKind.Invalid);
        }

        if (await db.Flows.AnyAsync(f => f.Code == body.Code, stop))
        {
            throw new Refusal("ivr.code_taken", RefusalKind.State, ("code", body.Code));
        }

        var numbers = FlowNumbers.ReadOrRefuse(body.Numbers, unit.Region, body.Code, library);
        var flow = new Flow(body.Code, body.Names, unit.Code, numbers, team.Code, OnlyBlock, new Dictionary<string, Verb> { [OnlyBlock] = new Queue(team.Code) { Title = team.Names } });
        desk.RefuseErrors(flow);
        db.Flows.Add(FlowRevision.Publish(Id.New<FlowId>(clock), flow, 1, null, user.Id, clock.GetUtcNow()));
        await db.SaveChangesAsync(stop);
        await library.LoadAsync(db, stop);
        return TypedResults.Created($"/api/ivr/flows/{flow.Code}", await view.OfAsync(flow.Code, stop));
    }

    internal static async Task<Results<Ok<FlowView>, ProblemHttpResult>> NumbersAsync(
        [StringLength(60)] string code, NumbersRequest body, IvrDb db, FlowDesk desk, ViewFlow view, FlowLibrary library, IOrganisation organisation, ITexts texts, ICurrentUser user,
        TimeProvider clock, CancellationToken stop)
    {
        var newest = await desk.NewestAsync(code, stop);
        if (newest.Revision != body.Published)
        {
            return StaleSave.Problem(texts, user, await view.OfAsync(code, stop));
        }

        var flow = FlowDesk.ReadOrRefuse(newest.Document);
        var numbers = FlowNumbers.ReadOrRefuse(body.Numbers, organisation.Find(flow.Unit)?.Region ?? "", code, library);
        db.Flows.Add(FlowRevision.Publish(Id.New<FlowId>(clock), flow with { Numbers = numbers }, newest.Revision + 1, string.Join(", ", numbers), user.Id, clock.GetUtcNow()));
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return StaleSave.Problem(texts, user, await view.OfAsync(code, stop));
        }

        await library.LoadAsync(db, stop);
        return TypedResults.Ok(await view.OfAsync(code, stop));
    }

    [GeneratedRegex("^[a-z][a-z0-9_]{1,59}$")]
    private static partial Regex Code();
}
