using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Requests.Data;

namespace Santral.Requests.Features;

/// <summary>Takes a request to another stage; who, when, from, to and why are kept (D3).</summary>
public static class MoveRequest
{
    public sealed record Request(
        int Version,
        [StringLength(40, MinimumLength = 1)] string Stage,
        [StringLength(Domain.Request.LongestComment)] string? Comment);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/requests/{id}/stage", HandleAsync)
        .RequirePermission(RequestsPermissions.Write)
        .WithName("MoveRequest")
        .WithTags("requests")
        .WithSummary("Takes a request to one of the stages its card offers.");

    internal static Task<Results<Ok<RequestCard>, ProblemHttpResult>> HandleAsync(
        RequestId id,
        Request body,
        ReadRequest read,
        RequestsDb db,
        StageCatalog catalog,
        CheckSearchDuty duty,
        ITexts texts,
        ICurrentUser user,
        TimeProvider clock,
        CancellationToken stop)
        => read.ChangeAsync(
            id,
            body.Version,
            db,
            texts,
            user,
            async request =>
            {
                var stages = await catalog.OfAsync(request.Unit, stop);
                var next = stages.Find(body.Stage) ?? throw new Refusal("requests.stage_unknown", RefusalKind.Invalid);
                var comment = Typed.Lines(body.Comment) is { Length: > 0 } text ? text : null;
                await duty.RefuseAsync(request, next.Kind, stop);
                request.MoveTo(next, comment, stages, user.Id, clock.GetUtcNow());
            },
            stop);
}
