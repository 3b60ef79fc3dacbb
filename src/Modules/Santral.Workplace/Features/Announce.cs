using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Contracts.Queues;
using Santral.Workplace.Data;
using Santral.Workplace.Domain;

namespace Santral.Workplace.Features;

/// <summary>A warning or a message to people, teams or departments (P-19).</summary>
internal static class Announce
{
    /// <param name="Units">Codes of business units: everybody in a team of theirs.</param>
    /// <param name="Path">A page of the web app it leads to.</param>
    public sealed record Request(
        [Required] string Text,
        bool IsWarning = false,
        [MaxLength(200)] IReadOnlyList<UserId>? Users = null,
        [MaxLength(50)] IReadOnlyList<TeamId>? Teams = null,
        [MaxLength(50)] IReadOnlyList<string>? Units = null,
        [StringLength(Notice.LongestPath)] string? Path = null);

    public sealed record Response(AnnouncementId Id, int Reached);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/notices", HandleAsync)
        .RequirePermission(WorkplacePermissions.Announce)
        .WithName("Announce")
        .WithTags("workplace")
        .WithSummary("Tells people, teams or departments something; they have it in the bell at once.");

    internal static async Task<Created<Response>> HandleAsync(
        Request body, WorkplaceDb db, IKnowPeople people, IKnowTeams teams, IOrganisation organisation, ICurrentUser user, TimeProvider clock, CancellationToken stop)
    {
        var text = Typed.Lines(body.Text);
        if (text.Length is 0 or > Announcement.LongestText)
        {
            throw new Refusal("workplace.announcement_length", RefusalKind.Invalid, ("max", Announcement.LongestText));
        }

        var path = body.Path ?? "";
        if (path.Length > 0 && (path[0] != '/' || path.StartsWith("//", StringComparison.Ordinal) || path.Any(char.IsControl) || path.Contains('\\', StringComparison.Ordinal)))
        {
            throw new Refusal("workplace.path_invalid", RefusalKind.Invalid);
        }

        var to = Reached(body, people, teams, organisation);
        var announcement = Announcement.Write(Id.New<AnnouncementId>(clock), text, body.IsWarning, path, to, user.IdOrRefuse(), clock.GetUtcNow());
        db.Announcements.Add(announcement);
        await db.SaveChangesAsync(stop);
        return TypedResults.Created((string?)null, new Response(announcement.Id, announcement.Reached));
    }

    private static HashSet<UserId> Reached(Request body, IKnowPeople people, IKnowTeams teams, IOrganisation organisation)
    {
        var to = new HashSet<UserId>();
        foreach (var id in body.Users ?? [])
        {
            to.Add(people.Find(id) is { IsActive: true } ? id : throw new Refusal("workplace.person_unknown", RefusalKind.Invalid));
        }

        foreach (var id in body.Teams ?? [])
        {
            var team = teams.Find(id) ?? throw new Refusal("workplace.team_unknown", RefusalKind.Invalid);
            to.UnionWith(Members(t => t.Id == team.Id));
        }

        foreach (var code in body.Units ?? [])
        {
            var unit = organisation.Find(code ?? "") ?? throw new Refusal("workplace.unit_unknown", RefusalKind.Invalid);
            to.UnionWith(Members(t => t.Unit == unit.Code));
        }

        return to;

        IEnumerable<UserId> Members(Func<TeamSummary, bool> isTheirs)
            => people.All.Where(p => p.IsActive && teams.Of(p.Id).Any(isTheirs)).Select(p => p.Id);
    }
}
