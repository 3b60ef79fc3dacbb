using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Requests.Data;
using Santral.Requests.Domain;
using Santral.Requests.Templates;

namespace Santral.Requests.Features;

/// <summary>
/// Writes down a contact that was no call, or says what a call was about. Its category is obligatory: a contact nobody can count
/// by what it was about is not saved (W-D01, P-08).
/// </summary>
public static class RecordInteraction
{
    public sealed record Request(
        DefinitionId? CategoryId,
        DefinitionId? MethodId,
        Channel Channel,
        CustomerId? CustomerId,
        RequestId? RequestId,
        [StringLength(Domain.Request.LongestText)] string? Text,
        [StringLength(40)] string? Unit);

    public sealed record ChangeRequest(
        DefinitionId? CategoryId, DefinitionId? MethodId, [StringLength(Domain.Request.LongestText)] string? Text);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/interactions", RecordAsync)
            .RequirePermission(RequestsPermissions.Write)
            .WithName("RecordInteraction")
            .WithTags("requests")
            .WithSummary("Writes down a contact on another way than a call through the centre.");
        routes.MapPut("/interactions/{id}", ClassifyAsync)
            .RequirePermission(RequestsPermissions.Write)
            .WithName("ClassifyInteraction")
            .WithTags("requests")
            .WithSummary("Says what a contact was about.");
    }

    internal static async Task<Created<InteractionRow>> RecordAsync(
        Request body,
        RequestsDb db,
        ReadRequest read,
        ReadInteractions interactions,
        ChooseUnit units,
        IKnowDefinitions definitions,
        IFindCustomer customers,
        AnswerByItself answers,
        ICurrentUser user,
        TimeProvider clock,
        CancellationToken stop)
    {
        var request = body.RequestId is { } about ? await read.LoadAsync(about, stop) : null;
        var unit = request?.Unit ?? units.For(null, body.Unit).Code;
        var matter = Read(definitions, body.CategoryId, body.MethodId, body.Text, unit, null);
        var customer = await customers.OrRefuseAsync(body.CustomerId ?? request?.CustomerId, stop);
        var now = clock.GetUtcNow();
        var contact = Interaction.WriteDown(Guid.CreateVersion7(now), unit, body.Channel, customer?.Id, request?.Id, matter, user.Id, now);
        if (AnswerByItself.Answers(body.Channel) && await answers.OnAsync(request, unit, customer?.Id, stop) is { } answer)
        {
            contact.AnswerByItself(answer);
        }

        db.Interactions.Add(contact);
        await db.SaveChangesAsync(stop);
        return TypedResults.Created($"/api/interactions/{contact.Id}", (await interactions.OfAsync([contact], stop))[0]);
    }

    internal static async Task<Ok<InteractionRow>> ClassifyAsync(
        Guid id,
        ChangeRequest body,
        RequestsDb db,
        ReadInteractions interactions,
        Sight sight,
        IKnowDefinitions definitions,
        CancellationToken stop)
    {
        var contact = await interactions.Visible(db.Interactions, sight).SingleOrDefaultAsync(i => i.Id == id, stop)
            ?? throw new Refusal("requests.interaction_unknown", RefusalKind.Unknown);
        contact.Classify(Read(definitions, body.CategoryId, body.MethodId, body.Text, contact.Unit, contact));
        await db.SaveChangesAsync(stop);
        return TypedResults.Ok((await interactions.OfAsync([contact], stop))[0]);
    }

    private static Matter Read(IKnowDefinitions definitions, DefinitionId? category, DefinitionId? method, string? text, string unit, Interaction? kept)
    {
        var chosen = definitions.ChooseOrRefuse(category, DefinitionTables.InteractionCategories, unit, kept?.CategoryId)
            ?? throw new Refusal("requests.interaction_category_needed", RefusalKind.Invalid);
        definitions.ChooseOrRefuse(method, DefinitionTables.ContactMethods, unit, kept?.MethodId);
        return new Matter(chosen.Id, method, Typed.Lines(text));
    }
}
