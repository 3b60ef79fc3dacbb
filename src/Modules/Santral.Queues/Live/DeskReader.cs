using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Calls;
using Santral.Contracts.Identity;
using Santral.Contracts.Queues;
using Santral.Queues.Domain;
using Santral.Queues.Features;

namespace Santral.Queues.Live;

/// <summary>Puts an agent's desk together from the queues' pictures and from what the calls know of him.</summary>
public sealed class DeskReader(QueuePictures pictures, TeamBook teams, QueueDay day, IServiceProvider services, TimeProvider clock)
{
    internal LiveDesk Live(UserId agent) => new(Presence(agent), new DeskPhone(PhoneOf(agent)), Call(agent), Callback(agent));

    internal DeskSnapshot Snapshot(UserId agent)
    {
        var (answered, average) = day.Of(agent);
        return new DeskSnapshot(
            Presence(agent),
            new DeskPhone(PhoneOf(agent)),
            Call(agent),
            [.. teams.Of(agent).Select(Figures)],
            new DeskToday(answered, Whole(average)),
            Callback(agent));
    }

    internal IReadOnlyList<TeamFigures> AllTeams() => [.. teams.All.Select(Figures)];

    /// <summary>Asked late: the calls need the queues to be made first.</summary>
    internal PhoneKind PhoneOf(UserId agent) => services.GetService<IAgentPhones>()?.KindOf(agent) ?? PhoneKind.None;

    private static int Whole(TimeSpan length) => (int)Math.Round(length.TotalSeconds, MidpointRounding.AwayFromZero);

    private DeskPresence Presence(UserId agent) => pictures.Of(agent) is { } known
        ? new DeskPresence(known.Presence, known.Activity, known.Reason, known.PresenceSince, known.ActivitySince, known.WrapUpUntil)
        : new DeskPresence(PresenceState.Offline, AgentActivity.Idle, null, clock.GetUtcNow(), clock.GetUtcNow(), null);

    private DeskCallNow? Call(UserId agent)
    {
        var call = services.GetService<IDeskCalls>()?.Of(agent);
        var writesUp = pictures.Of(agent) is { Activity: AgentActivity.WrapUp } known && known.Call == call?.CallId;

        // An ended call is on the desk while it is written up, no longer.
        return call is null || (call.State == DeskCallState.Ended && !writesUp) ? null : DeskCallNow.From(call, Whole(call.Waited), SentBy(call.Origin), ConsultOf(call.Consult), AttendingOf(call.Supervisor));
    }

    private DeskCallback? Callback(UserId agent) => services.GetService<CallbackOffers>()?.Of(agent) is var (callback, until)
        ? new DeskCallback(callback.Id, callback.Number, callback.Team, callback.Language, callback.PlaceAt, callback.PromisedAt, until)
        : null;

    private SentBy? SentBy(OfferOrigin? origin)
        => origin is null ? null : new SentBy(origin.By, NameOf(origin.By), origin.IsReturned);

    private Consulting? ConsultOf(DeskConsult? consult)
        => consult is null ? null : new Consulting(
            consult.With, consult.With is { } colleague ? NameOf(colleague) : consult.Number?.Value ?? "", consult.State, consult.Since, consult.IsAsked, consult.Number);

    private Attending? AttendingOf(DeskSupervisor? supervisor)
        => supervisor is null ? null : new Attending(supervisor.By, NameOf(supervisor.By), supervisor.Mode);

    private string NameOf(UserId agent) => services.GetService<IKnowPeople>()?.Find(agent)?.DisplayName ?? "";

    private TeamFigures Figures(TeamSummary team)
    {
        var picture = pictures.Of(team.Id);
        var promised = (services.GetService<ServeCallbacks>()?.Waiting ?? []).Where(c => c.Team.Id == team.Id).Select(c => c.PromisedAt).Order().ToList();
        return new TeamFigures(
            team.Id,
            team.Code,
            team.Names,
            team.Unit,
            picture.Waiting,
            picture.LongestWaitSince,
            day.ServiceLevel(team.Id),
            picture.AgentsReady,
            picture.AgentsTalking,
            promised.Count,
            promised.Count == 0 ? null : promised[0]);
    }
}
