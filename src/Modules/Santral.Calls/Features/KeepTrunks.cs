using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Calls.Data;
using Santral.Calls.Domain;
using Santral.Calls.Live.Outside;

namespace Santral.Calls.Features;

/// <summary>Trunks: which there are and how each goes, setting them up, pausing and removing them. The telephone follows at once.</summary>
public static class KeepTrunks
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var trunks = routes.MapGroup("/calls/trunks").RequirePermission(CallsPermissions.Settings).WithTags("calls");
        trunks.MapGet("", ListAsync).WithName("ListTrunks").WithSummary("Every trunk in the order of fail-over, with how it goes.");
        trunks.MapPost("", AddAsync).WithName("AddTrunk").WithSummary("Sets a trunk up.");
        trunks.MapPut("/{id}", ChangeAsync).WithName("ChangeTrunk").WithSummary("Changes a trunk; a password that is not sent stays. Calls over it go on.");
        trunks.MapPut("/{id}/pause", PauseAsync).WithName("PauseTrunk").WithSummary("Takes no calls from it and sends none over it until it goes on.");
        trunks.MapDelete("/{id}/pause", GoOnAsync).WithName("ResumeTrunk").WithSummary("Uses the trunk again.");
        trunks.MapDelete("/{id}", RemoveAsync).WithName("RemoveTrunk").WithSummary("Removes a trunk; calls over it go on.");
    }

    internal static async Task<Ok<IReadOnlyList<TrunkCard>>> ListAsync(CallsDb db, TrunkBook book, CancellationToken stop)
    {
        var trunks = await db.Trunks.AsNoTracking().OrderBy(t => t.Order).ThenBy(t => t.Name).ToListAsync(stop);
        return TypedResults.Ok<IReadOnlyList<TrunkCard>>(trunks.ConvertAll(t => CardOf(t, book)));
    }

    internal static async Task<Created<TrunkCard>> AddAsync(
        TrunkRequest body, CallsDb db, TrunkBook book, TrunkSecrets secrets, TimeProvider clock, CancellationToken stop)
    {
        var trunk = Trunk.SetUp(Id.New<TrunkId>(clock), body.PlanOrRefuse(null, secrets));
        db.Trunks.Add(trunk);
        return TypedResults.Created($"/api/calls/trunks/{trunk.Id}", await SaveAsync(trunk, db, book, stop));
    }

    internal static async Task<Results<Ok<TrunkCard>, ProblemHttpResult>> ChangeAsync(
        TrunkId id, TrunkRequest body, CallsDb db, TrunkBook book, TrunkSecrets secrets, ITexts texts, ICurrentUser user, CancellationToken stop)
    {
        var trunk = await FindAsync(db, id, stop);
        if (trunk.Version != body.Version)
        {
            return StaleSave.Problem(texts, user, CardOf(trunk, book));
        }

        trunk.Change(body.PlanOrRefuse(trunk, secrets));
        return TypedResults.Ok(await SaveAsync(trunk, db, book, stop));
    }

    internal static async Task<Ok<TrunkCard>> PauseAsync(TrunkId id, CallsDb db, TrunkBook book, CancellationToken stop)
    {
        var trunk = await FindAsync(db, id, stop);
        trunk.Pause();
        return TypedResults.Ok(await SaveAsync(trunk, db, book, stop));
    }

    internal static async Task<Ok<TrunkCard>> GoOnAsync(TrunkId id, CallsDb db, TrunkBook book, CancellationToken stop)
    {
        var trunk = await FindAsync(db, id, stop);
        trunk.GoOn();
        return TypedResults.Ok(await SaveAsync(trunk, db, book, stop));
    }

    internal static async Task<NoContent> RemoveAsync(TrunkId id, CallsDb db, TrunkBook book, CancellationToken stop)
    {
        db.Trunks.Remove(await FindAsync(db, id, stop));
        await db.SaveChangesAsync(stop);
        book.Ring();
        return TypedResults.NoContent();
    }

    private static async Task<Trunk> FindAsync(CallsDb db, TrunkId id, CancellationToken stop)
        => await db.Trunks.SingleOrDefaultAsync(t => t.Id == id, stop) ?? throw new Refusal("calls.trunk_unknown", RefusalKind.Unknown);

    private static async Task<TrunkCard> SaveAsync(Trunk trunk, CallsDb db, TrunkBook book, CancellationToken stop)
    {
        if (await db.Trunks.AsNoTracking().AnyAsync(t => t.Name == trunk.Name && t.Id != trunk.Id, stop))
        {
            throw new Refusal("calls.trunk_twice", RefusalKind.State, ("name", trunk.Name));
        }

        await db.SaveChangesAsync(stop);
        book.Ring();
        return CardOf(trunk, book);
    }

    /// <summary>With how it went until the change, where it ran before; the list tells how it goes on.</summary>
    private static TrunkCard CardOf(Trunk trunk, TrunkBook book) => TrunkCard.Of(trunk, book.Lines.FirstOrDefault(l => l.Trunk.Id == trunk.Id && l.Trunk.IsPaused == trunk.IsPaused));
}
