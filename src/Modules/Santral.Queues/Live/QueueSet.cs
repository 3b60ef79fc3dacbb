using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Santral.Contracts.Calls;
using Santral.Contracts.Queues;
using Santral.Queues.Domain;

namespace Santral.Queues.Live;

/// <summary>
/// The one actor of all queues: a mailbox with one reader drives the <see cref="QueueBoard"/>, arms one timer and does what the board wants.
/// Everybody else reads <see cref="QueuePictures"/>.
/// </summary>
public sealed class QueueSet : IHearPhonesChange, IHoldAgents, IAsyncDisposable
{
    private readonly Channel<Letter> _mailbox = Channel.CreateUnbounded<Letter>(new UnboundedChannelOptions { SingleReader = true });
    private readonly QueueBoard _board = new();
    private readonly OldPlaces _places = new();
    private readonly ConcurrentDictionary<CallId, QueueTicket> _tickets = new();
    private readonly TimeProvider _clock;
    private readonly QueuePictures _pictures;
    private readonly IHearQueues _listener;
    private readonly ILogger<QueueSet> _log;
    private readonly Counter<long> _failures;
    private readonly ITimer _timer;
    private readonly Task _loop;

    public QueueSet(TimeProvider clock, QueuePictures pictures, IHearQueues listener, IMeterFactory meters, ILogger<QueueSet> log)
    {
        _clock = clock;
        _pictures = pictures;
        _listener = listener;
        _log = log;
        _failures = meters.Create("Santral.Queues").CreateCounter<long>("santral.queues.failures", description: "Steps of the queues that failed.");
        _timer = clock.CreateTimer(_ => Post(new QueueInput.Tick()), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _loop = ReadAsync();
    }

    public void PhoneReady(UserId agent) => Post(new QueueInput.PhoneReady(agent));

    public void PhoneLost(UserId agent) => Post(new QueueInput.PhoneLost(agent));

    public void Taken(UserId agent, CallId call, TeamId team) => Post(new QueueInput.AgentTaken(agent, call, team));

    public void Speaks(UserId agent, CallId call) => Post(new QueueInput.AgentSpeaks(agent, call));

    public void WritesUp(UserId agent, CallId call, DateTimeOffset since) => Post(new QueueInput.OwnTalkEnded(agent, call, since));

    public void Freed(UserId agent, CallId call) => Post(new QueueInput.AgentFreed(agent, call));

    internal void Post(QueueInput input) => _mailbox.Writer.TryWrite(new Letter(() => input, null));

    /// <summary>Ends when the input has been worked off: its pictures can be read.</summary>
    internal Task DoAsync(QueueInput input)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return _mailbox.Writer.TryWrite(new Letter(() => input, done)) ? done.Task : Task.CompletedTask;
    }

    /// <summary>Takes a place; the ticket hears what becomes of it.</summary>
    internal QueueTicket Join(CallId call, PhoneNumber? number, TeamId team, QueuePlace place)
    {
        var ticket = new QueueTicket(call, number, team);
        _mailbox.Writer.TryWrite(new Letter(
            () =>
            {
                var now = _clock.GetUtcNow();
                ticket.JoinedAt = now;
                ticket.PlaceAt = _places.Take(number, team, now);
                _tickets[call] = ticket;
                if (place.Only is null)
                {
                    Try(() => _listener.WaitBegan(ticket));
                }

                return new QueueInput.CallerJoined(call, team, place.HeadStart, ticket.PlaceAt, place.Only, place.AtHead, place.IsReturned)
                {
                    Skills = place.Skills,
                    Preferred = place.Preferred,
                    PreferredFor = place.PreferredFor,
                };
            },
            null));
        return ticket;
    }

    internal void Leave(QueueTicket ticket)
        => _mailbox.Writer.TryWrite(new Letter(
            () =>
            {
                // A caller who joined again meanwhile has a new ticket; the old one no longer speaks for him.
                return _tickets.TryGetValue(ticket.Call, out var current) && ReferenceEquals(current, ticket)
                    ? new QueueInput.CallerLeft(ticket.Call)
                    : new QueueInput.Tick();
            },
            null,
            After: () => _tickets.TryRemove(new KeyValuePair<CallId, QueueTicket>(ticket.Call, ticket))));

    /// <summary>The caller leaves and a promise takes his place; null when he was offered to an agent at this moment, or is gone.</summary>
    internal async Task<QueueTicket?> PromiseAsync(QueueTicket waiting, CallId callback)
    {
        var ticket = new QueueTicket(callback, null, waiting.Team);
        var isKept = false;
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var isPosted = _mailbox.Writer.TryWrite(new Letter(
            () =>
            {
                ticket.JoinedAt = _clock.GetUtcNow();
                ticket.PlaceAt = waiting.PlaceAt;
                _tickets[callback] = ticket;
                return new QueueInput.CallbackPromised(waiting.Call, callback);
            },
            done,
            After: () =>
            {
                isKept = _board.Has(callback);
                if (!isKept)
                {
                    _tickets.TryRemove(callback, out _);
                }
            }));
        if (isPosted)
        {
            await done.Task;
        }

        return isKept ? ticket : null;
    }

