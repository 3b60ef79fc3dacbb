using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Requests.Data;
using Santral.Requests.Domain;

namespace Santral.Requests.Features;

/// <summary>Writes down what the customer wants (W-S03): kind, subject, text, how to answer him, whose matter it is.</summary>
public static class DescribeRequest
{
    public sealed record Request(
        int Version,
        RequestKind? Kind,
        [StringLength(Domain.Request.LongestSubject)] string? Subject,
        [StringLength(Domain.Request.LongestText)] string? Text,
        ContactMethodId? ContactMethodId,
        CustomerId? CustomerId,
        RequestPriority Priority = RequestPriority.Normal);

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
        RequestsDb db,
        StageCatalog stages,
        IFindCustomer customers,
        ITexts texts,
        ICurrentUser user,
        TimeProvider clock,
        CancellationToken stop)
    {
        var customer = await customers.OrRefuseAsync(body.CustomerId, stop);
        if (body.ContactMethodId is { } method && !await db.ContactMethods.AnyAsync(m => m.Id == method, stop))
        {
            throw new Refusal("requests.contact_method_unknown", RefusalKind.Invalid);
        }

        var description = new Description(
            body.Kind, Typed.Line(body.Subject) ?? "", Typed.Lines(body.Text), body.ContactMethodId, customer?.Id, customer?.Name, body.Priority);
        return await read.ChangeAsync(
            id,
            body.Version,
            db,
            texts,
            user,
            async request => request.Describe(description, await stages.OfAsync(request.Unit, stop), user.Id, clock.GetUtcNow()),
            stop);
    }
}
