using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Santral.Contracts.Calls;
using Santral.Contracts.Queues;
using Santral.Queues.Data;
using Santral.Queues.Domain;

namespace Santral.Queues.Live;

/// <summary>Promises to call back, each standing in its queue like the caller it was made to: offered to agents until one takes it.</summary>
public sealed class ServeCallbacks(QueueSet queues, TeamBook teams, CallbackOffers offers, QueueLog log, TimeProvider clock, ILogger<ServeCallbacks> logger)
{
    /// <summary>After this long a promise is broken and says so.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);

    private readonly ConcurrentDictionary<CallId, Standing> _standing = new();

    internal IReadOnlyList<Callback> Waiting => [.. _standing.Values.Select(s => s.Callback)];

    /// <summary>Whether somebody with this number has a promise of this team already: he is not called twice.</summary>
    internal bool IsPromised(PhoneNumber number, TeamId team) => _standing.Values.Any(s => s.Callback.Number == number && s.Callback.Team.Id == team);

    /// <summary>
    /// The waiting caller leaves and his place stays. False when an agent is on the way to him at this very moment: then he is served at once, which is better.
    /// </summary>
    internal async Task<bool> PromiseAsync(QueueTicket waiting, ICallLine line, PhoneNumber number)
    {
        var team = teams.Find(waiting.Team);
        var callback = new Callback(Id.New<CallId>(clock), waiting.Call, team!, number, line.Language, waiting.PlaceAt, clock.GetUtcNow());
        if (await queues.PromiseAsync(waiting, callback.Id) is not { } ticket)
        {
            return false;
        }

        log.Add(new CallbackRow
        {
            Id = callback.Id.Value,
            CallId = waiting.Call,
            TeamId = callback.Team.Id,
            Unit = line.Unit,
            Number = number,
            Language = line.Language,
            PlaceAt = callback.PlaceAt,
            PromisedAt = callback.PromisedAt,
            State = CallbackState.Waiting,
        });
        Stand(callback, ticket);
        return true;
    }

    /// <summary>A promise of before the restart takes its place again.</summary>
    internal void Resume(Callback callback) => Stand(callback, queues.JoinCallback(callback.Id, callback.Team.Id, callback.PlaceAt));

    /// <summary>
    /// The agent takes what rings at him: his phone and then the number are called. Where that is refused the promise stands again and he is free.
    /// </summary>
    internal async Task<CallId> TakeAsync(UserId agent, CallId id, IDialOut dial, CancellationToken stop)
    {
        if (offers.Of(agent) is not { } ringing || ringing.Callback.Id != id)
        {
            throw new Refusal("queues.callback_gone");
        }

        var callback = ringing.Callback;
        await dial.CheckOrRefuseAsync(agent, callback.Number, OutboundWay.Callback, stop);
        if (!offers.End(agent, id, OfferOutcome.Answered))
        {
            throw new Refusal("queues.callback_gone");
        }

        if (_standing.TryRemove(id, out var standing))
        {
            await standing.Ended;
        }

        try
        {
            var call = await dial.CallAsync(new OutboundOrder(agent, callback.Number, callback.Team.Unit, OutboundWay.Callback, callback.Team.Id), stop);
            Write(id, row =>
            {
                End(row, CallbackState.Called);
                row.Attempts++;
                row.Agent = agent;
                row.CalledAs = call;
            });
            return call;
        }
        catch
        {
            Write(id, row => row.Attempts++);
            Resume(callback);
            throw;
        }
        finally
        {
            // Whoever dials has taken him for the call itself by now; if not, he is free.
            queues.Post(new QueueInput.AgentFreed(agent, id));
        }
    }

    internal bool Reject(UserId agent, CallId id) => offers.End(agent, id, OfferOutcome.Rejected);

    internal async Task<bool> CancelAsync(CallId id)
    {
        if (!_standing.TryRemove(id, out var standing))
        {
            return false;
        }

        await standing.Stop.CancelAsync();
        await standing.Ended;
        Write(id, row => End(row, CallbackState.Cancelled));
        return true;
    }

    private void End(CallbackRow row, CallbackState state)
    {
        row.State = state;
        row.Number = null;
        row.EndedAt = clock.GetUtcNow();
    }

    private void Write(CallId id, Action<CallbackRow> change) => log.Change(id.Value, change);

    private void Stand(Callback callback, QueueTicket ticket)
    {
        var stop = new CancellationTokenSource(callback.PromisedAt + KeptFor - clock.GetUtcNow() is { } left && left > TimeSpan.Zero ? left : TimeSpan.Zero, clock);
        var standing = new Standing(callback, stop);
        _standing[callback.Id] = standing;
        standing.Ended = ServeAsync(callback, ticket, standing);
    }

    private async Task ServeAsync(Callback callback, QueueTicket ticket, Standing standing)
    {
        await Task.Yield();
        try
        {
            while (true)
            {
                var turn = await ticket.NextAsync(standing.Stop.Token);
                if (turn.Offer is not { } offer)
                {
                    break;
                }

                var outcome = await offers.RingAsync(offer.Agent, callback, offer.RingFor, standing.Stop.Token);
                if (outcome == OfferOutcome.Answered)
                {
                    await queues.DoAsync(new QueueInput.CallbackTaken(callback.Id, offer.Agent));
                    return;
                }

                queues.Post(new QueueInput.OfferEnded(callback.Id, offer.Agent, outcome, PhoneThere: true));
            }
        }
        catch (OperationCanceledException)
        {
            if (_standing.TryRemove(new KeyValuePair<CallId, Standing>(callback.Id, standing)))
            {
                Write(callback.Id, row => End(row, CallbackState.Expired));
            }
        }
        catch (Exception e)
        {
            logger.LogError(e, "A promise to call back could not be served.");
        }
        finally
        {
            queues.Leave(ticket);
            standing.Stop.Dispose();
        }
    }

    private sealed class Standing(Callback callback, CancellationTokenSource stop)
    {
        public Callback Callback => callback;

        public CancellationTokenSource Stop => stop;

        public Task Ended { get; set; } = Task.CompletedTask;
    }
}