    /// <summary>A promise stands again, with the place it had.</summary>
    internal QueueTicket JoinCallback(CallId callback, TeamId team, DateTimeOffset place)
    {
        var ticket = new QueueTicket(callback, null, team) { PlaceAt = place };
        _mailbox.Writer.TryWrite(new Letter(
            () =>
            {
                ticket.JoinedAt = _clock.GetUtcNow();
                _tickets[callback] = ticket;
                return new QueueInput.CallerJoined(callback, team, 0, place) { IsCallback = true };
            },
            null));
        return ticket;
    }

    /// <summary>How a waiting caller stands just now; null when he no longer waits.</summary>
    internal async Task<(int Position, int Staffed)?> StandingAsync(CallId call)
    {
        (int, int)? standing = null;
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (_mailbox.Writer.TryWrite(new Letter(() => new QueueInput.Tick(), done, After: () => standing = _board.Standing(call))))
        {
            await done.Task;
        }

        return standing;
    }

    /// <summary>Places that a restart cut off.</summary>
    internal void KeepPlace(PhoneNumber number, TeamId team, DateTimeOffset place)
        => _mailbox.Writer.TryWrite(new Letter(
            () =>
            {
                _places.Keep(number, team, place, _clock.GetUtcNow());
                return new QueueInput.Tick();
            },
            null));

    public async ValueTask DisposeAsync()
    {
        _mailbox.Writer.TryComplete();
        await _timer.DisposeAsync();
        await _loop;
    }

    private async Task ReadAsync()
    {
        await foreach (var letter in _mailbox.Reader.ReadAllAsync())
        {
            var now = _clock.GetUtcNow();
            Try(() => Step(letter, now));
            Try(() => letter.After?.Invoke());
            Try(() => Arm(now));
            letter.Done?.TrySetResult();
        }
    }

    /// <summary>
    /// The board has moved on before its effects are done: each by itself, because what one listener's failure kept from the others (an offer to a
    /// caller) would never come again.
    /// </summary>
    private void Step(Letter letter, DateTimeOffset now)
    {
        foreach (var effect in _board.Step(letter.Input(), now))
        {
            Try(() => Do(effect, now));
        }
    }

    /// <summary>One bad step must not stop the queues of everybody.</summary>
    private void Try(Action work)
    {
        try
        {
            work();
        }
        catch (Exception e)
        {
            _failures.Add(1);
            _log.LogError(e, "A step of the queues failed.");
        }
    }

    private void Do(QueueEffect effect, DateTimeOffset now)
    {
        switch (effect)
        {
            case QueueEffect.Offer offer:
                Ticket(offer.Call)?.Tell(new QueueTurn(offer, null));
                break;
            case QueueEffect.Dismiss dismissed:
                Ticket(dismissed.Call)?.Tell(new QueueTurn(null, dismissed.Outcome));
                break;
            case QueueEffect.AgentChanged changed:
                if (_board.Picture(changed.Agent) is { } agent)
                {
                    var before = _pictures.Of(changed.Agent);
                    _pictures.Put(agent);
                    if (before is not null && before.Since < agent.Since)
                    {
                        _listener.SpanOver(new SpanRecord(before.Agent, before.Presence, before.Reason, before.Activity, before.Team, before.Since, agent.Since));
                    }

                    _listener.AgentChanged(changed.Agent);
                }

                break;
            case QueueEffect.TeamChanged changed:
                _pictures.Put(_board.Picture(changed.Team));
                _listener.TeamChanged(changed.Team);
                break;
            case QueueEffect.PresenceSet set:
                _listener.PresenceSet(set);
                break;
            case QueueEffect.WaitOver over:
                if (Ticket(over.Call) is { } ticket)
                {
                    if (over.End == WaitEnd.Abandoned && ticket.Number is { } number)
                    {
                        _places.Keep(number, ticket.FirstTeam, ticket.PlaceAt, now, _board.KeepsPlaceFor(ticket.FirstTeam));
                    }

                    _listener.WaitOver(ticket, over, now);
                }

                break;
            case QueueEffect.Overflow over:
                if (Ticket(over.Call) is { } moved)
                {
                    moved.Team = over.To;
                    moved.OverflowedFrom = over.From;
                    moved.JoinedAt = now;
                    if (over.IsCounted)
                    {
                        _listener.WaitBegan(moved);
                    }
                }

                break;
            case QueueEffect.OfferOver over:
                _listener.OfferOver(over, now);
                break;
            case QueueEffect.WrapUpOver over:
                _listener.WrapUpOver(over);
                break;
            case QueueEffect.TalkOver over:
                _listener.TalkOver(over);
                break;
        }
    }

    private QueueTicket? Ticket(CallId call) => _tickets.GetValueOrDefault(call);

    private void Arm(DateTimeOffset now)
    {
        var due = _board.NextDue;
        var wait = due is null ? Timeout.InfiniteTimeSpan : due > now ? due.Value - now : TimeSpan.Zero;
        _timer.Change(wait, Timeout.InfiniteTimeSpan);
    }

    private sealed record Letter(Func<QueueInput> Input, TaskCompletionSource? Done, Action? After = null);
}
