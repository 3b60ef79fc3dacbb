using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Requests.Data;

namespace Santral.Requests.Features;

/// <summary>Makes a request a part of a larger one, or of none; a circle is refused.</summary>
public static class SetParent
{
    public sealed record Request(int Version, RequestId? ParentId);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/requests/{id}/parent", HandleAsync)
        .RequirePermission(RequestsPermissions.Write)
        .WithName("SetParent")
        .WithTags("requests")
        .WithSummary("Makes a request a part of another one, or of none.");

    internal static async Task<Results<Ok<RequestCard>, ProblemHttpResult>> HandleAsync(
        RequestId id, Request body, ReadRequest read, RequestsDb db, ITexts texts, ICurrentUser user, TimeProvider clock, CancellationToken stop)
    {
        Results<Ok<RequestCard>, ProblemHttpResult>? answer = null;
        await db.AloneAsync(
            async () => answer = await read.ChangeAsync(
                id,
                body.Version,
                db,
                texts,
                user,
                async request =>
                {
                    var parent = body.ParentId is { } wanted ? await read.LoadAsync(wanted, stop) : null;
                    request.BelongTo(parent, await db.LineOfAsync(parent?.ParentId, stop), clock.GetUtcNow());
                    parent?.TellFamily();
                },
                stop),
            stop);
        return answer!;
    }
}

/// <summary>Walks up from part to whole.</summary>
internal static class ParentLine
{
    // Deeper than any matter; a circle in old data must not hang a save.
    private const int Deepest = 50;
    private const long FamilyLock = 0x5265_7175_6573_7473;

    public static async Task<IReadOnlyList<RequestId>> LineOfAsync(this RequestsDb db, RequestId? first, CancellationToken stop)
    {
        List<RequestId> line = [];
        for (var next = first; next is { } id && line.Count < Deepest;)
        {
            line.Add(id);
            next = await db.Requests.AsNoTracking().Where(r => r.Id == id).Select(r => r.ParentId).SingleOrDefaultAsync(stop);
        }

        return line.Count < Deepest ? line : throw new Refusal("requests.parents_too_deep", RefusalKind.State, ("max", Deepest));
    }

    /// <summary>
    /// One at a time: two people who make two requests part of each other, or merge them into each other, at the same moment must
    /// not both succeed. SQLite has one writer anyhow.
    /// </summary>
    public static Task AloneAsync(this RequestsDb db, Func<Task> work, CancellationToken stop)
        => db.InTransactionAsync(
            async () =>
            {
                if (!db.IsSqlite)
                {
                    await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({FamilyLock})", stop);
                }

                await work();
            },
            stop);
}
