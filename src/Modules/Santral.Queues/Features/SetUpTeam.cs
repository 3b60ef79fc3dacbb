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
    /// <param name="Skills">`sv:3 billing`; a level is 1 to 5.</param>
    public sealed record Member(UserId UserId, [property: Range(0, 100)] int Priority, [property: MaxLength(Contracts.Queues.Skills.LongestText)] string? Skills = null);

    /// <param name="Opens">Minutes after midnight.</param>
    /// <param name="Closes">Minutes after midnight, 1440 for the end of the day.</param>
    public sealed record Hours(
        [property: EnumDataType(typeof(DayOfWeek))] DayOfWeek Day,
        [property: Range(0, OpeningTime.WholeDay)] int Opens,
        [property: Range(1, OpeningTime.WholeDay)] int Closes);

    /// <summary>What the team promises, and from when on the wallboard colours a wait.</summary>
    public sealed record Promise(
        [property: Range(1, 600)] int WithinSeconds,
        [property: Range(1, 100)] int Percent,
        [property: Range(0, 60)] int ShortAbandonSeconds,
        [property: Range(1, 3600)] int WarningSeconds,
        [property: Range(1, 3600)] int AlarmSeconds);

    /// <param name="HeadStartSeconds">Its callers count as having waited so much longer, where its agents serve other teams too.</param>
    /// <param name="OverflowTo">Null: callers stay.</param>
    /// <param name="LastAgentDays">0: nobody is preferred.</param>
    /// <param name="RelaxSkillsSeconds">0: who needs a skill waits for it.</param>
    /// <param name="EndsAtClosing">Who waits when the team closes is sent away; otherwise still served.</param>
    /// <param name="KeepPlaceSeconds">Who is cut off and calls again within it has his place.</param>
    public sealed record Routing(
        [property: Range(0, 3600)] int HeadStartSeconds,
        TeamId? OverflowTo,
        [property: Range(0, 3600)] int OverflowAfterSeconds,
        [property: Range(0, 365)] int LastAgentDays,
        [property: Range(0, 300)] int LastAgentWaitSeconds,
        bool MatchesLanguage,
        [property: Range(0, 3600)] int RelaxSkillsSeconds,
        bool EndsAtClosing,
        [property: Range(0, 3600)] int KeepPlaceSeconds);

    /// <param name="EverySeconds">0: music only.</param>
    public sealed record Speech([property: Range(0, 600)] int EverySeconds, bool Position, bool Wait, bool OffersCallback = false);

    /// <param name="MaxWaitSeconds">0: callers may wait as long as they like.</param>
    /// <param name="Dispositions">Codes of what its agents may say came of a call; empty: all.</param>
    public sealed record Request(
        int Version,
        [property: Required] Names Names,
        [property: Range(5, 120)] int RingSeconds,
        [property: Range(0, 900)] int WrapUpSeconds,
        [property: Range(0, 14400)] int MaxWaitSeconds,
        bool AcceptsWithoutAgents,
        [property: Required, MaxLength(60)] string TimeZone,
        [property: Required] Promise Promise,
        [property: Required] Routing Routing,
        [property: Required] Speech Speech,
        [property: Required, MaxLength(500)] IReadOnlyList<Member> Members,
        [property: Required, MaxLength(50)] IReadOnlyList<Hours> OpeningHours,
        [property: MaxLength(30)] IReadOnlyList<string>? Dispositions = null);

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
        Promise Promise,
        Routing Routing,
        Speech Speech,
        IReadOnlyList<Member> Members,
        IReadOnlyList<Hours> OpeningHours,
        IReadOnlyList<string> Dispositions,
        int Version);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var teams = routes.MapGroup("/queues/teams").RequirePermission(QueuesPermissions.Settings).WithTags("queues");
        teams.MapGet("", ListAsync).WithName("ListTeams").WithSummary("All teams with their settings.");
        teams.MapGet("/{id}", ReadAsync).WithName("ReadTeam").WithSummary("One team with its settings.");
        routes.MapGet("/queues/dispositions", Dispositions).RequirePermission(QueuesPermissions.Settings).WithTags("queues").WithName("ListAllDispositions").WithSummary("Every outcome of a call that a team can offer.");
        teams.MapPut("/{id}", HandleAsync).WithName("SetUpTeam").WithSummary("Changes a team's settings.");
    }

    internal static async Task<Ok<IReadOnlyList<Response>>> ListAsync(QueuesDb db, CancellationToken stop)
    {
        var teams = await db.Teams.AsNoTracking().OrderBy(t => t.Code).ToListAsync(stop);
        return TypedResults.Ok<IReadOnlyList<Response>>([.. teams.Select(ResponseOf)]);
    }

    internal static Ok<IReadOnlyList<DispositionChoice>> Dispositions(TeamDispositions dispositions) => TypedResults.Ok(dispositions.All);

    internal static async Task<Ok<Response>> ReadAsync(TeamId id, QueuesDb db, CancellationToken stop)
        => TypedResults.Ok(ResponseOf(await FindAsync(db.Teams.AsNoTracking(), id, stop)));

    internal static async Task<Ok<Response>> HandleAsync(
        TeamId id, Request request, QueuesDb db, TeamBook book, QueueSet queues, IKnowPeople people, TeamDispositions dispositions, CancellationToken stop)
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
        Apply(team, request, book);
        team.Staff(request.Members.Select(m => (m.UserId, m.Priority)));
        foreach (var member in request.Members)
        {
            team.Train(member.UserId, Skills.TryRead(member.Skills, out var skills) ? skills : throw new Refusal("queues.skills_unreadable", RefusalKind.Invalid, ("skills", member.Skills)));
        }

        team.Offer(dispositions.CheckOrRefuse(request.Dispositions ?? []));
        team.Open(request.TimeZone, [.. request.OpeningHours.Select(h => new OpeningTime(h.Day, h.Opens, h.Closes))]);
        db.Entry(team).State = EntityState.Modified;
        await db.SaveChangesAsync(stop);
        await book.LoadAsync(db, stop);
        await queues.DoAsync(new QueueInput.TeamsChanged(book.Rules));
        return TypedResults.Ok(ResponseOf(team));
    }

    private static void Apply(Team team, Request request, TeamBook book)
    {
        var (promise, routing) = (request.Promise, request.Routing);
        if (routing.OverflowTo is { } to && book.Find(to) is null)
        {
            throw new Refusal("queues.team_unknown", RefusalKind.Invalid);
        }

        team.Promise(
            TimeSpan.FromSeconds(promise.WithinSeconds),
            promise.Percent,
            TimeSpan.FromSeconds(promise.ShortAbandonSeconds),
            TimeSpan.FromSeconds(promise.WarningSeconds),
            TimeSpan.FromSeconds(promise.AlarmSeconds));
        team.Route(
            TimeSpan.FromSeconds(routing.HeadStartSeconds),
            routing.OverflowTo,
            TimeSpan.FromSeconds(routing.OverflowAfterSeconds),
            routing.LastAgentDays,
            TimeSpan.FromSeconds(routing.LastAgentWaitSeconds));
        team.AskSkills(routing.MatchesLanguage, TimeSpan.FromSeconds(routing.RelaxSkillsSeconds));
        team.Hold(routing.EndsAtClosing, TimeSpan.FromSeconds(routing.KeepPlaceSeconds));
        team.Announce(new TeamSpeech(TimeSpan.FromSeconds(request.Speech.EverySeconds), request.Speech.Position, request.Speech.Wait), request.Speech.OffersCallback);
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
        new Promise(
            (int)team.ServiceLevelWithin.TotalSeconds, team.ServiceLevelPercent, (int)team.ShortAbandon.TotalSeconds, (int)team.WaitWarning.TotalSeconds, (int)team.WaitAlarm.TotalSeconds),
        new Routing(
            (int)team.HeadStart.TotalSeconds,
            team.OverflowTo,
            (int)team.OverflowAfter.TotalSeconds,
            team.LastAgentDays,
            (int)team.LastAgentWait.TotalSeconds,
            team.MatchesLanguage,
            (int)team.RelaxSkillsAfter.TotalSeconds,
            team.EndsAtClosing,
            (int)team.KeepPlaceFor.TotalSeconds),
        new Speech((int)team.AnnounceEvery.TotalSeconds, team.AnnouncesPosition, team.AnnouncesWait, team.OffersCallback),
        [.. team.Members.OrderByDescending(m => m.Priority).Select(m => new Member(m.Agent, m.Priority, m.SkillText))],
        [.. team.Opening.Times.Select(t => new Hours(t.Day, t.Opens, t.Closes))],
        team.Dispositions,
        team.Version);
}
