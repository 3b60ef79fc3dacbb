using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Mailroom.Domain;

namespace Santral.Mailroom.Features;

/// <summary>What a letter about a request would begin with: from where, to whom, and what stands against it.</summary>
public static class PlanAnswer
{
    /// <param name="From">Null where no mailbox is set up for the unit.</param>
    /// <param name="OnlyBy">Code of the contact method, when the customer wants to be reached by that alone (P-14).</param>
    public sealed record Response(LetterAddress? From, IReadOnlyList<LetterAddress> To, IReadOnlyList<LetterAddress> Cc, string Subject, bool IsAnswer, string? OnlyBy);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/mail/requests/{id}/answer", HandleAsync)
        .RequirePermission(MailroomPermissions.Write)
        .WithName("PlanAnswer")
        .WithTags("mailroom")
        .WithSummary("What a letter about a request begins with.");

    internal static async Task<Ok<Response>> HandleAsync(RequestId id, IFindRequest requests, AnswerPlan plans, CancellationToken stop)
    {
        var request = await requests.FindAsync(id, stop) ?? throw new Refusal("requests.unknown", RefusalKind.Unknown);
        var plan = await plans.OfAsync(request, stop);
        return TypedResults.Ok(new Response(
            plan.From is { } mailbox ? new LetterAddress(mailbox.Address, mailbox.Name) : null,
            plan.To,
            plan.Cc,
            Subjects.Plain(plan.Subject),
            plan.Answers is not null,
            plan.Customer is { MayMail: false, OnlyThat: true, Method: { } method } ? method : null));
    }
}
