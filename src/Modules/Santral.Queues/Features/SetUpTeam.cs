using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Contracts.Queues;
using Santral.Queues.Data;
using Santral.Queues.Domain;
using Santral.Queues.Live;

namespace Santral.Queues.Features;

/// <summary>A supervisor reads and changes who is in a team, how it rings and when it is open.</summary>
public static class SetUpTeam
{
    public sealed record Member(UserId UserId, [property: Range(0, 100)] int Priority);

    /// <param name="Opens">Minutes after midnight.</param>
    /// <param name="Closes">Minutes after midnight, 1440 for the end of the day.</param>
    public sealed record Hours(
        [property: EnumDataType(typeof(DayOfWeek))] DayOfWeek Day,
        [property: Range(0, OpeningTime.WholeDay)] int Opens,
        [property: Range(1, OpeningTime.WholeDay)] int Closes);

    /// <param name="MaxWaitSeconds">0: callers may wait as long as they like.</param>
    public sealed record Request(
        int Version,
        [property: Required] Names Names,
        [property: Range(5, 120)] int RingSeconds,
        [property: Range(0, 900)] int WrapUpSeconds,
        [property: Range(0, 14400)] int MaxWaitSeconds,
        bool AcceptsWithoutAgents,
        [property: Required, MaxLength(60)] string TimeZone,
        [property: Required, MaxLength(500)] IReadOnlyList<Member> Members,
        [property: Required, MaxLength(50)] IReadOnlyList<Hours> OpeningHours);

    public sealed record Response(
        TeamId Id,
        string Code,
        Names Names,
        string Unit,
        int RingSeconds,
        int WrapUpSeconds,
        int MaxWaitSeconds,
        bool AcceptsWithoutAgents,
        string TimeZone,
        IReadOnlyList<Member> Members,
        IReadOnlyList<Hours> OpeningHours,
        int Version);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var teams = routes.MapGroup("/queues/teams").RequirePermission(QueuesPermissions.Settings).WithTags("queues");
        teams.MapGet("", ListAsync).WithName("ListTeams").WithSummary("All teams with their settings.");
        teams.MapGet("/{id}", ReadAsync).WithName("ReadTeam").WithSummary("One team with its settings.");
        teams.MapPut("/{id}", HandleAsync).WithName("SetUpTeam").WithSummary("Changes a team's settings.");
    }

    internal static async Task<Ok<IReadOnlyList<Response>>> ListAsync(QueuesDb db, CancellationToken stop)
    {
        var teams = await db.Teams.AsNoTracking().OrderBy(t => t.Code).ToListAsync(stop);
        return TypedResults.Ok<IReadOnlyList<Response>>([.. teams.Select(ResponseOf)]);
    }

    internal static async Task<Ok<Response>> ReadAsync(TeamId id, QueuesDb db, CancellationToken stop)
        => TypedResults.Ok(ResponseOf(await FindAsync(db.Teams.AsNoTracking(), id, stop)));

    internal static async Task<Ok<Response>> HandleAsync(
        TeamId id, Request request, QueuesDb db, TeamBook book, QueueSet queues, IKnowPeople people, CancellationToken stop)
    {
        var team = await FindAsync(db.Teams, id, stop);
        db.Entry(team).Property(t => t.Version).OriginalValue = request.Version;
        if (request.Members.FirstOrDefault(m => people.Find(m.UserId) is null) is { } stranger)
        {
            throw new Refusal("queues.member_unknown", RefusalKind.Invalid, ("userId", stranger.UserId));
        }

        team.Rename(request.Names);
        team.Ring(
            TimeSpan.FromSeconds(request.RingSeconds),
            TimeSpan.FromSeconds(request.WrapUpSeconds),
            TimeSpan.FromSeconds(request.MaxWaitSeconds),
            request.AcceptsWithoutAgents);
        team.Staff(request.Members.Select(m => (m.UserId, m.Priority)));
        team.Open(request.TimeZone, [.. request.OpeningHours.Select(h => new OpeningTime(h.Day, h.Opens, h.Closes))]);
        db.Entry(team).State = EntityState.Modified;
        await db.SaveChangesAsync(stop);
        await book.LoadAsync(db, stop);
        await queues.DoAsync(new QueueInput.TeamsChanged(book.Rules));
        return TypedResults.Ok(ResponseOf(team));
    }

    private static async Task<Team> FindAsync(IQueryable<Team> teams, TeamId id, CancellationToken stop)
        => await teams.FirstOrDefaultAsync(t => t.Id == id, stop) ?? throw new Refusal("queues.team_unknown", RefusalKind.Unknown);

    private static Response ResponseOf(Team team) => new(
        team.Id,
        team.Code,
        team.Names,
        team.Unit,
        (int)team.RingFor.TotalSeconds,
        (int)team.WrapUpFor.TotalSeconds,
        (int)team.MaxWait.TotalSeconds,
        team.AcceptsWithoutAgents,
        team.TimeZone,
        [.. team.Members.OrderByDescending(m => m.Priority).Select(m => new Member(m.Agent, m.Priority))],
        [.. team.Opening.Times.Select(t => new Hours(t.Day, t.Opens, t.Closes))],
        team.Version);
}
