using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Clocks.Data;
using Santral.Clocks.Domain;

namespace Santral.Clocks.Features;

/// <summary>A supervisor keeps the targets: by category, team, priority and unit (W-D03, P-13).</summary>
public static class KeepTargets
{
    /// <param name="Version">0 for a new one.</param>
    /// <param name="Unit">Null fits every unit; so do the other three.</param>
    /// <param name="ResponseMinutes">Working minutes; null leaves it to the next exact target.</param>
    public sealed record Request(
        int Version, string? Unit, TeamId? TeamId, DefinitionId? PriorityId, DefinitionId? CategoryId, int? ResponseMinutes, int? ResolutionMinutes);

    public sealed record Card(
        TargetId Id, string? Unit, TeamId? TeamId, DefinitionId? PriorityId, DefinitionId? CategoryId, int? ResponseMinutes, int? ResolutionMinutes, int Version);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var targets = routes.MapGroup("/clocks/targets").RequirePermission(ClocksPermissions.Settings).WithTags("clocks");
        targets.MapGet("", ListAsync).WithName("ListTargets").WithSummary("All targets.");
        targets.MapPost("", AddAsync).WithName("AddTarget").WithSummary("Sets a target; due times of open requests follow.");
        targets.MapPut("/{id}", ChangeAsync).WithName("ChangeTarget").WithSummary("Changes a target; due times of open requests follow.");
        targets.MapDelete("/{id}", RemoveAsync).WithName("RemoveTarget").WithSummary("Removes a target; the next exact one holds.");
    }

    internal static async Task<Ok<IReadOnlyList<Card>>> ListAsync(ClocksDb db, CancellationToken stop)
    {
        var targets = await db.Targets.AsNoTracking().OrderBy(t => t.Key).ToListAsync(stop);
        return TypedResults.Ok<IReadOnlyList<Card>>([.. targets.Select(CardOf)]);
    }

    internal static async Task<Created<Card>> AddAsync(Request body, ScopeCheck check, ClocksDb db, ChangeClocks change, TimeProvider clock, CancellationToken stop)
    {
        var scope = check.OrRefuse(body);
        var target = Target.Set(Id.New<TargetId>(clock), scope, body.ResponseMinutes, body.ResolutionMinutes, clock.GetUtcNow());
        await SaveAsync(db, change, target, () => db.Targets.Add(target), stop);
        return TypedResults.Created($"/api/clocks/targets/{target.Id}", CardOf(target));
    }

    internal static async Task<Results<Ok<Card>, ProblemHttpResult>> ChangeAsync(
        TargetId id, Request body, ScopeCheck check, ClocksDb db, ChangeClocks change, ITexts texts, ICurrentUser user, TimeProvider clock, CancellationToken stop)
    {
        var scope = check.OrRefuse(body);
        var target = await FindAsync(db, id, stop);
        if (target.Version != body.Version)
        {
            return StaleSave.Problem(texts, user, CardOf(target));
        }

        await SaveAsync(db, change, target, () => target.Change(scope, body.ResponseMinutes, body.ResolutionMinutes, clock.GetUtcNow()), stop);
        return TypedResults.Ok(CardOf(target));
    }

    internal static async Task<NoContent> RemoveAsync(TargetId id, int version, ClocksDb db, ChangeClocks change, TimeProvider clock, CancellationToken stop)
    {
        var target = await FindAsync(db, id, stop);
        db.Entry(target).Property(t => t.Version).OriginalValue = version;
        target.End(clock.GetUtcNow());
        await change.SaveAsync(
            () =>
            {
                db.Targets.Remove(target);
                return Task.CompletedTask;
            },
            stop);
        return TypedResults.NoContent();
    }

    /// <summary>Two targets for the same would leave the winner to chance: looked at before, and by the index when two come at once.</summary>
    private static async Task SaveAsync(ClocksDb db, ChangeClocks change, Target target, Action set, CancellationToken stop)
    {
        try
        {
            await change.SaveAsync(
                async () =>
                {
                    set();
                    if (await db.Targets.AsNoTracking().AnyAsync(t => t.Key == target.Key && t.Id != target.Id, stop))
                    {
                        throw Twice();
                    }
                },
                stop);
        }
        catch (DbUpdateException)
        {
            throw await db.Targets.AsNoTracking().AnyAsync(t => t.Key == target.Key && t.Id != target.Id, stop) ? Twice() : new Refusal("clocks.not_saved", RefusalKind.Unavailable);
        }
    }

    private static Refusal Twice() => new("clocks.target_twice", RefusalKind.State);

    private static async Task<Target> FindAsync(ClocksDb db, TargetId id, CancellationToken stop)
        => await db.Targets.SingleOrDefaultAsync(t => t.Id == id, stop) ?? throw new Refusal("clocks.target_unknown", RefusalKind.Unknown);

    private static Card CardOf(Target target) => new(
        target.Id, target.Unit, target.TeamId, target.PriorityId, target.CategoryId, target.ResponseMinutes, target.ResolutionMinutes, target.Version);
}

/// <summary>What a target names must exist, and in the unit it names.</summary>
internal sealed class ScopeCheck(IOrganisation organisation, IKnowTeams teams, IKnowDefinitions definitions)
{
    public TargetScope OrRefuse(KeepTargets.Request body) => OrRefuse(body.Unit, body.TeamId, body.PriorityId, body.CategoryId);

    public TargetScope OrRefuse(string? unit, TeamId? team, DefinitionId? priority, DefinitionId? category)
    {
        if (unit is not null && organisation.Find(unit) is null)
        {
            throw new Refusal("clocks.unit_unknown", RefusalKind.Invalid, ("unit", unit));
        }

        if (team is { } id && teams.Find(id) is not { } found)
        {
            throw new Refusal("clocks.team_unknown", RefusalKind.Invalid);
        }

        if (priority is { } priorityId && definitions.Find(priorityId)?.Table != DefinitionTables.Priorities)
        {
            throw new Refusal("clocks.priority_unknown", RefusalKind.Invalid);
        }

        if (category is { } categoryId && definitions.Find(categoryId)?.Table != DefinitionTables.RequestCategories)
        {
            throw new Refusal("clocks.category_unknown", RefusalKind.Invalid);
        }

        return new TargetScope(unit, team, priority, category);
    }
}
