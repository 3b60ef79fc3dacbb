using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Requests.Data;
using Santral.Requests.Domain;

namespace Santral.Requests.Features;

/// <summary>Writes down what the customer wants (W-S03): kind, category, subject, text, how to answer him, whose matter it is, and his kind's section.</summary>
public static class DescribeRequest
{
    /// <param name="PriorityId">Left out: stays as it is.</param>
    public sealed record Request(
        int Version,
        RequestKind? Kind,
        [StringLength(Domain.Request.LongestSubject)] string? Subject,
        [StringLength(Domain.Request.LongestText)] string? Text,
        DefinitionId? CategoryId,
        [MaxLength(100)] IReadOnlyDictionary<string, string?>? Answers,
        DefinitionId? PriorityId,
        DefinitionId? ContactMethodId,
        CustomerId? CustomerId,
        SubscriptionId? SubscriptionId,
        [StringLength(Domain.Request.LongestProduct)] string? Product,
        [StringLength(Domain.Request.LongestText)] string? Answer,
        [StringLength(Domain.Request.LongestText)] string? Work,
        [StringLength(RequestSections.LongestPlace)] string? Place,
        DateOnly? WantedOn);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/requests/{id}", HandleAsync)
        .RequirePermission(RequestsPermissions.Write)
        .WithName("DescribeRequest")
        .WithTags("requests")
        .WithSummary("Writes a request's description; a stale version is refused with the current state.");

    internal static async Task<Results<Ok<RequestCard>, ProblemHttpResult>> HandleAsync(
        RequestId id,
        Request body,
        ReadRequest read,
        CheckDescription check,
        TakeFiles take,
        NameDefinitions names,
        RequestsDb db,
        StageCatalog stages,
        ITexts texts,
        ICurrentUser user,
        TimeProvider clock,
        CancellationToken stop)
        => await read.ChangeAsync(
            id,
            body.Version,
            db,
            texts,
            user,
            async request =>
            {
                var (description, now) = (await check.ReadAsync(request, body, stop), clock.GetUtcNow());
                var files = await take.AnswersOrRefuseAsync(request, names.FieldsOf(description.CategoryId), description.Answers, stop);
                request.Describe(description, stages.Of(request.Unit), user.Id, now);
                db.Files.AddRange(files.Select(file => AttachedFile.Attach(request, file, note: null, user.Id, now)));
            },
            stop);
}

/// <summary>Reads a description against the definitions, the customer and the rules of the unit; what does not fit is refused, nothing is dropped silently.</summary>
internal sealed class CheckDescription(
    IKnowDefinitions definitions, IFindCustomer customers, IKnowSubscriptions subscriptions, UnitRulesBook rules, ICurrentUser user)
{
    public async Task<Description> ReadAsync(Request request, DescribeRequest.Request body, CancellationToken stop)
    {
        await RefuseCategoryAsync(request, body.CategoryId, stop);
        var category = definitions.ChooseOrRefuse(body.CategoryId, DefinitionTables.RequestCategories, request.Unit, request.CategoryId);
        definitions.ChooseOrRefuse(body.PriorityId, DefinitionTables.Priorities, request.Unit, request.PriorityId);
        definitions.ChooseOrRefuse(body.ContactMethodId, DefinitionTables.ContactMethods, request.Unit, request.ContactMethodId);
        var customer = await customers.OrRefuseAsync(body.CustomerId, stop);
        var subscription = await subscriptions.ChooseOrRefuseAsync(body.SubscriptionId, customer?.Id, request.SubscriptionId, stop);

        // Answers of the category it had stay readable as long as that category is chosen.
        var kept = request.CategoryId == category?.Id ? StoredAnswers.Read(request.Answers) : null;
        return new Description(
            body.Kind,
            Typed.Line(body.Subject) ?? "",
            Typed.Lines(body.Text),
            category?.Id,
            FieldAnswers.CheckOrRefuse(category?.Fields ?? [], body.Answers ?? new Dictionary<string, string?>(), isComplete: false, user.Language, kept),
            body.PriorityId ?? request.PriorityId,
            body.ContactMethodId,
            customer?.Id,
            customer?.Name,
            subscription?.Id,
            Typed.Line(body.Product),
            new RequestSections(Typed.Lines(body.Answer), Typed.Lines(body.Work), Typed.Line(body.Place), body.WantedOn));
    }

    /// <summary>H-04, H-16: where only authorised staff choose the category, others leave it as it is.</summary>
    private async Task RefuseCategoryAsync(Request request, DefinitionId? category, CancellationToken stop)
    {
        if (category != request.CategoryId && !user.Has(RequestsPermissions.Categorise)
            && (await rules.OfAsync(request.Unit, stop)).OnlyAuthorisedCategorise)
        {
            throw new Refusal("requests.category_needs_authority", RefusalKind.Forbidden);
        }
    }
}
