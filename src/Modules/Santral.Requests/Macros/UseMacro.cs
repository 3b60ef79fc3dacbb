using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Requests.Data;
using Santral.Requests.Features;

namespace Santral.Requests.Macros;

/// <summary>Using a macro: on one request, or on many with a result for each. All steps of one request are stored together or none.</summary>
public static class UseMacro
{
    public sealed record Request(int Version);

    public sealed record ManyRequest([property: Required, MinLength(1), MaxLength(ChangeMany.Most)] IReadOnlyList<RequestId> Ids);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/requests/{id}/macros/{macroId}", OnOneAsync)
            .RequirePermission(RequestsPermissions.Write).WithName("UseMacro").WithTags("requests")
            .WithSummary("Makes all steps of a macro on a request; one that is refused cancels all.");
        routes.MapPost("/macros/{macroId}/uses", OnManyAsync)
            .RequirePermission(RequestsPermissions.Write).WithName("UseMacroOnMany").WithTags("requests")
            .WithSummary("Makes a macro on many requests and tells of each whether it was done.");
    }

    internal static async Task<Results<Ok<RequestCard>, ProblemHttpResult>> OnOneAsync(
        RequestId id, MacroId macroId, Request body, RequestsDb db, ReadRequest read, MakeSteps make, ITexts texts, ICurrentUser user, TimeProvider clock, CancellationToken stop)
    {
        var macro = await LoadAsync(db, macroId, user, stop);
        Results<Ok<RequestCard>, ProblemHttpResult> answer = null!;
        await db.InTransactionAsync(
            async () =>
            {
                answer = await read.ChangeAsync(id, body.Version, db, texts, user, request => make.OnAsync(request, macro, stop), stop);
                // A note alone is no change of the request, but it moves it up in lists.
                if (answer.Result is Ok<RequestCard>)
                {
                    await db.TouchAsync(id, clock.GetUtcNow(), stop);
                }
            },
            stop);
        return answer;
    }

    internal static async Task<Ok<List<ChangeMany.Row>>> OnManyAsync(
        MacroId macroId, ManyRequest body, RequestsDb db, ReadRequest read, MakeSteps make, ITexts texts, ICurrentUser user, TimeProvider clock, CancellationToken stop)
    {
        var macro = await LoadAsync(db, macroId, user, stop);
        List<ChangeMany.Row> rows = [];
        foreach (var id in body.Ids.Distinct())
        {
            string? number = null;
            try
            {
                var request = await read.LoadAsync(id, stop);
                number = request.Number;
                await make.OnAsync(request, macro, stop);
                await db.InTransactionAsync(
                    async () =>
                    {
                        await db.SaveChangesAsync(stop);
                        await db.TouchAsync(id, clock.GetUtcNow(), stop);
                    },
                    stop);
                rows.Add(new ChangeMany.Row(id, number, null, null));
            }
            catch (Refusal refusal)
            {
                rows.Add(new ChangeMany.Row(id, number, refusal.Code, texts.Get(user.Language, $"refusal.{refusal.Code}", refusal.Args)));
            }
            catch (DbUpdateException)
            {
                rows.Add(new ChangeMany.Row(id, number, StaleSave.Code, texts.Get(user.Language, $"refusal.{StaleSave.Code}")));
            }
            finally
            {
                db.ChangeTracker.Clear();
            }
        }

        return TypedResults.Ok(rows);
    }

    private static async Task<Macro> LoadAsync(RequestsDb db, MacroId id, ICurrentUser user, CancellationToken stop)
    {
        var me = user.IdOrRefuse();
        var macro = await db.Macros.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id && m.IsActive, stop);
        return macro is not null && macro.IsFor(me) ? macro : throw new Refusal("requests.macro_unknown", RefusalKind.Unknown);
    }
}
