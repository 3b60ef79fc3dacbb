using System.Threading.Channels;
using Santral.Contracts.Calls;
using Santral.Contracts.Queues;
using Santral.Queues.Domain;

namespace Santral.Queues.Live;

/// <summary>A caller's place in the queue, held by the task that runs his call.</summary>
public sealed class QueueTicket(CallId call, PhoneNumber? number, TeamId team)
{
    private readonly Channel<QueueTurn> _turns = Channel.CreateUnbounded<QueueTurn>();

    public CallId Call { get; } = call;

    public PhoneNumber? Number { get; } = number;

    /// <summary>Where he waits now.</summary>
    public TeamId Team { get; internal set; } = team;

    /// <summary>Where he came in: whoever calls again comes in there too.</summary>
    public TeamId FirstTeam { get; } = team;

    /// <summary>Known once the actor has let him in.</summary>
    public DateTimeOffset JoinedAt { get; internal set; }

    public DateTimeOffset PlaceAt { get; internal set; }

    /// <summary>Whom he was offered last.</summary>
    internal UserId Agent { get; set; }

    /// <summary>The row of this wait in the log.</summary>
    internal Guid WaitRow { get; set; }

    /// <summary>The queue he came from by overflow.</summary>
    public TeamId? OverflowedFrom { get; internal set; }

    /// <summary>Minutes of waiting he was told last.</summary>
    internal int? ToldMinutes { get; set; }

    /// <summary>Completed when there is a turn to take.</summary>
    internal ValueTask<bool> HasTurnAsync(CancellationToken hungUp) => _turns.Reader.WaitToReadAsync(hungUp);

    internal ValueTask<QueueTurn> NextAsync(CancellationToken hungUp) => _turns.Reader.ReadAsync(hungUp);

    internal void Tell(QueueTurn turn) => _turns.Writer.TryWrite(turn);
}

/// <summary>What becomes of a waiting caller: an offer to try, or the end of waiting.</summary>
internal sealed record QueueTurn(QueueEffect.Offer? Offer, QueueOutcome? Outcome);

/// <summary>Told by the actor, on its own task: whoever listens only notes and never waits.</summary>
public interface IHearQueues
{
    void WaitBegan(QueueTicket ticket);

    void WaitOver(QueueTicket ticket, QueueEffect.WaitOver over, DateTimeOffset at);

    void TalkOver(QueueEffect.TalkOver over);

    void OfferOver(QueueEffect.OfferOver over, DateTimeOffset at);

    void WrapUpOver(QueueEffect.WrapUpOver over);

    /// <summary>A stretch of an agent's day is over.</summary>
    void SpanOver(SpanRecord span);

    void PresenceSet(QueueEffect.PresenceSet set);

    void AgentChanged(UserId agent);

    void TeamChanged(TeamId team);
}

/// <summary>How somebody stands in a queue.</summary>
/// <param name="Only">The one agent he is meant for.</param>
internal sealed record QueuePlace(int HeadStart, UserId? Only = null, bool AtHead = false, bool IsReturned = false)
{
    public Skills Skills { get; init; } = Skills.None;

    public UserId? Preferred { get; init; }

    public TimeSpan PreferredFor { get; init; }
}
