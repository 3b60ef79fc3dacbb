using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Contracts.Clocks;
using Santral.Contracts.Identity;
using Santral.Requests.Domain;
using Santral.Requests.Features;

namespace Santral.Requests.Clocks;

/// <summary>Why a request is due when it is: the target that won, the calendar that counts, and every stretch from the start to the due time.</summary>
public static class ExplainClocks
{
    public sealed record Response(ClockReason? FirstAnswer, ClockReason? Resolution);

    /// <param name="StartedAt">When the request was opened: a target that changes counts from there.</param>
    public sealed record ClockReason(ClockFace Face, DateTimeOffset StartedAt, RuleInWords Rule, IReadOnlyList<ClockSegment> Segments);

    /// <summary>The winning target by its names; what is null fits everything.</summary>
    /// <param name="Calendar">Null when no calendar is given to the unit: then every hour counts.</param>
    public sealed record RuleInWords(Names? Unit, Names? Team, Names? Priority, Names? Category, Names? Calendar, string TimeZone);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/requests/{id}/clocks", HandleAsync)
        .RequirePermission(RequestsPermissions.Read)
        .WithName("ExplainClocks")
        .WithTags("requests")
        .WithSummary("Why a request is due when it is, stretch by stretch.");

    internal static async Task<Ok<Response>> HandleAsync(
        RequestId id,
        ReadRequest read,
        ReadClocks faces,
        IKnowClocks clocks,
        IOrganisation organisation,
        IKnowTeams teams,
        IKnowDefinitions definitions,
        TimeProvider clock,
        CancellationToken stop)
    {
        var request = await read.LoadAsync(id, stop);
        return TypedResults.Ok(new Response(Reason(ClockKind.Response), Reason(ClockKind.Resolution)));

        ClockReason? Reason(ClockKind kind)
        {
            var pauses = kind == ClockKind.Resolution ? request.Clocks.Pauses : [];
            var now = request.Clocks.Of(kind).MetAt ?? clock.GetUtcNow();
            return request.MergedIntoId is null
                && faces.FaceOf(request, kind) is { } face
                && clocks.Explain(kind, request.ClockSubject, request.OpenedAt, pauses, now) is { } found
                ? new ClockReason(face, request.OpenedAt, InWords(found.Rule), found.Segments)
                : null;
        }

        RuleInWords InWords(ClockRule rule) => new(
            rule.Unit is { } unit ? organisation.Find(unit)?.Names : null,
            rule.Team is { } team ? teams.Find(team)?.Names : null,
            rule.Priority is { } priority ? definitions.Find(priority)?.Names : null,
            rule.Category is { } category ? definitions.Find(category)?.Names : null,
            rule.Calendar,
            rule.TimeZone);
    }
}
