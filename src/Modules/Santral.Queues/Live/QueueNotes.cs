using Santral.Contracts.Queues;
using Santral.Queues.Data;
using Santral.Queues.Domain;

namespace Santral.Queues.Live;

/// <summary>What is noted when something happens in the queues: log rows, today's figures, news for the screens.</summary>
public sealed class QueueNotes(QueueLog log, QueueDay day, DeskNews news, TimeProvider clock) : IHearQueues
{
    /// <summary>The conversation each agent writes up; told and read by the actor alone.</summary>
    private readonly Dictionary<UserId, Guid> _writtenUp = [];

    public void WaitBegan(QueueTicket ticket)
    {
        ticket.WaitRow = Guid.CreateVersion7(ticket.JoinedAt);
        day.WaitBegan(ticket.WaitRow, ticket.Team, ticket.JoinedAt, ticket.OverflowedFrom is not null);
        log.Add(new WaitRow
        {
            Id = ticket.WaitRow,
            OverflowedFrom = ticket.OverflowedFrom,
            CallId = ticket.Call,
            TeamId = ticket.Team,
            CallingNumber = ticket.Number,
            PlaceAt = ticket.PlaceAt,
            JoinedAt = ticket.JoinedAt,
        });
    }

    public void WaitOver(QueueTicket ticket, QueueEffect.WaitOver over, DateTimeOffset at)
    {
        day.WaitOver(ticket.WaitRow, over.End, over.Waited);
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
        var row = Guid.CreateVersion7(clock.GetUtcNow());
        _writtenUp[over.Agent] = row;
        if (!over.IsOwn)
        {
            day.TalkOver(row, over.Team, over.Agent, over.AnsweredAt, over.EndedAt - over.AnsweredAt);
        }

        log.Add(new TalkRow
        {
            Id = row,
            CallId = over.Call,
            Agent = over.Agent,
            TeamId = over.Team,
            AnsweredAt = over.AnsweredAt,
            EndedAt = over.EndedAt,
            TalkedFor = over.EndedAt - over.AnsweredAt,
            IsOwn = over.IsOwn,
        });
    }

    public void WrapUpOver(QueueEffect.WrapUpOver over)
    {
        if (_writtenUp.Remove(over.Agent, out var row))
        {
            day.WrappedUp(row, over.WrappedUp);
            log.Change<TalkRow>(row, talk => talk.WrappedUpFor = over.WrappedUp);
            news.TeamsChanged();
        }
    }

    public void OfferOver(QueueEffect.OfferOver over, DateTimeOffset at)
    {
        day.OfferOver(new OfferRecord(over.Team, over.Agent, over.OfferedAt, over.End));
        log.Add(new OfferRow
        {
            Id = Guid.CreateVersion7(at),
            CallId = over.Call,
            Agent = over.Agent,
            TeamId = over.Team,
            OfferedAt = over.OfferedAt,
            End = over.End,
            RangFor = at - over.OfferedAt,
        });
    }

    public void SpanOver(SpanRecord span)
    {
        // Who is away from work altogether needs no line.
        if (span is { Presence: PresenceState.Offline, Activity: AgentActivity.Idle })
        {
            return;
        }

        day.SpanOver(span);
        log.Add(new SpanRow
        {
            Id = Guid.CreateVersion7(span.Until),
            Agent = span.Agent,
            Presence = span.Presence,
            Reason = span.Reason,
            Activity = span.Activity,
            TeamId = span.Team,
            From = span.From,
            Until = span.Until,
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
