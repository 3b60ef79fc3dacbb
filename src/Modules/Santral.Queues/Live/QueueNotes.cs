using Santral.Contracts.Queues;
using Santral.Queues.Data;
using Santral.Queues.Domain;

namespace Santral.Queues.Live;

/// <summary>What is noted when something happens in the queues: log rows, today's figures, news for the screens.</summary>
public sealed class QueueNotes(QueueLog log, QueueDay day, DeskNews news, TimeProvider clock) : IHearQueues
{
    public void WaitBegan(QueueTicket ticket)
    {
        ticket.WaitRow = Guid.CreateVersion7(ticket.JoinedAt);
        log.Add(new WaitRow
        {
            Id = ticket.WaitRow,
            CallId = ticket.Call,
            TeamId = ticket.Team,
            CallingNumber = ticket.Number,
            PlaceAt = ticket.PlaceAt,
            JoinedAt = ticket.JoinedAt,
        });
    }

    public void WaitOver(QueueTicket ticket, QueueEffect.WaitOver over, DateTimeOffset at)
    {
        day.WaitOver(over.Team, over.End, over.Waited, at);
        log.Change<WaitRow>(ticket.WaitRow, row =>
        {
            row.EndedAt = at;
            row.End = over.End;
            row.WaitedFor = over.Waited;
            row.Agent = over.Agent;
            row.CallingNumber = over.End == WaitEnd.Abandoned ? row.CallingNumber : null;
        });
    }

    public void TalkOver(QueueEffect.TalkOver over)
    {
        day.TalkOver(over.Agent, over.Team, over.EndedAt - over.AnsweredAt, over.EndedAt);
        log.Add(new TalkRow
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            CallId = over.Call,
            Agent = over.Agent,
            TeamId = over.Team,
            AnsweredAt = over.AnsweredAt,
            EndedAt = over.EndedAt,
            TalkedFor = over.EndedAt - over.AnsweredAt,
        });
    }

    public void PresenceSet(QueueEffect.PresenceSet set) => log.Add(new PresenceRow
    {
        Id = Guid.CreateVersion7(set.At),
        Agent = set.Agent,
        State = set.State,
        Reason = set.Reason,
        At = set.At,
    });

    public void AgentChanged(UserId agent) => news.DeskChanged(agent);

    public void TeamChanged(TeamId team) => news.TeamsChanged();
}
