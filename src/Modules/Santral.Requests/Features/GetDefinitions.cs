using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Contracts.Identity;
using Santral.Requests.Data;
using Santral.Requests.Domain;

namespace Santral.Requests.Features;

/// <summary>What the form of a request offers to choose from.</summary>
public static class GetDefinitions
{
    /// <param name="Units">Those whose requests the reader sees.</param>
    /// <param name="Teams">Of these units.</param>
    public sealed record Response(
        IReadOnlyList<DefinitionName> ContactMethods,
        IReadOnlyList<UnitStage> Stages,
        IReadOnlyList<RequestKind> Kinds,
        IReadOnlyList<DefinitionName> Priorities,
        IReadOnlyList<UnitChoice> Units,
        IReadOnlyList<TeamChoice> Teams,
        IReadOnlyList<PersonChoice> People);

    public sealed record UnitChoice(string Code, Names Names);

    public sealed record TeamChoice(TeamId Id, string Code, Names Names, string Unit);

    /// <param name="MayWork">False for who only reads: he can watch, but not be given work.</param>
    /// <param name="Units">Of those the reader sees, the ones this person works for.</param>
    public sealed record PersonChoice(UserId Id, string Name, bool MayWork, IReadOnlyList<string> Units);

    public sealed record UnitStage(string Unit, string Code, StageKind Kind, Names Names);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/requests/definitions", HandleAsync)
        .RequirePermission(RequestsPermissions.Read)
        .WithName("GetRequestDefinitions")
        .WithTags("requests")
        .WithSummary("Contact methods, stages of each unit, kinds and priorities.");

    internal static async Task<Ok<Response>> HandleAsync(
        StageCatalog stages,
        IKnowDefinitions definitions,
        IOrganisation organisation,
        IKnowTeams teams,
        IKnowPeople people,
        Sight sight,
        CancellationToken stop)
        => TypedResults.Ok(new Response(
            Offered(definitions, DefinitionTables.ContactMethods),
            [.. stages.All().Where(s => sight.Sees(s.Unit)).Select(s => new UnitStage(s.Unit, s.Stage.Code, s.Stage.Kind, s.Stage.Names))],
            Enum.GetValues<RequestKind>(),
            Offered(definitions, DefinitionTables.Priorities),
            [.. organisation.Units.Where(u => sight.Sees(u.Code)).Select(u => new UnitChoice(u.Code, u.Names))],
            [.. teams.All.Where(t => sight.Sees(t.Unit)).Select(t => new TeamChoice(t.Id, t.Code, t.Names, t.Unit))],
            Colleagues(people, teams, sight)));

    /// <summary>Who works for a unit the reader sees; nobody is offered whose desk the request would never reach. Who is in no team, as technicians are, works for each.</summary>
    private static IReadOnlyList<PersonChoice> Colleagues(IKnowPeople people, IKnowTeams teams, Sight sight)
        => [.. people.All
            .Where(p => p.IsActive && p.Permissions.Contains(RequestsPermissions.Read))
            .OrderBy(p => p.DisplayName, StringComparer.InvariantCulture)
            .Select(p => new PersonChoice(
                p.Id, p.DisplayName, p.Permissions.Contains(RequestsPermissions.Write), [.. sight.Units.Where(u => teams.Of(p.Id).Count == 0 || Sight.SeesUnit(p, u, teams))]))
            .Where(p => p.Units.Count > 0)];

    private static IReadOnlyList<DefinitionName> Offered(IKnowDefinitions definitions, string table)
        => [.. definitions.All(table).Where(d => d.IsActive).Select(NameDefinitions.Of)];
}
