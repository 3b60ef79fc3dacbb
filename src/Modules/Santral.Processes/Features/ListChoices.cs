using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Processes.Data;
using Santral.Processes.Domain;

namespace Santral.Processes.Features;

/// <summary>Whom a designer can name: people, teams and roles.</summary>
public static class ListChoices
{
    public sealed record Response(IReadOnlyList<PersonChoice> People, IReadOnlyList<TeamChoice> Teams, IReadOnlyList<RoleChoice> Roles);

    /// <param name="Roles">Codes; who a role stands for is shown beside it.</param>
    public sealed record PersonChoice(UserId Id, string Name, bool IsActive, IReadOnlyList<string> Roles);

    public sealed record TeamChoice(Contracts.Queues.TeamId Id, Names Names, string Unit, int People);

    public sealed record RoleChoice(string Code, Names Names, int People);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/processes/choices", Handle)
        .RequirePermission(ProcessesPermissions.Settings).WithName("ListProcessChoices").WithTags("processes").WithSummary("People, teams and roles that a stage can name.");

    internal static Ok<Response> Handle(IKnowPeople people, Contracts.Queues.IKnowTeams teams, IKnowRoles roles, IKnowActors actors)
        => TypedResults.Ok(new Response(
            [.. people.All.Select(p => new PersonChoice(p.Id, p.DisplayName, p.IsActive, [.. p.Roles.Order(StringComparer.Ordinal)]))],
            [.. teams.All.Select(t => new TeamChoice(t.Id, t.Names, t.Unit, actors.All.Count(a => a.Teams.Contains(t.Id))))],
            [.. roles.All.Select(r => new RoleChoice(r.Code, r.Names, actors.All.Count(a => a.Roles.Contains(r.Code))))]));
}
