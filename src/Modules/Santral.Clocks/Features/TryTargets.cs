using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Santral.Clocks.Features;

/// <summary>"What if": a request of this unit, priority, category and team, opened then: which target wins, when is it due, why. And the names the matrix is made of.</summary>
public static class TryTargets
{
    /// <param name="OpenedAt">Null: now.</param>
    public sealed record Request(string? Unit, TeamId? TeamId, DefinitionId? PriorityId, DefinitionId? CategoryId, DateTimeOffset? OpenedAt);

    public sealed record Response(DateTimeOffset OpenedAt, Answer? FirstAnswer, Answer? Resolution);

    public sealed record Answer(
        Guid TargetId, int Minutes, DateTimeOffset? WarnAt, DateTimeOffset? DueAt, Names? Calendar, string TimeZone, IReadOnlyList<ClockSegment> Segments);

    public sealed record UnitChoice(string Code, Names Names, string TimeZone, string Country);

    public sealed record TeamChoice(TeamId Id, string Code, Names Names, string Unit);

    public sealed record DefinitionChoice(DefinitionId Id, DefinitionId? ParentId, int Level, string Code, Names Names, string? Unit, bool IsActive, string? Colour);

    public sealed record Choices(
        IReadOnlyList<UnitChoice> Units, IReadOnlyList<TeamChoice> Teams, IReadOnlyList<DefinitionChoice> Priorities, IReadOnlyList<DefinitionChoice> Categories);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var clocks = routes.MapGroup("/clocks").RequirePermission(ClocksPermissions.Settings).WithTags("clocks");
        clocks.MapPost("/targets/try", Handle).WithName("TryTargets").WithSummary("Which targets a request would get and when it would be due.");
        clocks.MapGet("/choices", List).WithName("ListClockChoices").WithSummary("Units, teams, priorities and categories a target can name.");
    }

    internal static Ok<Response> Handle(Request body, ScopeCheck check, IKnowClocks clocks, IOrganisation organisation, TimeProvider clock)
    {
        if (organisation.Find(body.Unit ?? "") is null)
        {
            throw new Refusal("clocks.unit_unknown", RefusalKind.Invalid, ("unit", body.Unit));
        }

        check.OrRefuse(body.Unit, body.TeamId, body.PriorityId, body.CategoryId);
        var openedAt = (body.OpenedAt ?? clock.GetUtcNow()).ToUniversalTime();
        var subject = new ClockSubject(body.Unit!, body.PriorityId, body.CategoryId, body.TeamId);
        return TypedResults.Ok(new Response(openedAt, AnswerOf(ClockKind.Response), AnswerOf(ClockKind.Resolution)));

        Answer? AnswerOf(ClockKind kind) => clocks.Explain(kind, subject, openedAt, [], openedAt) is not { } found ? null : new Answer(
            found.Rule.TargetId, (int)found.Rule.Target.TotalMinutes, found.Answer.WarnAt, found.Answer.DueAt, found.Rule.Calendar, found.Rule.TimeZone, found.Segments);
    }

    internal static Ok<Choices> List(IOrganisation organisation, IKnowTeams teams, IKnowDefinitions definitions) => TypedResults.Ok(new Choices(
        [.. organisation.Units.Select(u => new UnitChoice(u.Code, u.Names, u.TimeZone, u.Region))],
        [.. teams.All.Select(t => new TeamChoice(t.Id, t.Code, t.Names, t.Unit))],
        [.. definitions.All(DefinitionTables.Priorities).Select(Choice)],
        [.. definitions.All(DefinitionTables.RequestCategories).Select(Choice)]));

    private static DefinitionChoice Choice(Definition row) => new(
        row.Id, row.ParentId, row.Level, row.Code, row.Names, row.Unit, row.IsActive, row.Values.GetValueOrDefault("colour"));
}
