using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Requests.Data;
using Santral.Requests.Domain;

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
        CheckResolving check,
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
                var stages = catalog.Of(request.Unit);
                var next = stages.Find(body.Stage) ?? throw new Refusal("requests.stage_unknown", RefusalKind.Invalid);
                var comment = Typed.Lines(body.Comment) is { Length: > 0 } text ? text : null;
                await check.RefuseAsync(request, next.Kind, stop);
                request.MoveTo(next, comment, stages, user.Id, clock.GetUtcNow());
            },
            stop);
}

/// <summary>
/// What must be known before a matter counts as solved: the category where the unit asks for it, its required
/// fields, and that the knowledge base was asked where that is a duty. The same for one request and for many.
/// </summary>
internal sealed class CheckResolving(UnitRulesBook rules, NameDefinitions names, CheckSearchDuty duty, ICurrentUser user)
{
    public async Task RefuseAsync(Domain.Request request, StageKind next, CancellationToken stop)
    {
        if (next == StageKind.Resolved)
        {
            await RefuseUnknownAsync(request, stop);
        }

        await duty.RefuseAsync(request, next, stop);
    }

    private async Task RefuseUnknownAsync(Domain.Request request, CancellationToken stop)
    {
        if (request.CategoryId is null && (await rules.OfAsync(request.Unit, stop)).CategoryToResolve)
        {
            throw new Refusal("requests.category_needed");
        }

        var answers = StoredAnswers.Read(request.Answers).ToDictionary(a => a.Key, a => (string?)a.Value);
        var fields = names.FieldsOf(request.CategoryId);
        FieldAnswers.CheckOrRefuse(fields, answers.Where(a => fields.Any(f => f.Code == a.Key)).ToDictionary(), isComplete: true, user.Language);
    }
}
