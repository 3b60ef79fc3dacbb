using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Santral.Contracts.Calls;
using Santral.Contracts.Queues;
using Santral.Queues.Domain;

namespace Santral.Queues.Live;

/// <summary>
/// Runs a caller through the queue on the call's own task: music, offers, conversation, again when the agent was lost, and on to whoever he was sent to.
/// A transferred caller is never lost: nobody takes him, then who sent him gets him back, and is that one gone, the head of his queue.
/// </summary>
public sealed class ServeCallers(QueueSet queues, TeamBook teams, WaitSpeech speech, IServiceProvider services, TimeProvider clock, ILogger<ServeCallers> log) : IQueueCalls
{
    /// <summary>Whoever knows the caller is asked for no longer than this; then he waits like everybody.</summary>
    private static readonly TimeSpan LookUp = TimeSpan.FromMilliseconds(300);

    public bool IsOpen(string teamCode) => teams.IsOpen(teamCode);

    public async Task<QueueOutcome> ServeAsync(ICallLine line, QueueRequest request, CancellationToken hungUp)
    {
        if (teams.FindByCode(request.TeamCode) is not { } team)
        {
            log.LogError("No team {Team}: a caller could not be queued.", request.TeamCode);
            return QueueOutcome.NoAgents;
        }

        var stand = new Stand(team, await PlaceAsync(line, request, team, hungUp), null);
        TransferOrder? order = null;
        while (true)
        {
            var end = await StandAsync(line, request, stand, hungUp);
            if (end.IsTransferred)
            {
                order = line.Transfer ?? throw new InvalidOperationException("A transferred caller has no target.");
                if (order.Number is not null)
                {
                    if (await line.ToNumberAsync(order, hungUp))
                    {
                        return QueueOutcome.Served;
                    }

                    line.NotTaken(order);
                    stand = Returned(order, request);
                    continue;
                }

                stand = new Stand(order.Team, new QueuePlace(request.HeadStart, order.To), new OfferOrigin(order.From, IsReturned: false));
            }
            else if (end.Outcome is not { } outcome)
            {
                stand = new Stand(stand.Team, new QueuePlace(request.HeadStart, AtHead: true), null);
            }
            else if (outcome == QueueOutcome.Served || stand.Origin is null || order is null)
            {
                return outcome;
            }
            else if (!stand.Origin.IsReturned)
            {
                line.NotTaken(order);
                stand = Returned(order, request);
            }
            else
            {
                stand = new Stand(order.FromTeam, new QueuePlace(request.HeadStart, AtHead: true), null);
            }
        }
    }

    /// <summary>Nobody took him: back to who sent him.</summary>
    private static Stand Returned(TransferOrder order, QueueRequest request)
        => new(order.FromTeam, new QueuePlace(request.HeadStart, order.From, IsReturned: true), new OfferOrigin(order.From, IsReturned: true));

    /// <summary>One stand in one queue, with all its conversations.</summary>
    private async Task<StandEnd> StandAsync(ICallLine line, QueueRequest request, Stand stand, CancellationToken hungUp)
    {
        var ticket = queues.Join(line.Id, line.CallingNumber, stand.Team.Id, stand.Place);
        try
        {
            while (true)
            {
                line.Stage = CallStage.Queue;
                await line.StartMusicAsync(hungUp);
                if (await UntilConnectedAsync(line, request, stand, ticket, hungUp) is { } notServed)
                {
                    await line.StopMusicAsync(hungUp);
                    return new StandEnd(notServed);
                }

                var end = await line.ConversationAsync(hungUp);
                while (end == ConversationEnd.HandedOver && line.Agent is { } next)
                {
                    queues.Post(new QueueInput.TalkMoved(line.Id, ticket.Agent, next.Agent, next.Team.Id));
                    ticket.Agent = next.Agent;
                    end = await line.ConversationAsync(hungUp);
                }

                queues.Post(new QueueInput.TalkEnded(line.Id, ticket.Agent, end));
                if (end == ConversationEnd.Transferred)
                {
                    return new StandEnd(null, IsTransferred: true);
                }

                if (end != ConversationEnd.AgentLost)
                {
                    return new StandEnd(QueueOutcome.Served);
                }

                if (stand.Place.Only is not null)
                {
                    return new StandEnd(null);
                }
            }
        }
        finally
        {
            // Whatever happened, hang-up or failure: neither the agent nor the place stays taken.
            queues.Leave(ticket);
        }
    }

    private async Task<QueueOutcome?> UntilConnectedAsync(ICallLine line, QueueRequest request, Stand stand, QueueTicket ticket, CancellationToken hungUp)
    {
        while (true)
        {
            var turn = await speech.NextAsync(line, ticket, mayLeave: stand is { Origin: null, Place.Only: null }, hungUp);
            if (turn.Offer is not { } offer)
            {
                return turn.Outcome;
            }

            ticket.Agent = offer.Agent;
            var outcome = await line.OfferAsync(
                new CallOffer(offer.Agent, teams.Find(offer.Team) ?? stand.Team, offer.RingFor, offer.Waited, request.Unverified, stand.Origin), hungUp);
            queues.Post(new QueueInput.OfferEnded(line.Id, offer.Agent, outcome, PhoneThere(offer.Agent)));
            if (outcome == OfferOutcome.Answered)
            {
                return null;
            }
        }
    }

    /// <summary>How a caller who comes from the menu stands: with his head start, what he needs an agent to know, and who knows him.</summary>
    private async Task<QueuePlace> PlaceAsync(ICallLine line, QueueRequest request, TeamSummary team, CancellationToken hungUp)
    {
        var settings = teams.SettingsOf(team.Id);
        var skills = Skills.Read(request.Skills);
        return new QueuePlace(request.HeadStart)
        {
            Skills = settings is { MatchesLanguage: true } ? skills.With(line.Language) : skills,
            Preferred = settings is { LastAgentDays: > 0 } && line.CallingNumber is { } number ? await LastAgentAsync(number, team.Id, settings.LastAgentDays, hungUp) : null,
            PreferredFor = settings?.LastAgentWait ?? TimeSpan.Zero,
        };
    }

    private async Task<UserId?> LastAgentAsync(PhoneNumber number, TeamId team, int days, CancellationToken hungUp)
    {
        try
        {
            return services.GetService<IFindLastAgent>() is { } finder
                ? await finder.OfAsync(number, team, clock.GetUtcNow() - TimeSpan.FromDays(days), hungUp).WaitAsync(LookUp, clock, hungUp)
                : null;
        }
        catch (Exception e) when (!hungUp.IsCancellationRequested)
        {
            log.LogWarning(e, "Who knows a caller could not be found out in time.");
            return null;
        }
    }

    // Asked late: the calls need the queues to be made first.
    private bool PhoneThere(UserId agent) => services.GetService<IAgentPhones>()?.IsReachable(agent) ?? false;

    private sealed record Stand(TeamSummary Team, QueuePlace Place, OfferOrigin? Origin);

    /// <param name="Outcome">Null when he was transferred out of his conversation, or lost the one agent he was meant for.</param>
    private readonly record struct StandEnd(QueueOutcome? Outcome, bool IsTransferred = false);
}
