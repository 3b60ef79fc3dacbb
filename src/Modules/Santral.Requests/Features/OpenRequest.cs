using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Requests.Data;
using Santral.Requests.Domain;

namespace Santral.Requests.Features;

/// <summary>
/// One click stores an empty request with a number, before anything is asked (M-04, W-S03).
/// The same click sent twice (Idempotency-Key) is one request.
/// </summary>
public static class OpenRequest
{
    private const int LongestKey = 100;

    /// <param name="Channel">How the contact came when it was no call: by mail, fax, letter (M-02).</param>
    public sealed record Request(CallId? CallId, CustomerId? CustomerId, [StringLength(40)] string? Unit, Channel? Channel);

    public sealed record Response(RequestId Id, string Number, int Version);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/requests", HandleAsync)
        .RequirePermission(RequestsPermissions.Write)
        .WithName("OpenRequest")
        .WithTags("requests")
        .WithSummary("Stores an empty request at once and answers with its number.");

    internal static async Task<Created<Response>> HandleAsync(
        Request request,
        [FromHeader(Name = "Idempotency-Key")] string? key,
        RequestsDb db,
        FindCall calls,
        ChooseUnit units,
        StageCatalog stages,
        NameDefinitions definitions,
        IFindCustomer customers,
        IKnowTeams teams,
        ICurrentUser user,
        TimeProvider clock,
        CancellationToken stop)
    {
        key = string.IsNullOrWhiteSpace(key) ? null : key.Trim();
        if (key?.Length > LongestKey)
        {
            throw new Refusal("requests.idempotency_key_invalid", RefusalKind.Invalid, ("max", LongestKey));
        }

        var call = request.CallId is { } id ? await calls.OrRefuseAsync(id, stop) : null;
        var unit = units.For(call?.Unit, request.Unit);
        var customer = await customers.OrRefuseAsync(request.CustomerId, stop);
        Channel? channel = request.CallId is null ? request.Channel : Channel.Phone;
        var opening = new Opening(
            unit.Code, unit.RequestSeries, request.CallId, customer?.Id, customer?.Name, channel, definitions.DefaultPriority(unit.Code), key)
        {
            TeamId = call?.Team is { } team && teams.Find(team)?.Unit == unit.Code ? team : null,
            ContactMethodId = call is null ? null : definitions.MethodOfCalls(unit.Code),
        };
        if (await OpenedBeforeAsync(db, opening, user, stop) is { } before)
        {
            return At(before);
        }

        var now = clock.GetUtcNow();
        var opened = Domain.Request.Open(Id.New<RequestId>(clock), opening, stages.Of(unit.Code), user.Id, now);
        db.Requests.Add(opened);
        if (request.CallId is { } about)
        {
            db.LinkedCalls.Add(LinkedCall.Link(opened, about, user.Id, now));
        }

        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException) when (key is not null)
        {
            // The same key at the same moment: the other save won, its request is the answer.
            db.ChangeTracker.Clear();
            return await OpenedBeforeAsync(db, opening, user, stop) is { } twin ? At(twin) : throw new Refusal("requests.not_opened", RefusalKind.Unavailable);
        }

        return At(new Response(opened.Id, opened.Number!, opened.Version));
    }

    private static async Task<Response?> OpenedBeforeAsync(RequestsDb db, Opening opening, ICurrentUser user, CancellationToken stop)
    {
        if (opening.Key is null)
        {
            return null;
        }

        var before = await db.Requests.AsNoTracking()
            .Where(r => r.OpenedBy == user.Id && r.OpeningKey == opening.Key)
            .Select(r => new { r.Id, r.Number, r.Version, r.OpeningAsked })
            .SingleOrDefaultAsync(stop);
        if (before is null)
        {
            return null;
        }

        return before.OpeningAsked == opening.Asked
            ? new Response(before.Id, before.Number!, before.Version)
            : throw new Refusal("requests.idempotency_key_reused", RefusalKind.Invalid);
    }

    private static Created<Response> At(Response response) => TypedResults.Created($"/api/requests/{response.Id}", response);
}

/// <summary>A customer named by a client must exist.</summary>
internal static class NamedCustomer
{
    public static async Task<CustomerSummary?> OrRefuseAsync(this IFindCustomer customers, CustomerId? id, CancellationToken stop)
        => id is not { } named ? null
            : await customers.FindAsync(named, stop) ?? throw new Refusal("requests.customer_unknown", RefusalKind.Invalid);
}
