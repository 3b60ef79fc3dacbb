using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Calls.Data;
using Santral.Calls.Domain;
using Santral.Contracts.Calls;
using Santral.Contracts.Identity;

namespace Santral.Calls.Features;

/// <summary>One call with everything that happened in it.</summary>
public static class GetCall
{
    public sealed record Response(CallRow Call, IReadOnlyList<MenuStep> MenuPath, IReadOnlyList<Happening> Events);

    /// <param name="Team">Code of the team.</param>
    public sealed record Happening(DateTimeOffset At, CallEventKind Kind, CallRow.Named<UserId>? Agent, string? Team, MenuStep? Step);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/calls/{id}", HandleAsync)
        .RequireAuthorization()
        .WithName("GetCall")
        .WithTags("calls")
        .WithSummary("One call with its menu path and trace.");

    internal static async Task<Ok<Response>> HandleAsync(
        CallId id, CallsDb db, CallRows rows, IKnowPeople people, CallSight sight, CancellationToken stop)
    {
        var call = await sight.Of(db.Calls.AsNoTracking()).FirstOrDefaultAsync(c => c.Id == id, stop)
            ?? throw new Refusal("calls.unknown", RefusalKind.Unknown);
        var events = await db.Events.AsNoTracking().Where(e => e.CallId == id).OrderBy(e => e.Sequence).Take(1000).ToListAsync(stop);
        var row = (await rows.OfAsync([call], stop))[0];
        return TypedResults.Ok(new Response(
            row,
            [.. events.Select(e => e.Step).OfType<MenuStep>()],
            [.. events.Select(e => new Happening(e.At, e.Kind, Agent(e.Agent, people), e.Team, e.Step))]));
    }

    private static CallRow.Named<UserId>? Agent(UserId? agent, IKnowPeople people)
        => agent is { } id ? new CallRow.Named<UserId>(id, people.Find(id)?.DisplayName ?? "") : null;
}
