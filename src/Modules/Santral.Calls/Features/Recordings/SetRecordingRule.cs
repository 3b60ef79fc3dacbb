using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Calls.Data;
using Santral.Calls.Domain;
using Santral.Calls.Live.Recordings;
using Santral.Contracts.Calls;
using Santral.Contracts.Queues;

namespace Santral.Calls.Features.Recordings;

/// <summary>For each team: whether its conversations are recorded, how long they are kept, and whether its people see that somebody listens.</summary>
public static class SetRecordingRule
{
    /// <param name="Version">0 for a team that has no rule of its own yet.</param>
    public sealed record Request(
        int Version,
        [property: EnumDataType(typeof(RecordingPolicy))] RecordingPolicy Policy,
        [property: Range(1, RecordingRule.MostDays)] int KeepDays,
        bool ShowsListening);

    public sealed record Response(TeamId TeamId, string Code, Names Names, string Unit, RecordingPolicy Policy, int KeepDays, bool ShowsListening, int Version);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var rules = routes.MapGroup("/calls/recording-rules").RequirePermission(CallsPermissions.Settings).WithTags("calls");
        rules.MapGet("", ListAsync).WithName("ListRecordingRules").WithSummary("How each team's conversations are recorded.");
        rules.MapPut("/{team}", HandleAsync).WithName("SetRecordingRule").WithSummary("Changes how a team's conversations are recorded.");
    }

    internal static async Task<Ok<IReadOnlyList<Response>>> ListAsync(CallsDb db, IKnowTeams teams, CancellationToken stop)
    {
        var rules = await db.RecordingRules.AsNoTracking().ToDictionaryAsync(r => r.Team, stop);
        return TypedResults.Ok<IReadOnlyList<Response>>([.. teams.All.Select(t => ResponseOf(t, rules.GetValueOrDefault(t.Id) ?? new RecordingRule(t.Id)))]);
    }

    internal static async Task<Ok<Response>> HandleAsync(TeamId team, Request request, CallsDb db, RecordingBook book, IKnowTeams teams, CancellationToken stop)
    {
        var known = teams.Find(team) ?? throw new Refusal("calls.team_unknown", RefusalKind.Unknown);
        var rule = await db.RecordingRules.SingleOrDefaultAsync(r => r.Team == team, stop);
        if (rule is null)
        {
            rule = new RecordingRule(team);
            db.RecordingRules.Add(rule);
        }
        else
        {
            db.Entry(rule).Property(r => r.Version).OriginalValue = request.Version;
        }

        rule.Set(request.Policy, request.KeepDays, request.ShowsListening);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException) when (request.Version == 0)
        {
            // Two people gave the team its first rule at the same moment.
            throw new Refusal("record.changed_meanwhile", RefusalKind.Stale);
        }

        await book.LoadAsync(db, stop);
        return TypedResults.Ok(ResponseOf(known, rule));
    }

    private static Response ResponseOf(TeamSummary team, RecordingRule rule)
        => new(team.Id, team.Code, team.Names, team.Unit, rule.Policy, rule.KeepDays, rule.ShowsListening, rule.Version);
}
