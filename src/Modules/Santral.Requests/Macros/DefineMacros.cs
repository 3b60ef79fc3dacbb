using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Requests.Data;

namespace Santral.Requests.Macros;

/// <summary>Defining macros: one's own, or everybody's with the right to settings.</summary>
public static class DefineMacros
{
    private const int Most = 300;
    private const int MostOwn = 50;

    public sealed record MacroRequest(
        [property: Required] Names Names,
        [property: Required, MaxLength(Macro.MostSteps)] IReadOnlyList<MacroStep> Steps,
        bool IsShared = false,
        [property: StringLength(40)] string? Unit = null,
        MacroThen Then = MacroThen.Stay,
        [property: StringLength(10)] string? Key = null,
        [property: Range(0, 10000)] int Order = 100,
        bool IsActive = true,
        int Version = 0);

    public sealed record MacroRow(
        MacroId Id, Names Names, bool IsShared, string? Unit, IReadOnlyList<MacroStep> Steps, MacroThen Then, string? Key, int Order, bool IsActive, int Version);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var macros = routes.MapGroup("/macros").RequirePermission(RequestsPermissions.Write).WithTags("requests");
        macros.MapGet("", ListAsync).WithName("ListMacros").WithSummary("Everybody's macros and one's own, in order.");
        macros.MapPost("", CreateAsync).WithName("DefineMacro").WithSummary("Defines a macro of one's own or for everybody.");
        macros.MapPut("/{id}", ChangeAsync).WithName("ChangeMacro").WithSummary("Changes a macro.");
        macros.MapDelete("/{id}", DeleteAsync).WithName("DeleteMacro").WithSummary("Deletes a macro; what was done with it stays.");
    }

    internal static async Task<Ok<List<MacroRow>>> ListAsync(RequestsDb db, ICurrentUser user, CancellationToken stop)
    {
        var me = user.IdOrRefuse();
        var macros = await db.Macros.AsNoTracking().Where(m => m.OwnerId == null || m.OwnerId == me).ToListAsync(stop);
        return TypedResults.Ok(macros.OrderBy(m => m.Order).ThenBy(m => m.Id.Value).Select(Of).ToList());
    }

    internal static async Task<Created<MacroRow>> CreateAsync(MacroRequest body, RequestsDb db, CheckMacro check, ICurrentUser user, TimeProvider clock, CancellationToken stop)
    {
        var me = user.IdOrRefuse();
        RefuseSharing(user, body.IsShared);
        var plan = await check.ReadAsync(body, stop);
        if (await db.Macros.CountAsync(m => m.OwnerId == null, stop) >= Most || await db.Macros.CountAsync(m => m.OwnerId == me, stop) >= MostOwn)
        {
            throw new Refusal("requests.macros_full", RefusalKind.State, ("max", body.IsShared ? Most : MostOwn));
        }

        var macro = Macro.Define(Id.New<MacroId>(clock), body.IsShared ? null : me, plan);
        db.Macros.Add(macro);
        await db.SaveChangesAsync(stop);
        return TypedResults.Created($"/api/macros/{macro.Id}", Of(macro));
    }

    internal static async Task<Results<Ok<MacroRow>, ProblemHttpResult>> ChangeAsync(
        MacroId id, MacroRequest body, RequestsDb db, CheckMacro check, ITexts texts, ICurrentUser user, CancellationToken stop)
    {
        var macro = await LoadAsync(db, id, user, stop);
        var plan = await check.ReadAsync(body, stop);
        if (macro.Version != body.Version)
        {
            return StaleSave.Problem(texts, user, Of(macro));
        }

        macro.Change(plan);
        await db.SaveChangesAsync(stop);
        return TypedResults.Ok(Of(macro));
    }

    internal static async Task<NoContent> DeleteAsync(MacroId id, RequestsDb db, ICurrentUser user, CancellationToken stop)
    {
        db.Macros.Remove(await LoadAsync(db, id, user, stop));
        await db.SaveChangesAsync(stop);
        return TypedResults.NoContent();
    }

    private static MacroRow Of(Macro m) => new(m.Id, m.Names, m.OwnerId is null, m.Unit, m.Steps, m.Then, m.Key, m.Order, m.IsActive, m.Version);

    private static async Task<Macro> LoadAsync(RequestsDb db, MacroId id, ICurrentUser user, CancellationToken stop)
    {
        var me = user.IdOrRefuse();
        var macro = await db.Macros.SingleOrDefaultAsync(m => m.Id == id && (m.OwnerId == null || m.OwnerId == me), stop)
            ?? throw new Refusal("requests.macro_unknown", RefusalKind.Unknown);
        RefuseSharing(user, macro.OwnerId is null);
        return macro;
    }

    private static void RefuseSharing(ICurrentUser user, bool isShared)
    {
        if (isShared && !user.Has(RequestsPermissions.Settings))
        {
            throw new Refusal("requests.macro_sharing", RefusalKind.Forbidden);
        }
    }
}
