using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Requests.Data;
using Santral.Requests.Domain;

namespace Santral.Requests.Features;

/// <summary>One request with everything its form shows (W-S03).</summary>
public static class GetRequest
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/requests/{id}", HandleAsync)
        .RequirePermission(RequestsPermissions.Read)
        .WithName("GetRequest")
        .WithTags("requests")
        .WithSummary("One request with its stage, its next stages and its calls.");

    internal static async Task<Ok<RequestCard>> HandleAsync(RequestId id, ReadRequest read, CancellationToken stop)
        => TypedResults.Ok(await read.CardAsync(id, stop));
}

/// <summary>A request as its page shows it; also the answer of every save and the `current` of a stale one.</summary>
/// <param name="Stages">The stages it may go to next.</param>
/// <param name="AllStages">All stages of its unit, for the bar.</param>
public sealed record RequestCard(
    RequestId Id,
    string Number,
    string Unit,
    RequestKind? Kind,
    string Subject,
    string Text,
    MethodName? ContactMethod,
    RequestPriority Priority,
    StageName Stage,
    IReadOnlyList<StageName> Stages,
    IReadOnlyList<StageName> AllStages,
    PersonName? Owner,
    TeamName? Team,
    CustomerSummary? Customer,
    Channel? Channel,
    IReadOnlyList<CallId> Calls,
    DateTimeOffset OpenedAt,
    PersonName? OpenedBy,
    DateTimeOffset ChangedAt,
    DateTimeOffset? ResolvedAt,
    int Version);

public sealed record StageName(string Code, StageKind Kind, Names Names);

public sealed record MethodName(ContactMethodId Id, string Code, Names Names);

public sealed record PersonName(UserId Id, string Name);

public sealed record TeamName(TeamId Id, string Code, Names Names);

/// <summary>Loads requests and dresses them with the names of other modules.</summary>
internal sealed class ReadRequest(RequestsDb db, StageCatalog catalog, IFindCustomer customers, IKnowPeople people, IKnowTeams teams)
{
    public async Task<Request> LoadAsync(RequestId id, CancellationToken stop)
        => await db.Requests.Include(r => r.Search).SingleOrDefaultAsync(r => r.Id == id, stop)
            ?? throw new Refusal("requests.unknown", RefusalKind.Unknown);

    /// <summary>As stored now, whatever this context had in its hands.</summary>
    public async Task<RequestCard> CardAsync(RequestId id, CancellationToken stop)
    {
        var request = await db.Requests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, stop)
            ?? throw new Refusal("requests.unknown", RefusalKind.Unknown);
        return await CardAsync(request, stop);
    }

    public async Task<RequestCard> CardAsync(Request request, CancellationToken stop)
    {
        var stages = await catalog.OfAsync(request.Unit, stop);
        var stage = stages.Find(request.StageCode);
        var method = request.ContactMethodId is { } methodId
            ? await db.ContactMethods.AsNoTracking().SingleOrDefaultAsync(m => m.Id == methodId, stop)
            : null;
        var calls = await db.LinkedCalls.AsNoTracking().Where(l => l.RequestId == request.Id).OrderBy(l => l.At).Select(l => l.CallId).ToListAsync(stop);
        return new RequestCard(
            request.Id,
            request.Number!,
            request.Unit,
            request.Kind,
            request.Subject,
            request.Text,
            method is null ? null : new MethodName(method.Id, method.Code, method.Names),
            request.Priority,
            stage is null ? new StageName(request.StageCode, request.StageKind, new Names(request.StageCode, request.StageCode, request.StageCode)) : NameOf(stage),
            [.. stages.NextOf(request).Select(NameOf)],
            [.. stages.All.Select(NameOf)],
            Person(request.OwnerId),
            request.TeamId is { } teamId && teams.Find(teamId) is { } team ? new TeamName(team.Id, team.Code, team.Names) : null,
            request.CustomerId is { } customerId ? await customers.FindAsync(customerId, stop) : null,
            request.Channel,
            calls,
            request.OpenedAt,
            Person(request.OpenedBy),
            request.ChangedAt,
            request.ResolvedAt,
            request.Version);
    }

    public PersonName? Person(UserId? id) => id is { } known ? new PersonName(known, people.Find(known)?.DisplayName ?? "?") : null;

    private static StageName NameOf(Stage stage) => new(stage.Code, stage.Kind, stage.Names);
}
