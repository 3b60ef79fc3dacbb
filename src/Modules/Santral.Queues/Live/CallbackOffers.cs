using System.Collections.Concurrent;
using Santral.Contracts.Calls;
using Santral.Contracts.Queues;

namespace Santral.Queues.Live;

/// <summary>A promise that stands in the queue.</summary>
/// <param name="Id">Of its place in the queue.</param>
/// <param name="PromisedIn">The call in which it was promised.</param>
public sealed record Callback(CallId Id, CallId PromisedIn, TeamSummary Team, PhoneNumber Number, string Language, DateTimeOffset PlaceAt, DateTimeOffset PromisedAt);

/// <summary>Promises that ring at agents' desks: at most one at each, and each ends in exactly one way.</summary>
public sealed class CallbackOffers(IServiceProvider services, TimeProvider clock)
{
    private readonly ConcurrentDictionary<UserId, Ring> _ringing = new();

    /// <summary>What rings at an agent, and until when.</summary>
    internal (Callback Callback, DateTimeOffset Until)? Of(UserId agent) => _ringing.TryGetValue(agent, out var ring) ? (ring.Callback, ring.Until) : null;

    internal async Task<OfferOutcome> RingAsync(UserId agent, Callback callback, TimeSpan ringFor, CancellationToken taken)
    {
        var ring = new Ring(callback, clock.GetUtcNow() + ringFor);
        if (!_ringing.TryAdd(agent, ring))
        {
            return OfferOutcome.Unreachable;
        }

        Tell(agent);
        try
        {
            return await ring.Outcome.Task.WaitAsync(ringFor, clock, taken);
        }
        catch (TimeoutException)
        {
            return ring.Outcome.TrySetResult(OfferOutcome.NoAnswer) ? OfferOutcome.NoAnswer : await ring.Outcome.Task;
        }
        finally
        {
            _ringing.TryRemove(new KeyValuePair<UserId, Ring>(agent, ring));
            Tell(agent);
        }
    }

    /// <summary>False when it does not ring any more.</summary>
    internal bool End(UserId agent, CallId callback, OfferOutcome outcome)
        => _ringing.TryGetValue(agent, out var ring) && ring.Callback.Id == callback && ring.Outcome.TrySetResult(outcome);

    // Asked late: the desk's news ask this class what rings.
    private void Tell(UserId agent) => ((IHearDeskChange?)services.GetService(typeof(IHearDeskChange)))?.DeskChanged(agent);

    private sealed record Ring(Callback Callback, DateTimeOffset Until)
    {
        public TaskCompletionSource<OfferOutcome> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
