using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Santral.Contracts.Calls;
using Santral.Contracts.Queues;
using Santral.Queues.Domain;

namespace Santral.Queues.Live;

/// <summary>Runs a caller through the queue on the call's own task: music, offers, conversation, and again when the agent was lost.</summary>
public sealed class ServeCallers(QueueSet queues, TeamBook teams, IServiceProvider services, ILogger<ServeCallers> log) : IQueueCalls
{
    public bool IsOpen(string teamCode) => teams.IsOpen(teamCode);

    public async Task<QueueOutcome> ServeAsync(ICallLine line, QueueRequest request, CancellationToken hungUp)
    {
        if (teams.FindByCode(request.TeamCode) is not { } team)
        {
            log.LogError("No team {Team}: a caller could not be queued.", request.TeamCode);
            return QueueOutcome.NoAgents;
        }

        var ticket = queues.Join(line.Id, line.CallingNumber, team.Id, request.Priority);
        try
        {
            while (true)
            {
                line.Stage = CallStage.Queue;
                await line.StartMusicAsync(hungUp);
                if (await UntilConnectedAsync(line, request, team, ticket, hungUp) is { } notServed)
                {
                    await line.StopMusicAsync(hungUp);
                    return notServed;
                }

                var end = await line.ConversationAsync(hungUp);
                queues.Post(new QueueInput.TalkEnded(line.Id, ticket.Agent, end));
                if (end != ConversationEnd.AgentLost)
                {
                    return QueueOutcome.Served;
                }
            }
        }
        finally
        {
            // Whatever happened, hang-up or failure: neither the agent nor the place stays taken.
            queues.Leave(ticket);
        }
    }

    private async Task<QueueOutcome?> UntilConnectedAsync(
        ICallLine line, QueueRequest request, TeamSummary team, QueueTicket ticket, CancellationToken hungUp)
    {
        while (true)
        {
            var turn = await ticket.NextAsync(hungUp);
            if (turn.Offer is not { } offer)
            {
                return turn.Outcome;
            }

            ticket.Agent = offer.Agent;
            var outcome = await line.OfferAsync(new CallOffer(offer.Agent, team, offer.RingFor, offer.Waited, request.Unverified), hungUp);
            queues.Post(new QueueInput.OfferEnded(line.Id, offer.Agent, outcome, PhoneThere(offer.Agent)));
            if (outcome == OfferOutcome.Answered)
            {
                return null;
            }
        }
    }

    // Asked late: the calls need the queues to be made first.
    private bool PhoneThere(UserId agent) => services.GetService<IAgentPhones>()?.IsReachable(agent) ?? false;
}
