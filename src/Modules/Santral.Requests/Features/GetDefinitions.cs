using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Requests.Data;
using Santral.Requests.Domain;

namespace Santral.Requests.Features;

/// <summary>What the form of a request offers to choose from.</summary>
public static class GetDefinitions
{
    public sealed record Response(
        IReadOnlyList<MethodName> ContactMethods,
        IReadOnlyList<UnitStage> Stages,
        IReadOnlyList<RequestKind> Kinds,
        IReadOnlyList<RequestPriority> Priorities);

    public sealed record UnitStage(string Unit, string Code, StageKind Kind, Names Names);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/requests/definitions", HandleAsync)
        .RequirePermission(RequestsPermissions.Read)
        .WithName("GetRequestDefinitions")
        .WithTags("requests")
        .WithSummary("Contact methods, stages of each unit, kinds and priorities.");

    internal static async Task<Ok<Response>> HandleAsync(RequestsDb db, StageCatalog stages, CancellationToken stop)
    {
        var methods = await db.ContactMethods.AsNoTracking().Where(m => m.IsActive).OrderBy(m => m.Order).ToListAsync(stop);
        return TypedResults.Ok(new Response(
            [.. methods.Select(m => new MethodName(m.Id, m.Code, m.Names))],
            [.. (await stages.AllAsync(stop)).Select(s => new UnitStage(s.Unit, s.Code, s.Kind, s.Names))],
            Enum.GetValues<RequestKind>(),
            Enum.GetValues<RequestPriority>()));
    }
}
